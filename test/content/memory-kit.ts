/** A small right kit in memory, of which a test replaces the files that it is about. */

import type { KitFiles } from "../../src/content/files.js";
import { loadKit } from "../../src/content/index.js";
import type { Kit } from "../../src/content/kit.js";
import { Diagnostics } from "../../src/diagnostics/diagnostic.js";
import { type JsonProblem, toJsonProblems } from "../../src/diagnostics/json.js";

/** Path → content; undefined takes a file away. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

export const RIGHT: Files = {
  "kit.yaml": `kit: essai
title: Un essai
version: "1.0"
date: 2026-11-24
locale: fr
formats:
  carte: { width: 63mm, height: 88mm, bleed: 3mm, safe: 4mm }
components:
  jeu: { title: Le jeu, kind: deck, cards: cards/jeu.yaml }
`,
  "cards/jeu.yaml": `template: fiche
pieces:
  - id: un
    title: Bonjour
`,
  "templates/fiche.hbs": `---
format: carte
fields:
  title: { type: text, required: true, max: 40, note: Le titre de la fiche }
  text: { type: markdown, max: 60 }
  answer: { type: choice, of: [share, keep] }
  steps: { type: list, item: { type: text }, least: 2, most: 3 }
  count: number
  done: boolean
  on: date
  icon: icon
  picture: image
  more: link
---
<p>{{title}}</p>
`,
  "cards/links.yaml": `cnil: { url: "https://www.cnil.fr/", title: La CNIL, checked: 2026-11-20 }
`,
  "fonts/fonts.yaml": `families:
  Atkinson Hyperlegible Next:
    - weight: 400
      package: "@expo-google-fonts/atkinson-hyperlegible-next"
      file: 400Regular/AtkinsonHyperlegibleNext_400Regular.ttf
`,
  "assets/evenements/talos.svg": "<svg/>",
};

export interface Loaded {
  readonly kit: Kit | undefined;
  readonly problems: readonly JsonProblem[];
}

/** Loads the right kit with some files replaced. */
export function load(changes: Files): Loaded {
  const diagnostics = new Diagnostics();
  const kit = loadKit(memoryFiles({ ...RIGHT, ...changes }, diagnostics), diagnostics);
  return { kit, problems: toJsonProblems(diagnostics.all) };
}

/** Loads the right kit whose only piece is followed by `lines`, each at the piece's indentation. */
export const loadPiece = (lines: string): Loaded =>
  load({ "cards/jeu.yaml": `template: fiche\npieces:\n  - id: un\n${lines}\n` });

export function memoryFiles(files: Files, diagnostics: Diagnostics): KitFiles {
  return {
    root: "/kit",
    place: (path) => `/kit/${path}`,
    has: (path) => files[path] !== undefined,
    list: (folder) =>
      Object.keys(files)
        .filter((path) => files[path] !== undefined && path.startsWith(`${folder.replace(/\/$/, "")}/`))
        .map((path) => path.slice(folder.replace(/\/$/, "").length + 1))
        .filter((name) => !name.includes("/")),
    folders: (folder) => {
      const below = folder === "." ? "" : `${folder}/`;
      const names = Object.keys(files).filter((path) => files[path] !== undefined && path.startsWith(below));
      return [...new Set(names.flatMap((path) => path.slice(below.length).split("/").slice(0, -1).slice(0, 1)))].sort();
    },
    read(path, at) {
      const content = files[path];
      if (content === undefined) {
        diagnostics.report({ code: "missing-file", severity: "error", message: `Il manque « ${path} ».`, at });
        return undefined;
      }
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
  };
}
