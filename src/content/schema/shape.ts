/** What a value in a kit's file must look like: a template's `Field`, and a few kinds that only our own files have. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Field, FieldType } from "../kit.js";

/**
 * Validation, hints and the editor's JSON Schema all follow from shapes. Each template field is a shape; the shapes of
 * kit.yaml, links.yaml, ui.yaml, fonts.yaml and of front matter are declared in this folder.
 */
export interface Shape extends Omit<Field, "type" | "item" | "fields" | "at"> {
  /**
   * `word`: a string that is not printed (an id, a path). `length`: `63mm`, read as points. `map`: keys chosen by the
   * writer, each value an `item`, but those of `fields` what these say. `either`: a text or, when it is a map, an `item`.
   */
  readonly type: FieldType | "word" | "length" | "map" | "either";
  readonly item?: Shape | undefined;
  readonly fields?: readonly Shape[] | undefined;
  /** `word`, `map` keys: what they must match. */
  readonly pattern?: Pattern | undefined;
  /** `number`: no decimals. */
  readonly whole?: boolean | undefined;
  /** Required unless this other field of the group is there. */
  readonly unless?: string | undefined;
  /** `group`: a lone scalar stands for the field of this name (`name: text` for `name: { type: text }`). */
  readonly shorthand?: string | undefined;
  /** `list`: one item may be written without a list. */
  readonly single?: boolean | undefined;
  readonly at?: Span | undefined;
}

export interface Pattern {
  readonly regexp: RegExp;
  /** What matches, as a French sentence. */
  readonly hint: string;
  readonly code: string;
  /** How it was probably meant, where that is plain. */
  readonly fix?: (written: string) => string;
}

/** Lower case without accents, dashes for the rest: `Été 2026` → `ete-2026`. */
const slug = (written: string): string =>
  written
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");

export const ID: Pattern = {
  regexp: /^[a-z][a-z0-9-]*$/,
  hint: "Un identifiant commence par une lettre et ne contient que des minuscules sans accent, des chiffres et des tirets.",
  code: "bad-id",
  fix: slug,
};

export const FIELD_NAME: Pattern = {
  regexp: /^[a-z][A-Za-z0-9_-]*$/,
  hint: "Un nom de champ commence par une minuscule et ne contient que des lettres sans accent, des chiffres, « - » et « _ ».",
  code: "bad-id",
};

export const LOCALE: Pattern = {
  regexp: /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/,
  hint: "Une langue s’écrit en deux lettres, avec un pays si besoin : « fr », « pt-BR ».",
  code: "bad-locale",
};

export const URL_PATTERN: Pattern = {
  regexp: /^https?:\/\/[^\s/?#.][^\s/?#]*([/?#]\S*)?$/,
  hint: "Une adresse commence par « https:// » et ne contient pas d’espace.",
  code: "bad-url",
  fix: (written) => (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(written) ? `https://${written}` : written),
};

/** What follows is a path: the host of redirects knows paths alone. */
export const REDIRECT: Pattern = {
  regexp: /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{2,5})?\/([\w.~-]+\/)*$/i,
  hint: "L’adresse du site de redirection commence par « https:// » et finit par « / ».",
  code: "bad-redirect",
  fix: (written) => `${/^https?:/.test(written) ? "" : "https://"}${written.replace(/\/?$/, "/")}`,
};

export const PACKAGE: Pattern = {
  regexp: /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/,
  hint: "Le nom d’un paquet s’écrit comme « @expo-google-fonts/bricolage-grotesque ».",
  code: "bad-package",
};

/** Paper as shops name it, in grams per square metre: one weight, or the lightest and the heaviest that will do. */
export const WEIGHT: Pattern = {
  regexp: /^[1-9]\d{1,2}(-[1-9]\d{1,2})?$/,
  hint: "Un grammage s’écrit en grammes par mètre carré : « 80 », ou de « 250 » à « 300 » : « 250-300 ».",
  code: "bad-weight",
  fix: (written) => written.replace(/\s*(g(\/m²|\/m2)?)\s*/gi, "").replace(/\s*[–—à]\s*|\s*-\s*/, "-"),
};

type Options = Partial<Omit<Shape, "name" | "type">>;

const shape = (type: Shape["type"], name: string, options: Options = {}): Shape => ({
  name,
  type,
  required: false,
  translate: type === "text" || type === "markdown",
  ...options,
});

export const text = (name: string, options?: Options): Shape => shape("text", name, options);
export const word = (name: string, options?: Options): Shape => shape("word", name, options);
export const choice = (name: string, of: readonly string[], options?: Options): Shape =>
  shape("choice", name, { of, ...options });
export const number = (name: string, options?: Options): Shape => shape("number", name, options);
export const boolean = (name: string, options?: Options): Shape => shape("boolean", name, options);
export const date = (name: string, options?: Options): Shape => shape("date", name, options);
export const length = (name: string, options?: Options): Shape => shape("length", name, options);
/** Without an `item`, what the list holds is checked elsewhere. */
export const list = (name: string, item: Shape | undefined, options?: Options): Shape =>
  shape("list", name, { item, ...options });
export const map = (name: string, item: Shape, options?: Options): Shape => shape("map", name, { item, ...options });
export const group = (name: string, fields: readonly Shape[], options?: Options): Shape =>
  shape("group", name, { fields, ...options });
