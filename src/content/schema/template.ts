/** What the front matter of a template may hold: shapes that describe shapes. */
import type { FieldType } from "../kit.js";
import { boolean, choice, FIELD_NAME, group, list, map, number, type Shape, text, word } from "./shape.js";

export const FIELD_TYPES: readonly FieldType[] = [
  "text",
  "markdown",
  "choice",
  "number",
  "boolean",
  "date",
  "icon",
  "image",
  "link",
  "list",
  "group",
];

/** Declared with a getter inside: a list's item is a field again. */
export const FIELD: Shape = group(
  "champ",
  [
    choice("type", FIELD_TYPES, { required: true }),
    boolean("required"),
    number("max", { whole: true, least: 1 }),
    text("note"),
    word("default"),
    list("of", word("choice"), { least: 1 }),
    number("least"),
    number("most"),
    boolean("translate"),
    boolean("critical"),
    {
      name: "item",
      type: "group",
      required: false,
      translate: false,
      shorthand: "type",
      get fields() {
        return FIELD.fields;
      },
    },
    {
      name: "fields",
      type: "map",
      required: false,
      translate: false,
      pattern: FIELD_NAME,
      get item() {
        return FIELD;
      },
    },
  ],
  { shorthand: "type" },
);

export const FRONT_MATTER = group("front matter", [
  word("format", { note: "Format des pièces de ce modèle" }),
  map("fields", FIELD, { pattern: FIELD_NAME, note: "Les champs du modèle" }),
]);
