/** A style's `transform` → one matrix in the coordinates of its box. */
import type { Style } from "../style/style.js";
import { compose, type Matrix, type Size } from "../units.js";
import { resolve } from "./shapes.js";

/** CSS transforms turn about the middle of the box; the last one written applies first. */
export function transformOf(style: Style, { width, height }: Size): Matrix {
  const steps = style.transform.map((step): Matrix => {
    if (step.kind === "translate") return [1, 0, 0, 1, resolve(step.x, width), resolve(step.y, height)];
    if (step.kind === "scale") return [step.x, 0, 0, step.y, 0, 0];
    const angle = (step.degrees * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
  });
  const toMiddle: Matrix = [1, 0, 0, 1, -width / 2, -height / 2];
  const back: Matrix = [1, 0, 0, 1, width / 2, height / 2];
  return compose([...steps].reverse().reduce(compose, toMiddle), back);
}
