/** Comments, links and fields: what lies on a page besides its ink. */
import { transformRect } from "../../units.js";
import { rectOf } from "../pdf/index.js";
import { shared } from "../walk/index.js";
import type { PageJob } from "./job.js";
import * as say from "./messages.js";

/** Annotations that printers themselves put there. */
const PRINTERS = new Set(["PrinterMark", "TrapNet"]);
/** Seen on a screen only. */
const SCREENS = new Set(["Link", "Popup"]);

const HIDDEN = 2;
const PRINT = 4;

export function checkAnnotations({ document, page, rules, findings }: PageJob): void {
  if (rules.purpose === "screen") return;
  for (const value of document.array(page.dict.get("Annots"))) {
    const dict = document.dict(value);
    const kind = document.name(dict.get("Subtype")) ?? "";
    const flags = document.number(dict.get("F")) ?? 0;
    const rect = rectOf(document.numbers(dict.get("Rect")));
    const box = rect && transformRect(page.upright, rect);
    const area = page.boxes.get("BleedBox") ?? page.boxes.get("TrimBox") ?? { x: 0, y: 0, ...page.size };
    const isOnPage = box === undefined || shared(area, box).width > 0;
    // On a press nothing may lie on the page; elsewhere, only what is printed matters.
    const matters = rules.isPress ? isOnPage : (flags & PRINT) !== 0 && (flags & HIDDEN) === 0 && !SCREENS.has(kind);
    if (dict.size === 0 || PRINTERS.has(kind) || !matters) continue;
    findings.report(say.annotation(kind), { page: page.number, box }, { subject: kind });
  }
}
