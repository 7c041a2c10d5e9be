/** The guides for translators, in French and in English: their commands exist, and both say the same ones. */
import { describe, expect, test } from "vitest";
import { readCommandLine } from "../../src/cli/command-line.js";
import { VERBS } from "../../src/cli/translate/index.js";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { ENDINGS } from "../../src/exchange/index.js";
import { STATE_WORDS } from "../../src/exchange/messages.js";
import { unitsOf } from "../../src/translation/index.js";
import { pathOf, section, textOf } from "./support.js";

const GUIDES = ["docs/traduire.md", "docs/translating.md"] as const;

/** Every `mallette …`, in blocks and in sentences. */
const commandsIn = (document: string): readonly string[] =>
  Array.from(
    document.matchAll(/(?:^|`)(?:npx )?mallette ((?:translate|build|check)\b[^`\n]*)/gm),
    ([, words]) => words!,
  );

const OPTIONS_EVERYWHERE = ["json", "quiet", "kit"];

const diagnostics = new Diagnostics();
const kit = loadKit(openKitFiles(pathOf("."), diagnostics), diagnostics)!;
const ids = unitsOf(kit).map(({ id }) => id);

describe.each(GUIDES)("%s", (guide) => {
  const document = textOf(guide);
  const commands = commandsIn(document);

  test.each([...new Set(commands)])("mallette %s is a command", (words) => {
    const line = readCommandLine(words.split(" "));
    expect(line.problems).toEqual([]);
    if (line.command?.name !== "translate") return;
    const [name, , ...texts] = line.names;
    const verb = VERBS.find((one) => one.name === name);
    expect(verb, name).toBeDefined();
    const options = Array.from(words.matchAll(/--([a-z-]+)/g), ([, option]) => option!);
    const known = [...OPTIONS_EVERYWHERE, ...Array.from(verb!.usage.matchAll(/--([a-z-]+)/g), ([, option]) => option!)];
    expect(options.filter((option) => !known.includes(option))).toEqual([]);
    // What an example names is in this kit.
    const named = [...(line.all("minor") ?? []), ...(name === "review" ? texts : [])].filter((text) => text !== "all");
    expect(named.filter((text) => !ids.some((id) => id === text || id.startsWith(`${text}/`)))).toEqual([]);
  });

  test("every verb has its line", () => {
    const heading = guide === "docs/traduire.md" ? "Toutes les commandes" : "All commands";
    const listed = commandsIn(section(document, heading)).map((words) => words.split(" ")[1]!);
    expect([...new Set(listed)]).toEqual(VERBS.map(({ name }) => name));
  });

  test("files have the names that export gives them", () => {
    const named = new Set(document.match(/mallette-ia-[\w.-]+/g));
    expect([...named]).toEqual([`${kit.id}-es.${ENDINGS.xlsx}`]);
  });

  test("states are those of the files", () => {
    expect(Object.values(STATE_WORDS).filter((word) => !document.includes(`\`${word}\``))).toEqual([]);
  });
});

test("both guides show the same commands", () => {
  const [french, english] = GUIDES.map((guide) => commandsIn(textOf(guide)));
  expect(english).toEqual(french);
});
