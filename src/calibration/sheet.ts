/** A paper → the calibration sheet: scales that a fold crosses, crosses to measure between, stairs of margins, what to do. */
import type { PrinterProfile } from "../content/index.js";
import { stepsAt } from "../impose/assembly-text.js";
import { moveMark, rulerStacked } from "../impose/furniture.js";
import type { Mark, Paper, Sheet, SheetSide } from "../impose/index.js";
import { type Matrix, type Mm, mm, type Point, type Pt, type Size } from "../units.js";
import { correctionOf } from "./correction.js";
import { crosses, EDGES, line, scale, stairs, words } from "./marks.js";
import * as say from "./messages.js";
import { type Places, placesOn } from "./places.js";

/** Which sheet is wanted. */
export interface SheetWanted {
  readonly paper: Paper;
  /** Where it is known already: stands in the command. */
  readonly printer?: string | undefined;
  /** How that printer is known to miss: the sheet is corrected, to see whether anything is left to correct. */
  readonly profile?: PrinterProfile | undefined;
}

const LETTERS = { front: ["A", "B", "C", "D"], back: ["E", "F", "G", "H"] } as const;

const TITLE: Pt = 16;
const COMMAND: Pt = 10;
/** The largest at which all that is to be said has room. */
const SIZES: readonly Pt[] = [11, 10, 9, 8, 7, 6.5];
/** Words keep off the scales on both sides, and off those at the top and the bottom. */
const KEEP_OFF = { x: mm(32), y: mm(38) } as const;

export function calibrationSheet(wanted: SheetWanted): Sheet {
  const places = placesOn(wanted.paper);
  const { page } = places;
  const { profile } = wanted;
  const whole = { x: 0, y: 0, ...page };
  return {
    page,
    paper: wanted.paper,
    trimBox: whole,
    bleedBox: whole,
    front: {
      ...sideOf(
        "front",
        [
          ...(profile ? [] : EDGES.flatMap((edge) => stairs(edge, page))),
          ...frontWords(wanted, places),
          ...rulerOn(page),
        ],
        places,
      ),
      correction: profile && correctionOf(profile.front, page),
    },
    back: {
      ...sideOf("back", backWords(places), places),
      correction: profile && correctionOf(profile.back, page),
    },
    number: 1,
    total: 1,
  };
}

const sideOf = (side: "front" | "back", more: readonly Mark[], places: Places): SheetSide => ({
  placements: [],
  marks: [...EDGES.flatMap((edge, i) => scale(edge, LETTERS[side][i]!, places)), ...crosses(places), ...more],
});

const numbered = (steps: readonly string[]) => steps.map((step, i) => ({ number: `${i + 1}.`, words: step }));

function frontWords({ paper, printer, profile }: SheetWanted, { page, crosses: { width, height } }: Places) {
  const box = { width: page.width - 2 * KEEP_OFF.x, height: page.height - 2 * KEEP_OFF.y };
  const isCorrected = profile !== undefined;
  const command = say.command(printer, paper.name, isCorrected);
  const below = TABLE + (command.length + 1) * 1.6 * COMMAND;
  const steps = numbered(say.frontSteps(width, height, isCorrected));
  const settings = SIZES.map((size) => stepsAt(steps, box.width, size));
  const set = settings.find((one) => 2 * TITLE + one.height + below <= box.height) ?? settings.at(-1)!;
  const top = KEEP_OFF.y + 2 * TITLE;
  const table = top + set.height + COMMAND;
  const hint = isCorrected ? say.checkHint : printer === undefined ? say.nameHint : undefined;
  return [
    words({
      text: say.title(paper.name),
      at: { x: KEEP_OFF.x, y: KEEP_OFF.y + TITLE },
      size: TITLE,
      anchor: "start",
      face: "title",
    }),
    ...set.marks(KEEP_OFF.x, top),
    ...boxes(
      [...LETTERS.front, ...LETTERS.back, ...(isCorrected ? [] : ["M"])],
      { x: KEEP_OFF.x, y: table },
      box.width,
    ),
    ...[...command, ...(hint ? [hint] : [])].map((text, i) =>
      words({
        text,
        at: { x: KEEP_OFF.x, y: table + TABLE + (i + 0.6) * 1.6 * COMMAND },
        size: i < command.length ? COMMAND : set.size,
        anchor: "start",
        face: i < command.length ? "title" : undefined,
      }),
    ),
  ];
}

function backWords({ page }: Places): readonly Mark[] {
  const set = stepsAt(numbered(say.backSteps), page.width - 2 * KEEP_OFF.x, 10);
  return [
    words({
      text: say.backTitle,
      at: { x: KEEP_OFF.x, y: KEEP_OFF.y + TITLE },
      size: TITLE,
      anchor: "start",
      face: "title",
    }),
    ...set.marks(KEEP_OFF.x, KEEP_OFF.y + 2 * TITLE),
  ];
}

/** Long enough to see at a glance that something scales; crosses are for measuring. */
const RULER: Mm = 100;

/** Below the words, above the scale at the bottom. */
function rulerOn({ width, height }: Size): readonly Mark[] {
  const { marks } = rulerStacked(RULER, say.ruler(RULER), 7);
  const to: Matrix = [1, 0, 0, 1, (width - mm(RULER)) / 2, height - KEEP_OFF.y - mm(4)];
  return marks.map((mark) => moveMark(mark, to, 0));
}

const BOX: Pt = mm(9);
const TABLE: Pt = BOX + mm(3);

/** A box to write each number in, under its letter. */
function boxes(letters: readonly string[], { x, y }: Point, width: Pt): readonly Mark[] {
  const step = width / letters.length;
  const size = 8;
  return letters.flatMap((letter, i) => {
    const [left, right] = [x + i * step, x + (i + 1) * step - mm(1.5)];
    const [top, bottom] = [y, y + BOX];
    return [
      line({ x: left, y: bottom }, { x: right, y: bottom }, "figure"),
      line({ x: left, y: top }, { x: left, y: bottom }, "figure"),
      line({ x: right, y: top }, { x: right, y: bottom }, "figure"),
      line({ x: left, y: top }, { x: right, y: top }, "figure"),
      words({ text: letter, at: { x: left + mm(1), y: top + size }, size, anchor: "start", face: "title" }),
    ];
  });
}
