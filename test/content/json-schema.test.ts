import { expect, test } from "vitest";
import { kitSchemas } from "../../src/content/index.js";
import type { Kit } from "../../src/content/kit.js";
import { load } from "./memory-kit.js";

const schemas = () => kitSchemas(load({}).kit as Kit);
const json = (file: string) => JSON.parse(JSON.stringify(schemas().get(file)));

test("every file that people write has a schema", () => {
  expect([...schemas().keys()].sort()).toEqual([
    "cards/jeu.yaml",
    "cards/links.yaml",
    "cards/ui.yaml",
    "fonts/fonts.yaml",
    "kit.yaml",
  ]);
  for (const schema of schemas().values()) {
    expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#" });
  }
});

test("a template's fields become the properties of its pieces", () => {
  const piece = json("cards/jeu.yaml").definitions.fiche;
  expect(piece.required).toEqual(["id", "title"]);
  expect(piece.additionalProperties).toBe(false);
  expect(piece.properties).toMatchObject({
    title: { maxLength: 40, description: "Le titre de la fiche" },
    answer: { enum: ["share", "keep"] },
    icon: { pattern: "^[a-z0-9-]+:[a-z0-9-]+$" },
    more: { enum: ["cnil"] },
    steps: { type: "array", minItems: 2, maxItems: 3 },
    count: { type: "number" },
    done: { type: "boolean" },
    template: { enum: ["fiche"] },
    format: { enum: ["carte"] },
  });
});

test("a piece is checked by its own template, else by its file's", () => {
  const schema = json("cards/jeu.yaml");
  expect(schema.properties.pieces.items.allOf[0].then).toEqual({ $ref: "#/definitions/fiche" });
  expect(schema.allOf[0].if.properties).toEqual({ template: { const: "fiche" } });
  expect(schema.allOf[0].then.properties.pieces.items.else).toEqual({ $ref: "#/definitions/fiche" });
});

test("kit.yaml says which keys it needs, in French", () => {
  const schema = json("kit.yaml");
  expect(schema.required).toEqual(["kit", "title", "version", "date", "locale", "formats", "components"]);
  const component = schema.properties.components.additionalProperties;
  expect(component.properties.kind).toMatchObject({
    enum: ["deck", "board", "matrix", "sheets", "poster", "booklet"],
    description: "Sorte de composant",
  });
  expect(schema.properties.formats.additionalProperties.required).toBeUndefined();
});

test("ui.yaml takes any words, but those of margins by their names only", () => {
  const { properties, additionalProperties, definitions } = json("cards/ui.yaml");
  expect(properties.print.additionalProperties).toBe(false);
  expect(properties.print.properties.ruler.description).toContain("{n} mm à 100 %");
  expect(additionalProperties.anyOf[1]).toEqual({ $ref: "#/definitions/words" });
  expect(definitions.words.additionalProperties).toEqual(additionalProperties);
});
