/** A styled tree → the families that it asks for and the kit does not have, each told once, where it is written. */
import type { Composer } from "../compose/index.js";
import { type Diagnostics, type Span, suggest } from "../diagnostics/index.js";
import type { LocalKit } from "../localise/index.js";
import type { StyledElement } from "../style/index.js";
import type { FontStore } from "../text/index.js";
import * as say from "./messages.js";

/** What is looked at once in a build. */
export interface FontWork {
  readonly local: LocalKit;
  readonly fonts: FontStore;
  readonly composer: Composer;
  /** Styles whose fonts were looked at, and the unknown families that were told. */
  readonly seen: WeakSet<object>;
  readonly unknown: Set<string>;
}

export interface FontCheck {
  readonly problems: Diagnostics;
  readonly templates: readonly string[];
}

/** Every family that a style asks for must be one of the kit's. */
export function checkFonts(element: StyledElement, workshop: FontWork, told: FontCheck): void {
  const { problems, templates } = told;
  if (!workshop.seen.has(element.style)) {
    workshop.seen.add(element.style);
    const { families } = workshop.fonts;
    for (const family of element.style.fontFamily) {
      if (families.has(family) || workshop.unknown.has(family)) continue;
      workshop.unknown.add(family);
      const at = whereWritten(family, workshop, templates) ?? element.element.at;
      problems.report(say.unknownFont(at, family, suggest(family, families)));
    }
  }
  for (const child of element.children) if (child.kind === "element") checkFonts(child, workshop, told);
}

/** The first place of a family's name in the styles that a template sees. */
function whereWritten(family: string, { local, composer }: FontWork, templates: readonly string[]): Span | undefined {
  const { theme } = local.kit;
  const styles = [
    ...templates.flatMap((name) => composer.styles(name)),
    ...(theme ? [{ source: theme, text: theme.text, start: 0 }] : []),
  ];
  for (const { source, text, start } of styles) {
    const found = text.indexOf(family);
    if (family && found >= 0) return { source, start: start + found, end: start + found + family.length };
  }
  return undefined;
}
