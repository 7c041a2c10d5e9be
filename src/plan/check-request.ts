/** A build's request against the kit: names that do not exist are told with what was meant. */
import type { Kit } from "../content/kit.js";
import { type Diagnostics, suggest } from "../diagnostics/index.js";
import type { BuildRequest } from "./request.js";

interface Known {
  readonly kit: Kit;
  readonly papers: ReadonlyMap<string, unknown>;
  readonly locale: string | undefined;
}

/** Whether every name that the request uses exists. */
export function checkRequest(request: BuildRequest, { kit, papers, locale }: Known, diagnostics: Diagnostics): boolean {
  const components = kit.components.map(({ id }) => id);
  const unknown = (code: string, what: string, name: string, names: readonly string[]): void => {
    const near = suggest(name, names);
    diagnostics.report({
      code,
      severity: "error",
      message: `${what} «\u00A0${name}\u00A0» n’existe pas dans ce kit`,
      hint: near ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?` : `Choix possibles : ${names.join(", ")}.`,
    });
  };
  for (const id of request.components)
    if (!components.includes(id)) unknown("unknown-component", "l’élément", id, components);
  for (const name of request.papers)
    if (!papers.has(name)) unknown("unknown-paper", "le papier", name, [...papers.keys()]);
  if (locale !== undefined && locale !== kit.locale) unknown("unknown-locale", "la langue", locale, [kit.locale]);
  return !diagnostics.all.some(({ code }) => ["unknown-component", "unknown-paper", "unknown-locale"].includes(code));
}
