/** The text of printers.yaml and what was read off a sheet → the next text, with every remark that somebody wrote in it. */
import { type Document, isMap, isScalar, parseDocument, YAMLMap } from "yaml";
import type { PrinterProfile, SideError } from "../content/index.js";
import { toMm } from "../units.js";

const HEADER = `# Les imprimantes de ce lieu et leurs défauts, écrits par mallette calibrate. Ce fichier n’entre pas dans git.
# right, down : de combien l’impression est trop à droite, trop bas (mm) ; turn : de combien elle est tournée (degrés) ;
# width, height : sa taille en pourcentage ; margin : le bord que l’imprimante laisse blanc.
`;

/** A hundredth of a millimetre over a page: finer than anybody reads. */
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

/** A group of keys as it is written: every value is the text that stands in the file. */
interface Written {
  readonly [key: string]: string | Written;
}

const sideOf = ({ right, down, turn, width, height }: SideError): Written => ({
  right: `${rounded(toMm(right), 3)}`,
  down: `${rounded(toMm(down), 3)}`,
  turn: `${rounded(turn, 4)}`,
  width: `${rounded(100 * width, 4)}`,
  height: `${rounded(100 * height, 4)}`,
});

const profileOf = ({ margin, front, back }: PrinterProfile): Written => ({
  margin: `${rounded(toMm(margin), 2)}mm`,
  front: sideOf(front),
  back: sideOf(back),
});

export interface Calibrated {
  readonly printer: string;
  readonly paper: string;
  readonly profile: PrinterProfile;
}

/** Line ends of Windows: kept, and no part of a remark. */
const CRLF = "\r\n";

/** `before` was read without mistakes; undefined where nobody calibrated a printer yet. */
export function printersText(before: string | undefined, { printer, paper, profile }: Calibrated): string {
  const document = parseDocument(before?.replaceAll(CRLF, "\n") || HEADER, { schema: "failsafe" });
  write(document, [], { [printer]: { [paper]: profileOf(profile) } });
  // A side stands on one line, however long.
  const text = document.toString({ lineWidth: 0 });
  return before?.includes(CRLF) ? text.replaceAll("\n", CRLF) : text;
}

/** Value by value into what is there: remarks hang on it. */
function write(document: Document, path: readonly string[], value: string | Written): void {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (typeof value === "string") {
    if (isScalar(node)) node.value = value;
    else document.setIn(path, value);
    return;
  }
  const group = isMap(node) ? node : new YAMLMap(document.schema);
  if (group.items.length === 0) group.flow = Object.values(value).every((one) => typeof one === "string");
  if (path.length === 0) document.contents = group;
  else if (group !== node) document.setIn(path, group);
  for (const [key, part] of Object.entries(value)) write(document, [...path, key], part);
}
