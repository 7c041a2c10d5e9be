/** The kit as loaded and checked: every string still knows where it was written. Immutable. */
import type { Source, Span } from "../diagnostics/diagnostic.js";
import type { Pt } from "../units.js";
import type { Template, TextValue, Values } from "./field.js";
import type { PrintName } from "./print-words.js";

export type { Field, FieldType, FieldValue, Template, TextValue, Values } from "./field.js";

export interface Kit {
  readonly id: string;
  readonly title: TextValue;
  readonly version: string;
  /** ISO day, e.g. `2026-11-24`. The only date that enters the PDFs. */
  readonly date: string;
  readonly locale: string;
  readonly author: TextValue;
  /** The licence line that pieces print. */
  readonly licence: TextValue;
  readonly formats: ReadonlyMap<string, Format>;
  readonly papers: ReadonlyMap<string, PaperSpec>;
  readonly components: readonly Component[];
  readonly gangs: readonly Gang[];
  /** What the kit says of presses; absent when it says nothing. */
  readonly press?: PressSpec | undefined;
  readonly templates: ReadonlyMap<string, Template>;
  readonly links: ReadonlyMap<string, Link>;
  /** Codes lead to this address followed by the link's id, and from there to its page: what is printed can be repaired. */
  readonly redirect?: string | undefined;
  /** Words that templates print, by dotted name (`ui.duree` is `duree`). */
  readonly ui: ReadonlyMap<string, TextValue>;
  /** Words of margins and assembly pages that the kit says itself: the group `print` of the same file. */
  readonly print: ReadonlyMap<PrintName, TextValue>;
  readonly fonts: FontsSpec;
  /** `templates/theme.css`, absent when the kit has none. */
  readonly theme?: Source | undefined;
  /** Every source read, by its name: for change detection and messages. */
  readonly sources: readonly Source[];
}

/** A named trim size. `size: paper` means: as large as the paper that it is printed on. */
export interface Format {
  readonly name: string;
  readonly width: Pt | "paper";
  readonly height: Pt | "paper";
  readonly bleed: Pt;
  /** No text nearer than this to the trim. */
  readonly safe: Pt;
  readonly radius: Pt;
  readonly at: Span;
}

/** A paper that the kit adds to the built-in ones (A4, A3, Letter …). */
export interface PaperSpec {
  readonly name: string;
  readonly width: Pt;
  readonly height: Pt;
}

export type ComponentKind = "deck" | "board" | "matrix" | "sheets" | "poster" | "booklet";

export interface Component {
  readonly id: string;
  readonly title: TextValue;
  readonly kind: ComponentKind;
  readonly pieces: readonly Piece[];
  readonly duplex?: "long-edge" | "short-edge" | "fold" | "none" | undefined;
  /** Copies of the whole component. */
  readonly copies: number;
  /** On what it is best printed. */
  readonly stock?: Stock | undefined;
  /** How it is bound: booklets only. Their pieces are chapters. */
  readonly binding?: Binding | undefined;
  readonly at: Span;
}

/** Weights of paper, in grams per square metre. */
export interface Stock {
  readonly weight: Weight;
  /** Of the cover that a booklet has on a sheet of its own. */
  readonly cover?: Weight | undefined;
}

/** The lightest and the heaviest that will do. */
export interface Weight {
  readonly least: number;
  readonly most: number;
}

/** How the sheets of a booklet are folded into one another. */
export interface Binding {
  /** Of one sheet of the inside: pages are moved towards the fold by what the sheets around them take away. */
  readonly thickness: Pt;
  /** `separate`: the first and last two pages are printed on a sheet of their own, in a file of their own. */
  readonly cover: "self" | "separate";
  /** The template of the page around running text; empty when no chapter has running text. */
  readonly page: string;
}

/** Decks that may share sheets, of one format or of several: `id` names the file, `of` the components. */
export interface Gang {
  readonly id: string;
  readonly title: TextValue;
  readonly of: readonly string[];
  readonly at: Span;
}

/** Printers who work from single pages, as the kit knows them: `press:` in kit.yaml. */
export interface PressSpec {
  /** ICC profile of their press, a file of the kit. */
  readonly profile?: { readonly path: string; readonly at: Span } | undefined;
  /** What that profile's printing condition is called in the ICC's registry: `FOGRA51`. */
  readonly condition?: string | undefined;
  readonly products: ReadonlyMap<string, PressProductSpec>;
}

/** A product of a printer; what it does not say is usual. */
export interface PressProductSpec {
  readonly width?: Pt | undefined;
  readonly height?: Pt | undefined;
  readonly bleed?: Pt | undefined;
  readonly order?: "interleaved" | "two-files" | undefined;
  readonly marks?: "none" | "offset" | undefined;
  /** Most ink of all four together, in per cent. */
  readonly ink?: number | undefined;
  readonly at: Span;
}

export interface Piece {
  readonly id: string;
  readonly component: string;
  /** 1-based place in its component. */
  readonly number: number;
  readonly template: string;
  readonly format: string;
  readonly copies: number;
  readonly values: Values;
  /** A chapter of a booklet: what follows its front matter. */
  readonly body?: readonly Block[] | undefined;
  readonly at: Span;
}

/** A block of a chapter's Markdown. Texts are inline Markdown, as written; each is one text to translate. */
export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3 | 4;
      /** `## Title {#anchor}`: the name by which other pages refer to it. */
      readonly anchor?: string | undefined;
      readonly text: TextValue;
      readonly at: Span;
    }
  | { readonly kind: "paragraph"; readonly text: TextValue; readonly at: Span }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** Number of the first item. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
      readonly at: Span;
    }
  | { readonly kind: "quote"; readonly blocks: readonly Block[]; readonly at: Span }
  | {
      readonly kind: "table";
      readonly head: readonly TextValue[];
      readonly rows: readonly (readonly TextValue[])[];
      readonly at: Span;
    }
  /** `:::name {field: value}` … `:::`, or `::name {field: value}` without a body: a template of the kit, filled in. */
  | {
      readonly kind: "box";
      readonly template: string;
      readonly values: Values;
      readonly blocks: readonly Block[];
      readonly at: Span;
    };

export interface Link {
  readonly id: string;
  /** The page that it leads to. */
  readonly url: string;
  /** What its code holds and what is printed beside it: the page's address, or that of the kit's redirect. */
  readonly printed: string;
  readonly title: TextValue;
  readonly language: string;
  /** ISO day when a person last saw it work. */
  readonly checked: string;
  readonly at: Span;
  /** Where the address and the day are written; all of the link where they are missing. */
  readonly urlAt: Span;
  readonly checkedAt: Span;
}

/** `fonts/fonts.yaml`: families → static files, from this folder or from a font package. */
export interface FontsSpec {
  readonly families: readonly FontFamily[];
  /** Families asked, in order, for a character that the chosen one lacks. */
  readonly fallback: readonly string[];
  /** In the language of the build: the family asked right after another one. */
  readonly partners?: ReadonlyMap<string, string> | undefined;
}

export interface FontFamily {
  readonly name: string;
  readonly faces: readonly FontFile[];
  readonly at?: Span | undefined;
}

export interface FontFile {
  readonly weight: number;
  readonly italic: boolean;
  /** Absolute path of a TTF or OTF file. */
  readonly path: string;
  readonly at?: Span | undefined;
}
