/** What a YAML file holds once everything awkward is gone: scalars, lists and maps, each with its place. */
import type { Span } from "../../diagnostics/diagnostic.js";

export type Node = ScalarNode | ListNode | MapNode;

/** Every scalar is the text as written: `01000` keeps its zero, `oui` and `1.10` stay what they are. */
export interface ScalarNode {
  readonly kind: "scalar";
  readonly value: string;
  /** Without quotes and not a block: such a text ends at ` #`. */
  readonly plain: boolean;
  readonly at: Span;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly Node[];
  /** Written between `[` and `]`. */
  readonly flow: boolean;
  readonly at: Span;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: readonly Entry[];
  /** Written between `{` and `}`. */
  readonly flow: boolean;
  readonly at: Span;
}

export interface Entry {
  readonly key: string;
  readonly keyAt: Span;
  /** Nothing after the colon is an empty plain scalar. */
  readonly value: Node;
  /** A key without colon, as a comma inside `{ … }` makes them. */
  readonly bare: boolean;
}

/** `key:` with nothing behind it. */
export const isNothing = (node: Node): boolean => node.kind === "scalar" && node.plain && node.value === "";
