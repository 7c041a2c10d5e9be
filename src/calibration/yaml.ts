/** Printers → the text of printers.yaml. */
import type { PrinterProfile, Printers, SideError } from "../content/index.js";
import { toMm } from "../units.js";

const HEADER = `# Les imprimantes de ce lieu et leurs défauts, écrits par mallette calibrate. Ce fichier n’entre pas dans git.
# right, down : de combien l’impression est trop à droite, trop bas (mm) ; turn : de combien elle est tournée (degrés) ;
# width, height : sa taille en pourcentage ; margin : le bord que l’imprimante laisse blanc.
`;

/** A hundredth of a millimetre over a page: finer than anybody reads. */
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

const sideText = ({ right, down, turn, width, height }: SideError): string => {
  const facts = {
    right: rounded(toMm(right), 3),
    down: rounded(toMm(down), 3),
    turn: rounded(turn, 4),
    width: rounded(100 * width, 4),
    height: rounded(100 * height, 4),
  };
  return `{ ${Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ")} }`;
};

const profileText = ({ margin, front, back }: PrinterProfile): string =>
  `    margin: ${rounded(toMm(margin), 2)}mm\n    front: ${sideText(front)}\n    back: ${sideText(back)}\n`;

export const printersText = (printers: Printers): string =>
  HEADER +
  [...printers]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, papers]) =>
        `${name}:\n${[...papers].map(([paper, profile]) => `  ${paper}:\n${profileText(profile)}`).join("")}`,
    )
    .join("");
