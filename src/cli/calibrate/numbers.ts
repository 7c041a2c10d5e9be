/** What was typed of the numbers on the calibration sheet → readings, or what is wrong with them. */
import { errorRead, type Places, type Readings, together } from "../../calibration/index.js";
import type { PrinterProfile, SideError } from "../../content/index.js";
import type { Diagnostics } from "../../diagnostics/index.js";
import { type Mm, mm, toMm } from "../../units.js";
import type { CommandLine } from "../command-line.js";
import * as say from "./messages.js";

/** Options that give numbers: any of them means that the sheet was printed and read. */
export const NUMBERS = ["front", "back", "front-size", "back-size", "margin"] as const;

/** Scales count from 0 to 20. */
const LONGEST_SCALE: Mm = 20;
/** Beyond this part of its length, a page was fitted to something, and no printer missed. */
const MOST_STRETCH = 0.05;
/** What a printer leaves white at most; the stairs of the sheet end at 10 mm. */
const DEEPEST_MARGIN: Mm = 25;
/** What office printers leave white, where nobody looked. */
const USUAL_MARGIN: Mm = 5;
/** A fold or an eye misses by half a millimetre; more is a slip. */
const MOST_DOUBT: Mm = 1.5;

/** What is known of a printer before: its sheet was corrected for that, and tells what is left. */
type Known = PrinterProfile | undefined;

/** The profile that the numbers make. Undefined, and reported, when they cannot be right. */
export function profileFrom(
  line: CommandLine,
  places: Places,
  known: Known,
  diagnostics: Diagnostics,
): PrinterProfile | undefined {
  const tools: Tools = { line, places, diagnostics };
  if (!line.has("front")) {
    diagnostics.report(say.missingFront());
    return undefined;
  }
  const front = sideFrom("front", tools);
  // A sheet that was printed on one side only: both run through the same machine.
  const back = line.has("back") ? sideFrom("back", tools) : front;
  if (!line.has("back") && line.has("back-size")) diagnostics.report(say.missingBack());
  else if (!line.has("back") && known) diagnostics.report(say.missingBackToo());
  const usual = known ? toMm(known.margin) : USUAL_MARGIN;
  const margin = line.has("margin") ? numbersIn("margin", [[0, DEEPEST_MARGIN]], tools)?.[0] : usual;
  if (diagnostics.hasErrors || !front || !back || margin === undefined) return undefined;
  return known
    ? { margin: mm(margin), front: together(known.front, front), back: together(known.back, back) }
    : { margin: mm(margin), front, back };
}

interface Tools {
  readonly line: CommandLine;
  readonly places: Places;
  readonly diagnostics: Diagnostics;
}

type Range = readonly [least: Mm, most: Mm];

function sideFrom(side: "front" | "back", tools: Tools): SideError | undefined {
  const { line, places, diagnostics } = tools;
  const scale: Range = [0, LONGEST_SCALE];
  const read = numbersIn(side, [scale, scale, scale, scale], tools);
  const about = (length: Mm): Range => [length * (1 - MOST_STRETCH), length * (1 + MOST_STRETCH)];
  const { width, height } = places.crosses;
  const isMeasured = line.has(`${side}-size`);
  const size = isMeasured ? numbersIn(`${side}-size`, [about(width), about(height)], tools) : [width, height];
  if (!read || !size) return undefined;
  const [top, right, bottom, left] = read as [Mm, Mm, Mm, Mm];
  const readings: Readings = { top, right, bottom, left, width: size[0], height: size[1] };
  const { error, doubt } = errorRead(readings, places);
  if (doubt > MOST_DOUBT) {
    diagnostics.report(say.doubtful(side, doubt));
    return undefined;
  }
  return error;
}

/** `10/10,5/9.5/11`: as many numbers as ranges, each in its own. */
function numbersIn(
  option: (typeof NUMBERS)[number],
  ranges: readonly Range[],
  { line, diagnostics }: Tools,
): readonly Mm[] | undefined {
  const typed = line.one(option) ?? "";
  const parts = typed.split(/[/;]/).map((part) => part.trim());
  if (parts.length !== ranges.length || !parts.every((part) => /^-?\d{1,4}([.,]\d{1,3})?$/.test(part))) {
    diagnostics.report(say.badNumbers(option, typed, ranges.length));
    return undefined;
  }
  const numbers = parts.map((part) => Number(part.replace(",", ".")));
  const wrong = numbers.findIndex((number, i) => number < ranges[i]![0] || number > ranges[i]![1]);
  if (wrong < 0) return numbers;
  diagnostics.report(say.outOfRange(option, parts[wrong]!, ranges[wrong]!));
  return undefined;
}
