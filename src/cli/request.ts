/** The options that say what is printed → a build's request. */
import type { BuildOptions } from "../build.js";
import type { Duplex } from "../impose/index.js";
import { DEFAULT_REQUEST, type TargetName } from "../plan/request.js";
import type { CommandLine } from "./command-line.js";

/** Choices were checked as the line was read. */
export const requestOf = (line: CommandLine): BuildOptions["request"] => ({
  components: line.names,
  targets: (line.all("target") as readonly TargetName[] | undefined) ?? DEFAULT_REQUEST.targets,
  papers: line.all("paper"),
  duplex: line.one("duplex") as Duplex | undefined,
  copies: Number(line.one("copies") ?? DEFAULT_REQUEST.copies),
});
