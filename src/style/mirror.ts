/** A computed style → the same seen in a mirror: what CSS counts physically, though it points along the line of text. */
import type { BackgroundImage, Percent, Style, TransformStep } from "./style.js";

type Physical = Pick<Style, "transform" | "backgroundImage" | "objectPosition">;

/** The drawing itself is turned over where it is painted; codes, photographs and words never are. */
export const mirrored = ({ transform, backgroundImage, objectPosition: [x, y] }: Physical): Physical => ({
  transform: transform.map(mirroredStep),
  backgroundImage: backgroundImage === "none" ? backgroundImage : mirroredGround(backgroundImage),
  objectPosition: [`${100 - Number.parseFloat(x)}%`, y],
});

function mirroredStep(step: TransformStep): TransformStep {
  if (step.kind === "rotate") return { ...step, degrees: -step.degrees };
  if (step.kind === "scale") return step;
  return { ...step, x: typeof step.x === "number" ? -step.x : (`${-Number.parseFloat(step.x)}%` satisfies Percent) };
}

const mirroredGround = ({ gradient, ...rest }: BackgroundImage): BackgroundImage => ({
  ...rest,
  gradient: { ...gradient, angle: -gradient.angle },
});
