/** A page → the marks by which a cutting machine finds it, and what of the page they leave to others. */
import { EPSILON, mm, outset, type Pt, type Rect, type Size } from "../units.js";
import { intersection } from "./rects.js";
import type { Mark } from "./sheet.js";

/**
 * The three marks that Silhouette machines look for ("type 1") in the sizes that their program proposes: a square at the
 * top left, an angle at the top right and one at the bottom left. Other machines are aligned by the same corners.
 */
const INSET: Pt = mm(10);
const SQUARE: Pt = mm(5);
const ARM: Pt = mm(20);
const THICKNESS: Pt = mm(0.5);

/** White around the marks: what is nearer is taken for part of them. */
const QUIET: Pt = mm(1.5);

/** Machines cut inside the frame that their marks make, and not upon it. */
export const MACHINE_ROOM: Pt = INSET + THICKNESS;

/** From the paper's edge to where bleed may begin all along the marks. */
export const MACHINE_BLEED_ROOM: Pt = INSET + THICKNESS + QUIET;

/** Black areas: the square, then two arms for each angle. They are printed, and stand in the cut file at the same places. */
const areasOn = ({ width, height }: Size): readonly Rect[] => {
  const [right, bottom] = [width - INSET, height - INSET];
  return [
    { x: INSET, y: INSET, width: SQUARE, height: SQUARE },
    { x: right - ARM, y: INSET, width: ARM, height: THICKNESS },
    { x: right - THICKNESS, y: INSET, width: THICKNESS, height: ARM },
    { x: INSET, y: bottom - THICKNESS, width: ARM, height: THICKNESS },
    { x: INSET, y: bottom - ARM, width: THICKNESS, height: ARM },
  ];
};

export const machineMarks = (page: Size): readonly Mark[] => areasOn(page).map((area) => ({ kind: "block", area }));

/** What nothing else may touch. */
export const quietAreas = (page: Size): readonly Rect[] => areasOn(page).map((area) => outset(area, QUIET));

/** Whether `art` leaves the marks alone. */
export const leavesMarks = (page: Size, art: Rect): boolean => {
  const inner = outset(art, -EPSILON);
  return quietAreas(page).every((area) => !intersection(area, inner));
};
