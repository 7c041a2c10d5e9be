/** QR codes: whether each can be read, on any telephone, and leads where the manifest says. */
import { toMm } from "../../units.js";
import type { FoundCode } from "../codes/index.js";
import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** Between light and dark: below, few telephones read a code (ISO 15415 calls 40 % fair). */
const LEAST_CONTRAST = 0.4;

/** Millimetres of a module: four dots of a laser printer, and what a hand holds still enough for. */
const MODULE = { error: 0.25, warning: 0.33 };

/** White around a code, in its modules. */
const QUIET = 4;

/** `expected`: the addresses on this page as the manifest has them; undefined without one. */
export function checkCodes(
  { page, findings }: PageJob,
  codes: readonly FoundCode[],
  expected: readonly string[] | undefined,
): void {
  for (const code of codes) {
    const place = { page: page.number, box: code.box };
    const module = toMm(code.module);
    if (code.contrast < LEAST_CONTRAST)
      findings.report(say.paleCode(code.contrast, LEAST_CONTRAST, code.text !== undefined), place, {
        weight: -code.contrast,
      });
    else if (code.text === undefined) findings.report(say.unreadableCode(), place);
    else if (code.isInverted) findings.report(say.invertedCode(), place);
    if (code.text === undefined) continue;
    if (module < MODULE.warning) findings.report(say.tinyCode(module, MODULE), place, { weight: -module });
    if (code.quiet < QUIET) findings.report(say.crampedCode(code.quiet), place, { weight: -code.quiet });
  }
  if (!expected) return;
  const left = [...expected];
  for (const { text, box } of codes) {
    if (text === undefined) continue;
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    else findings.report(say.unexpectedCode(text), { page: page.number, box }, { subject: text });
  }
  // One that cannot be read was told already.
  for (const address of left.slice(codes.filter(({ text }) => text === undefined).length))
    findings.report(say.missingCode(address), { page: page.number }, { subject: address });
}
