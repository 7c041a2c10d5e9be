/** The options that say what is printed → a build's request. */
import type { BuildOptions } from "../build.js";
import type { Duplex } from "../impose/index.js";
import { type CutFormat, DEFAULT_REQUEST, type PressRequest, type TargetName } from "../plan/request.js";
import type { BackOrder } from "../plan/two-pass.js";
import { mm, type Pt } from "../units.js";
import type { CommandLine } from "./command-line.js";

/** Choices were checked as the line was read. */
export const requestOf = (line: CommandLine): BuildOptions["request"] => ({
  components: line.names,
  targets: (line.all("target") as readonly TargetName[] | undefined) ?? targetsOf(line),
  papers: line.all("paper"),
  duplex: line.one("duplex") as Duplex | undefined,
  copies: Number(line.one("copies") ?? DEFAULT_REQUEST.copies),
  cut: line.all("cut") as readonly CutFormat[] | undefined,
  printer: line.one("printer"),
  twoPass: line.one("two-pass") as BackOrder | undefined,
  press: {
    product: line.one("product"),
    bleed: lengthOf(line.one("bleed")),
    order: line.one("order") as PressRequest["order"],
    marks: line.one("marks") as PressRequest["marks"],
  },
});

const lengthOf = (millimetres: string | undefined): Pt | undefined =>
  millimetres === undefined ? undefined : mm(Number(millimetres));

/** Whoever names a printer, or turns the pile by hand, prints now and here: shop and screen are for another day. */
const targetsOf = (line: CommandLine): readonly TargetName[] =>
  line.has("printer") || line.has("two-pass") ? ["home"] : DEFAULT_REQUEST.targets;
