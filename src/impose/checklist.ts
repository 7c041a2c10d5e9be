/** Things to do, in groups, and a paper → pages to tick them off: a title, the facts, a box before each line. */
import { mm, type Pt, type Size } from "../units.js";
import { titleSize, wrap } from "./assembly-text.js";
import { asTheyRead, moveMark, standing, textHeight, wording } from "./furniture.js";
import { pagesOf } from "./grid.js";
import type { Imposed } from "./job.js";
import type { ReadingDirection } from "./page-order.js";
import type { Mark, Paper, Sheet } from "./sheet.js";
import type { TargetRules } from "./targets.js";

export interface ChecklistJob {
  readonly title: string;
  /** What one must know before one begins, below the title. */
  readonly facts: string;
  readonly groups: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly paper: Paper;
  readonly target: TargetRules;
  readonly direction: ReadingDirection;
  /** What stands at the foot of a page. */
  label(number: number, total: number): string;
}

/** Room for a hand to hold the page, and for holes. */
const MARGIN: Pt = mm(18);
/** As large as all of it fits on one page, for it lies beside the box; the last size may take several. */
const SIZES: readonly Pt[] = [14, 13, 12, 11];
const LABEL_SIZE: Pt = 7;
/** Shares of the size of words. */
const HEADING = 1.3;
const BOX = 0.85;
const INDENT = 1.9;
/** In lines: between items, before a group. */
const ITEM_GAP = 0.35;
const GROUP_GAP = 0.9;
/** Display faces are wider than those of sentences, by which words are measured. */
const TITLE_WIDER = 1.06;

/** Something that stands on a page as a whole: its marks, given the y of its top. */
interface Block {
  readonly height: Pt;
  /** Free above it, but not at the top of a page. */
  readonly gap: Pt;
  /** Never the last thing on a page. */
  readonly leads?: boolean | undefined;
  marks(top: Pt): readonly Mark[];
}

const linesBlock = (
  lines: readonly string[],
  { x, size, face, gap }: { readonly x: Pt; readonly size: Pt; readonly face?: "title"; readonly gap: Pt },
): Block => ({
  height: lines.length * textHeight(size),
  gap,
  leads: face === "title",
  marks: (top) =>
    lines.map((text, i) => ({
      kind: "text",
      text,
      at: { x, y: top + i * textHeight(size) + size },
      size,
      anchor: "start",
      angle: 0,
      face,
    })),
});

/** A square as high as a capital, on the first line of its words. */
const tickBox = (x: Pt, baseline: Pt, side: Pt): readonly Mark[] => {
  const corners = [
    { x, y: baseline },
    { x: x + side, y: baseline },
    { x: x + side, y: baseline - side },
    { x, y: baseline - side },
  ];
  return corners.map((from, i) => ({ kind: "line", use: "figure", from, to: corners[(i + 1) % corners.length]! }));
};

const itemBlock = (words: string, width: Pt, size: Pt): Block => {
  const indent = INDENT * size;
  const text = linesBlock(wrap(words, width - indent, size), { x: MARGIN + indent, size, gap: ITEM_GAP * size });
  return { ...text, marks: (top) => [...tickBox(MARGIN, top + size, BOX * size), ...text.marks(top)] };
};

const blocksAt = ({ title, facts, groups }: ChecklistJob, page: Size, size: Pt): readonly Block[] => {
  const width = page.width - 2 * MARGIN;
  const large = titleSize(page);
  const heading = HEADING * size;
  const titled = (words: string, at: Pt, gap: Pt): Block =>
    linesBlock(wrap(words, width / TITLE_WIDER, at), { x: MARGIN, size: at, face: "title", gap });
  return [
    titled(title, large, 0),
    linesBlock(wrap(facts, width, size), { x: MARGIN, size, gap: size / 2 }),
    ...groups.flatMap((group) => [
      titled(group.title, heading, GROUP_GAP * heading),
      ...group.items.map((words) => itemBlock(words, width, size)),
    ]),
  ];
};

/** Blocks page by page, each with its top; a heading goes with what it leads. */
const paginate = (blocks: readonly Block[], bottom: Pt): readonly (readonly Mark[])[] => {
  const pages: Mark[][] = [[]];
  let y: Pt = MARGIN;
  blocks.forEach((block, i) => {
    const next = block.leads ? blocks[i + 1] : undefined;
    const needed = block.height + (next ? next.gap + next.height : 0);
    const isFirst = pages.at(-1)!.length === 0;
    if (!isFirst && y + block.gap + needed > bottom) {
      pages.push([]);
      y = MARGIN;
    }
    if (pages.at(-1)!.length > 0) y += block.gap;
    pages.at(-1)!.push(...block.marks(y));
    y += block.height;
  });
  return pages;
};

/** The fewest pages, and on them the largest words. Nothing is cut off, so a page's trim is the page itself. */
export const checklist = (job: ChecklistJob): Imposed => {
  const [page] = pagesOf(job.paper) as readonly [Size, ...Size[]];
  const bottom = page.height - MARGIN - textHeight(LABEL_SIZE);
  const tries = SIZES.map((size) => paginate(blocksAt(job, page, size), bottom));
  const pages = tries.find((each) => each.length === 1) ?? tries.at(-1)!;
  const box = { x: 0, y: 0, ...page };
  const labels = pages.map((_, i) => job.label(i + 1, pages.length));
  const foot = [1, 2, 3]
    .map((lines) => wording(labels, { size: LABEL_SIZE, lines }))
    .find(({ size }, i) => i === 2 || size.width <= page.width - 2 * MARGIN)!;
  const at = { x: (page.width - foot.size.width) / 2, y: page.height - job.target.printerMargin - foot.size.height };
  const sheets = pages.map((marks, i): Sheet => {
    const label = foot.marks(labels[i]!).map((mark) => moveMark(mark, standing(foot.size, at.x, at.y, 0), 0));
    return {
      page,
      paper: job.paper,
      trimBox: box,
      bleedBox: box,
      front: { placements: [], marks: [...asTheyRead(marks, page, job.direction), ...label] },
      number: i + 1,
      total: pages.length,
    };
  });
  const group = {
    kind: "list",
    first: 1,
    count: sheets.length,
    page,
    columns: 1,
    rows: 1,
    perSheet: 0,
    turned: false,
    margin: { x: 0, y: 0 },
    cuts: 0,
    lines: [],
    folds: 0,
    ruler: 0,
  } as const;
  return { ok: true, sheets, groups: [group], cuts: 0, seams: [] };
};
