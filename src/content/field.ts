/** What a template asks of its pieces, and what a piece gives: fields and their values, each with its place. Immutable. */
import type { Source, Span } from "../diagnostics/diagnostic.js";

export type Values = Readonly<Record<string, FieldValue>>;

/** Text that people wrote: raw as in the YAML, before typography. */
export interface TextValue {
  readonly kind: "text" | "markdown";
  readonly value: string;
  readonly at: Span;
  readonly field: string;
  /** In another language: not translated yet (the original stands there), or translated from an earlier original. */
  readonly state?: "missing" | "stale" | undefined;
}

/** A value checked against its field. A field that was left out and has no default is absent from `Values`. */
export type FieldValue =
  | TextValue
  | {
      readonly kind: "choice" | "icon" | "image" | "link" | "date";
      readonly value: string;
      readonly at: Span;
      readonly field: string;
    }
  | { readonly kind: "number"; readonly value: number; readonly at: Span; readonly field: string }
  | { readonly kind: "boolean"; readonly value: boolean; readonly at: Span; readonly field: string }
  | { readonly kind: "list"; readonly items: readonly FieldValue[]; readonly at: Span; readonly field: string }
  | { readonly kind: "group"; readonly values: Values; readonly at: Span; readonly field: string };

/** A field as a template declares it in its front matter. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Most characters, counted without markup. */
  readonly max?: number | undefined;
  readonly note?: string | undefined;
  readonly default?: string | number | boolean | undefined;
  /** `choice`: the allowed words. */
  readonly of?: readonly string[] | undefined;
  /** `list`: what each item is. `group`: its fields. */
  readonly item?: Field | undefined;
  readonly fields?: readonly Field[] | undefined;
  /** `list`: fewest and most items. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** False for text that must not be translated. True by default for text and markdown. */
  readonly translate: boolean;
  /** An outdated translation would do harm (a helpline, the law): the original is printed instead. */
  readonly critical?: boolean | undefined;
  readonly at: Span;
}

export type FieldType =
  | "text"
  | "markdown"
  | "choice"
  | "number"
  | "boolean"
  | "date"
  | "icon"
  | "image"
  | "link"
  | "list"
  | "group";

/** A template file: fields from its front matter, markup after it. */
export interface Template {
  readonly name: string;
  /** Format of the pieces that name none themselves. */
  readonly format?: string | undefined;
  readonly fields: readonly Field[];
  readonly source: Source;
  /** Offset in `source.text` where the Handlebars markup begins. */
  readonly bodyStart: number;
}
