/** The language that a file names → whether it is the one that was asked for. */

/** « pt » and « pt_BR » say pt-BR, « pt-PT » does not. */
export function isLanguage(written: string, tag: string): boolean {
  const [a, b] = [partsOf(written), partsOf(tag)];
  const common = Math.min(a.length, b.length);
  return a.slice(0, common).join("-") === b.slice(0, common).join("-");
}

/** gettext writes pt_BR, and a variant after @. */
const partsOf = (name: string): readonly string[] =>
  name.replace(/@.*/, "").trim().replaceAll("_", "-").toLowerCase().split("-");
