/** Stretches of a chapter → its texts, each with the name by which translators know it. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Finding } from "../finding.js";
import type { TextValue } from "../kit.js";
import { misplacedIn } from "./inline.js";
import { part, type Stretch, spanOf } from "./stretch.js";

export interface TextMaker {
  /** The text of a stretch; what it may not hold is reported. */
  text(stretch: Stretch): TextValue;
  /** The name of what comes next. */
  nextField(): string;
  /** Names start again below an anchor. */
  enter(anchor: string): void;
}

/** Nobody reads more of one paragraph. */
const MOST_FINDINGS = 20;

/**
 * A text is called `section/n`: the `n`th text since the anchor `section`, or since the beginning of the chapter of that
 * name. So an edit renames at most what follows it up to the next anchor. The values of a box are called
 * `section/n.field`, the box counting as one text. Anchors and chapters of a booklet share their names: no two texts
 * have the same.
 */
export function createTexts(chapter: string, report: (finding: Finding, at: Span) => void): TextMaker {
  let section = chapter;
  let count = 0;
  const nextField = (): string => {
    count += 1;
    return `${section}/${count}`;
  };
  return {
    nextField,
    enter(anchor) {
      section = anchor;
      count = 0;
    },
    text(stretch) {
      const { value } = stretch;
      for (const { start, end, finding } of misplacedIn(value).slice(0, MOST_FINDINGS)) {
        report(finding, spanOf(part(stretch, start, end)));
      }
      return { kind: "markdown", value, at: spanOf(stretch), field: nextField() };
    },
  };
}
