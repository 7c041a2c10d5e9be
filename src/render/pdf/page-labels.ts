/** How pages are numbered, from which on → the number tree of page labels. */
import { type PdfDictionary, type PdfValue, pdfText } from "./objects.js";

/** The labels of the pages from `page` (counted from 0) on. */
export interface PageLabels {
  readonly page: number;
  readonly prefix?: string | undefined;
  /** None: the prefix is the whole label. */
  readonly style?: "decimal" | "roman" | undefined;
  /** The number of the first page; 1 unless told. */
  readonly start?: number | undefined;
}

const STYLES = { decimal: "D", roman: "r" } as const;

export function pageLabels(ranges: readonly PageLabels[]): PdfDictionary {
  const ordered = [...ranges].sort((a, b) => a.page - b.page);
  // The tree must name the first page; unlabelled pages are counted as readers count them.
  const whole: readonly PageLabels[] = ordered[0]?.page === 0 ? ordered : [{ page: 0, style: "decimal" }, ...ordered];
  return { Nums: whole.flatMap((range): readonly PdfValue[] => [range.page, labelOf(range)]) };
}

const labelOf = ({ prefix, style, start }: PageLabels): PdfDictionary => ({
  S: style && STYLES[style],
  P: prefix === undefined ? undefined : pdfText(prefix),
  St: start,
});
