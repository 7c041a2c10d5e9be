/** A small kit and what is asked of its build → the files that are planned, and what was said meanwhile. */
import { expect } from "vitest";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import { type Diagnostic, Diagnostics } from "../../src/diagnostics/index.js";
import { PAPERS } from "../../src/impose/index.js";
import { type LocaleOptions, localise } from "../../src/localise/index.js";
import { type Output, planOutputs } from "../../src/plan/outputs.js";
import { productOf } from "../../src/plan/press/products.js";
import type { NamedPrinter } from "../../src/plan/printer.js";
import { type BuildRequest, DEFAULT_REQUEST } from "../../src/plan/request.js";
import { drawsBack, papersOf } from "../../src/plan/sizes.js";
import { copyKit, type Edits } from "../kits/temporary.js";

export interface Planned {
  readonly outputs: readonly Output[];
  readonly problems: readonly Diagnostic[];
}

/** The kit « atelier », edited; it has no booklet. */
export function plan(
  request: Partial<BuildRequest>,
  edits: Edits = {},
  locale: LocaleOptions = {},
  printer?: NamedPrinter,
): Planned {
  const diagnostics = new Diagnostics();
  const kit = loadKit(openKitFiles(copyKit("atelier", edits), diagnostics), diagnostics)!;
  expect(diagnostics.all).toEqual([]);
  const outputs = planOutputs(
    {
      local: localise(kit, "fr", locale),
      request: { ...DEFAULT_REQUEST, ...request },
      papers: papersOf(kit, PAPERS),
      hasBack: (template) => drawsBack(kit.templates.get(template)),
      keepOuts: () => [],
      booklets: new Map(),
      press: productOf(request.press ?? {}, kit.press),
      printer,
    },
    diagnostics,
  );
  return { outputs, problems: diagnostics.all };
}
