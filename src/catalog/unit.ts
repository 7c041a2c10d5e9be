/** A kit's text as its translators meet it. */
import type { Span } from "../diagnostics/diagnostic.js";

/** A text of the kit that is to be translated. */
export interface Unit {
  /** Never changes while the names of its kit stay: `donnees/mon-cv/prompt`, `livret/sequence-1/3`. */
  readonly id: string;
  /** The French, as written, trimmed. */
  readonly text: string;
  readonly kind: "text" | "markdown";
  /** In French: where it is printed, « Jeu « Données » · carte mon-cv · prompt ». */
  readonly where: string;
  /** What the author tells translators. */
  readonly note?: string | undefined;
  /** Most characters, counted without markup. */
  readonly max?: number | undefined;
  /** Where no field says the most: a text of so many characters is known to fit; `any`: pages follow the text. */
  readonly fits?: number | "any" | undefined;
  /** Telephone numbers, law: an outdated translation would do harm, so the French is printed instead. */
  readonly critical: boolean;
  readonly at: Span;
}
