/** Colours that a press cannot print as they are: those of light, too much ink, white that would vanish. */
import { mm } from "../../units.js";
import type { Picture } from "../pictures/picture.js";
import { type Coat, familyOf, type ImageMark, type Ink, type Mark, platesOf, shared } from "../walk/index.js";
import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** Of a picture: single pixels are noise. */
const MOST_HEAVY_PIXELS = 0.005;
/** Per cent: what rounding adds. */
const SLACK = 0.5;
const PICTURE_SLACK = 3;

export function checkColors(job: PageJob, pictures: ReadonlyMap<ImageMark["stream"], Picture>): void {
  for (const mark of job.marks) {
    const coats = coatsOf(mark);
    if (job.rules.obeysOverprint) checkOverprint(job, mark, coats);
    if (!job.rules.isPress) continue;
    checkInks(job, mark, [...coats.flatMap(({ ink }) => ink ?? []), ...(mark.kind === "shading" ? mark.inks : [])]);
    checkSpace(job, mark);
    if (mark.kind === "image") checkPicture(job, mark, pictures.get(mark.stream));
  }
}

export function coatsOf(mark: Mark): readonly Coat[] {
  if (mark.kind === "path" || mark.kind === "text")
    return [mark.fill, mark.stroke].filter((coat) => coat !== undefined);
  return mark.kind === "image" && mark.stencil ? [mark.stencil] : [];
}

/** In the mode in which nought of an ink leaves what lies below, white leaves all; other spaces always add. */
function checkOverprint({ page, findings }: PageJob, { box }: Mark, coats: readonly Coat[]): void {
  for (const { ink, isOverprinted, overprintMode } of coats) {
    const plates = isOverprinted && ink ? platesOf(ink) : undefined;
    if (!plates || !ink || plates.some((plate) => plate > 0.005)) continue;
    const isDevice = ink.space.kind === "cmyk" && !ink.space.hasProfile;
    if (overprintMode === 1 || !isDevice) findings.report(say.whiteOverprint(), { page: page.number, box });
  }
}

function checkInks({ page, rules, findings }: PageJob, { kind, box }: Mark, inks: readonly Ink[]): void {
  const place = { page: page.number, box };
  for (const ink of inks) {
    if (familyOf(ink.space) === "rgb") {
      findings.report(say.colorsOfLight(kind), place, { subject: kind });
      continue;
    }
    const sum = 100 * (platesOf(ink) ?? []).reduce((total, plate) => total + plate, 0);
    if (ink.space.kind === "spot" && ink.space.names.includes("All")) {
      const trim = page.boxes.get("TrimBox");
      const inside = trim && shared(trim, box);
      if (inside && Math.max(inside.width, inside.height) > MARK_SLACK) findings.report(say.registrationColor(), place);
    } else if (sum > rules.ink + SLACK) {
      findings.report(say.tooMuchInk(kind, sum, rules.ink), place, { subject: kind, weight: sum });
    }
  }
}

/** Crop marks may end on the trim. */
const MARK_SLACK = mm(0.5);

function checkSpace({ page, findings }: PageJob, mark: Mark): void {
  if (mark.kind !== "image" && mark.kind !== "shading") return;
  // Gradients whose colours are known were judged by these.
  if (mark.kind === "shading" && mark.inks.length > 0) return;
  if (mark.space && familyOf(mark.space) === "rgb")
    findings.report(say.colorsOfLight(mark.kind), { page: page.number, box: mark.box }, { subject: mark.kind });
}

function checkPicture({ page, rules, findings }: PageJob, { box }: ImageMark, picture: Picture | undefined): void {
  const inks = picture?.inks;
  if (!picture || !inks) return;
  const limit = rules.ink + PICTURE_SLACK;
  const heavy = inks.subarray(limit + 1).reduce((sum, count) => sum + count, 0);
  if (heavy / (picture.width * picture.height) <= MOST_HEAVY_PIXELS) return;
  const most = inks.findLastIndex((count) => count > 0);
  findings.report(
    say.tooMuchInk("image", most, rules.ink),
    { page: page.number, box },
    { subject: "image", weight: most },
  );
}
