/** A kit → JSON Schemas (draft-07) for the editor, one for each file, made from the same shapes as the checks. */
import type { Kit } from "./kit.js";
import { FONTS_FILE } from "./read/fonts.js";
import { KIT_FILE } from "./read/kit-file.js";
import { LINKS_FILE } from "./read/links.js";
import { UI_FILE } from "./read/ui.js";
import { PIECE_KEYS } from "./schema/cards.js";
import { FONTS } from "./schema/fonts.js";
import { KIT } from "./schema/kit.js";
import { LINKS } from "./schema/links.js";
import type { Shape } from "./schema/shape.js";
import { PRINT, UI } from "./schema/ui.js";

type Json = Readonly<Record<string, unknown>>;

const DRAFT = "http://json-schema.org/draft-07/schema#";

/** File name → schema: kit.yaml, links, ui, fonts, and every file of pieces. */
export function kitSchemas(kit: Kit): ReadonlyMap<string, object> {
  const cards = cardsSchema(kit);
  // Chapters of booklets are Markdown: editors have no schema for the lines at their top.
  const decks = kit.components.filter(({ kind }) => kind !== "booklet");
  const files = new Set(decks.flatMap((each) => each.pieces.map((piece) => piece.at.source.name)));
  return new Map<string, object>([
    [KIT_FILE, { $schema: DRAFT, ...schemaOf(KIT, kit) }],
    [LINKS_FILE, { $schema: DRAFT, ...schemaOf(LINKS, kit) }],
    [UI_FILE, uiSchema(kit)],
    [FONTS_FILE, { $schema: DRAFT, ...schemaOf(FONTS, kit) }],
    ...[...files].map((file) => [file, cards] as const),
  ]);
}

/** Words grouped as deep as one likes: the only schema that refers to itself. */
const uiSchema = (kit: Kit): Json => {
  const words = {
    type: "object",
    additionalProperties: { anyOf: [{ type: SCALARS }, { $ref: "#/definitions/words" }] },
  };
  return {
    $schema: DRAFT,
    title: UI.note,
    ...words,
    properties: { [PRINT.name]: schemaOf(PRINT, kit) },
    definitions: { words },
  };
};

/** Unquoted `12` is a number for the editor but a text for us. */
const SCALARS = ["string", "number", "boolean"];

/**
 * Pieces are told apart by their template, which a piece names itself or takes from the top of its file; so the schema
 * of a piece depends on both.
 */
function cardsSchema(kit: Kit): Json {
  const templates = [...kit.templates.keys()];
  const template = { title: "template", type: "string", enum: templates, description: "Modèle" };
  const format = { title: "format", type: "string", enum: [...kit.formats.keys()], description: "Format" };
  const ownTemplate = templates.map((name) => ({
    if: { properties: { template: { const: name } }, required: ["template"] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
    then: { $ref: `#/definitions/${name}` },
  }));
  return {
    $schema: DRAFT,
    title: "Des pièces du kit",
    type: "object",
    properties: {
      template,
      format,
      pieces: { type: "array", minItems: 1, items: { type: "object", allOf: ownTemplate } },
    },
    required: ["pieces"],
    additionalProperties: false,
    allOf: templates.map((name) => ({
      if: { properties: { template: { const: name } }, required: ["template"] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
      then: {
        properties: {
          pieces: { items: { if: { required: ["template"] }, else: { $ref: `#/definitions/${name}` } } },
        },
      },
    })),
    definitions: Object.fromEntries(
      [...kit.templates].map(([name, { fields }]) => [name, pieceSchema(name, fields, kit)]),
    ),
  };
}

function pieceSchema(title: string, fields: readonly Shape[], kit: Kit): Json {
  const names: Readonly<Record<string, readonly string[]>> = {
    template: [...kit.templates.keys()],
    format: [...kit.formats.keys()],
  };
  const own = PIECE_KEYS.map((key) => (names[key.name] === undefined ? key : { ...key, of: names[key.name] }));
  return { ...groupSchema([...own, ...fields], kit), title };
}

/** One shape as JSON Schema, with its French note as description. */
function schemaOf(shape: Shape, kit: Kit): Json {
  const said = {
    title: shape.name,
    ...(shape.note === undefined ? {} : { description: shape.note }),
    ...(shape.default === undefined ? {} : { default: shape.default }),
  };
  return { ...said, ...typeOf(shape, kit) };
}

function typeOf(shape: Shape, kit: Kit): Json {
  switch (shape.type) {
    case "text":
    case "markdown":
      // Markup does not count for us but does for the editor: only plain text gets a hard limit there.
      return {
        type: SCALARS,
        ...(shape.max === undefined || shape.type === "markdown" ? {} : { maxLength: shape.max }),
      };
    case "choice":
      return { enum: shape.of ?? [] };
    case "number":
      return bounds(shape, { type: shape.whole === true ? "integer" : "number" }, "minimum", "maximum");
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
    case "icon":
      return { type: "string", pattern: "^[a-z0-9-]+:[a-z0-9-]+$" };
    case "image":
      return { type: "string", pattern: "^[^/\\\\]" };
    case "link":
      return { type: "string", enum: [...kit.links.keys()] };
    case "length":
      return { type: ["string", "number"], pattern: "^\\d+(\\.\\d+)? ?(mm|cm|in|pt)$" };
    case "word":
      return {
        type: SCALARS,
        ...(shape.of === undefined ? {} : { enum: shape.of }),
        ...(shape.pattern === undefined ? {} : { pattern: shape.pattern.regexp.source }),
      };
    case "list":
      return listSchema(shape, kit);
    case "group":
      return groupSchema(shape.fields ?? [], kit);
    case "map":
      return mapSchema(shape, kit);
    case "either":
      return { anyOf: [{ type: SCALARS }, { type: "object" }] };
  }
}

function listSchema(shape: Shape, kit: Kit): Json {
  const items = shape.item === undefined ? {} : { items: schemaOf(shape.item, kit) };
  const many = bounds(shape, { type: "array", ...items }, "minItems", "maxItems");
  return shape.single === true && shape.item !== undefined ? { anyOf: [schemaOf(shape.item, kit), many] } : many;
}

function groupSchema(fields: readonly Shape[], kit: Kit): Json {
  const required = fields.filter((field) => field.required && field.unless === undefined).map((field) => field.name);
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field, kit)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

const mapSchema = (shape: Shape, kit: Kit): Json => ({
  type: "object",
  ...(shape.pattern === undefined ? {} : { propertyNames: { pattern: shape.pattern.regexp.source } }),
  ...(shape.item === undefined ? {} : { additionalProperties: schemaOf(shape.item, kit) }),
});

const bounds = (shape: Shape, json: Json, least: string, most: string): Json => ({
  ...json,
  ...(shape.least === undefined ? {} : { [least]: shape.least }),
  ...(shape.most === undefined ? {} : { [most]: shape.most }),
});
