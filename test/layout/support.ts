/** Faces laid out in real fonts, and frames printed as text. */

import { encodeQr, type ImageAsset, qrSide, type VectorArt } from "../../src/assets/index.js";
import { parseMarkup } from "../../src/compose/elements.js";
import type { MarkupElement } from "../../src/compose/markup.js";
import type { TextValue } from "../../src/content/kit.js";
import { Diagnostics, type Source } from "../../src/diagnostics/diagnostic.js";
import type { Path } from "../../src/graphics.js";
import {
  createLayouter,
  type FacePage,
  type FaceSpec,
  type Frame,
  type FrameItem,
  type Layouter,
} from "../../src/layout/index.js";
import { digitsOf } from "../../src/localise/digits.js";
import { localise } from "../../src/localise/index.js";
import { createStyler, parseTheme } from "../../src/style/index.js";
import { glyphsOf } from "../../src/text/index.js";
import { toMm } from "../../src/units.js";
import { EMPTY_KIT } from "../localise/support.js";
import { type Problem, plain, problemsOf } from "../style/support.js";
import { testFonts } from "../text/support.js";

/** A photograph of 400 × 200 pixels. */
const PHOTO: ImageAsset = {
  key: "photo",
  name: "assets/photo.jpg",
  bytes: new Uint8Array(),
  format: "jpeg",
  width: 400,
  height: 200,
  passthrough: true,
};

/** A drawing of 40 × 20. */
const drawing = (name: string): VectorArt => ({
  key: name,
  width: 40,
  height: 20,
  nodes: [],
  usesCurrentColor: true,
  stretch: name.includes("stretch"),
});

const ADDRESS = "https://www.cnil.fr/";

let layouter: Promise<Layouter> | undefined;

/** Opened once for all tests of a file: Atkinson for text, Bricolage in bold. */
const open = (): Promise<Layouter> =>
  (layouter ??= testFonts().then(({ store, shaper }) =>
    createLayouter({
      fonts: store,
      shaper,
      lang: "fr",
      number: digitsOf("fr"),
      pictures: {
        icon: (name) => drawing(name),
        file: (path) => (path.endsWith(".svg") ? drawing(path) : PHOTO),
        face: () => undefined,
        code: () => {
          const code = encodeQr(ADDRESS)!;
          return { code, side: qrSide(code) };
        },
      },
    }),
  ));

export interface Face {
  readonly page: FacePage;
  readonly problems: readonly (Problem & { readonly piece: string; readonly field: string })[];
}

/** 100 × 100 pt without bleed or safe margin, text 10 pt on lines of 12 pt. */
export const SPEC: FaceSpec = {
  name: { piece: "jeu/un", side: "front", locale: "fr" },
  trim: { width: 100, height: 100 },
  bleed: 0,
  safe: 0,
  radius: 0,
};

const BASE = `:root { font-family: Atkinson; font-size: 10pt; line-height: 12pt }`;

/**
 * Lays out the inside of a front. `«field:words»` is a text from the YAML, `«field!stale:words»` one of a proof; those
 * that are missing in it are in the language `original`.
 */
export async function face(
  css: string,
  inside: string,
  spec: Partial<FaceSpec> = {},
  original?: string,
): Promise<Face> {
  const tools = await open();
  const diagnostics = new Diagnostics();
  const root = markup(inside, original, diagnostics);
  const source: Source = { name: "templates/theme.css", text: BASE + css };
  const rules = parseTheme({ source, text: source.text, start: 0 }, diagnostics);
  const used = { ...SPEC, ...spec };
  const styled = createStyler(rules, [], used.trim, diagnostics).style(root);
  const page = tools.layOut(styled, used, diagnostics);
  const problems = problemsOf(diagnostics).map((problem, index) => ({
    ...problem,
    piece: diagnostics.all[index]!.piece ?? "",
    field: diagnostics.all[index]!.field ?? "",
  }));
  return { page, problems };
}

const FIELD = /«(\w+)(?:!(missing|stale))?:([^»]*)»/g;

/** The front of a template whose fields are written in a YAML file, one a line. */
function markup(inside: string, original: string | undefined, diagnostics: Diagnostics): MarkupElement {
  const fields = [...inside.matchAll(FIELD)];
  const yaml: Source = {
    name: "cards/jeu.yaml",
    text: fields.map(([, name, , words]) => `${name}: ${words}\n`).join(""),
  };
  let index = 0;
  const text = inside.replace(FIELD, (_whole, _name, _state, words: string) => `\uE000${index++}\uE001${words}\uE002`);
  const texts = fields.map(([, name, state, words]) => {
    const start = yaml.text.indexOf(`${name}: ${words}`) + name!.length + 2;
    return {
      kind: "text" as const,
      value: words!,
      field: name!,
      state: state as TextValue["state"],
      at: { source: yaml, start, end: start + words!.length },
    };
  });
  const template: Source = { name: "templates/carte.hbs", text: inside };
  const body = `<front data-at="0">${text}</front>`;
  const local = localise({ ...EMPTY_KIT, locale: original ?? "fr" }, "fr", { proof: { missing: 1, stale: 0 } });
  const places = { spans: [{ source: template, start: 0, end: 1 }], texts, local };
  const [root] = parseMarkup(body, places, diagnostics);
  if (root?.kind !== "element") throw new Error("no front");
  return root;
}

const round = (value: number): string =>
  String(Math.round(value * 100) / 100)
    .replace("-0", "0")
    .replace(/^0$/, "0");
const inMm = (value: number): string => (Math.round(toMm(value) * 10) / 10).toFixed(1);

const hex = ({ r, g, b, a }: { r: number; g: number; b: number; a: number }): string =>
  `#${[r, g, b]
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}${a < 1 ? `@${round(a)}` : ""}`;

/** The upright rectangle around an outline. */
function bounds(path: Path): { x: number; y: number; width: number; height: number } {
  const points = path.flatMap((step) =>
    step[0] === "Z" ? [] : [[step.at(-2) as number, step.at(-1) as number] as const],
  );
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function describeItem(item: FrameItem): string {
  switch (item.kind) {
    case "glyphs": {
      const words = glyphsOf(item.run)
        .map((glyph) => glyph.text)
        .join("");
      return `"${plain(words).trim()}" ${item.run.face.family} ${item.run.face.weight} ${round(item.run.size)}pt ${hex(item.color)} ${item.role?.type}`;
    }
    case "path": {
      const { width, height } = bounds(item.path);
      const paint = (of: NonNullable<typeof item.fill>): string =>
        of.kind === "color" ? hex(of.color) : `${of.gradient.kind} gradient`;
      const round_ = item.path.some(([kind]) => kind === "C") ? " round" : "";
      const stroke = item.stroke
        ? ` line ${round(item.stroke.width)}pt ${paint(item.stroke.paint)}${item.stroke.dash.length > 0 ? ` dash ${item.stroke.dash.map(round).join(" ")}` : ""}`
        : "";
      return `${inMm(width)} × ${inMm(height)}${round_}${item.fill ? ` fill ${paint(item.fill)}` : ""}${stroke}`;
    }
    case "frame": {
      const parts = [
        item.transform ? `turned ${item.transform.slice(0, 4).map(round).join(" ")}` : "",
        item.opacity === undefined ? "" : `opacity ${round(item.opacity)}`,
        item.clip
          ? `clipped to ${inMm(bounds(item.clip).width)} × ${inMm(bounds(item.clip).height)}${item.clip.some(([kind]) => kind === "C") ? " round" : ""}`
          : "",
      ];
      return parts.filter(Boolean).join(", ");
    }
    case "link":
      return `${inMm(item.size.width)} × ${inMm(item.size.height)} ${item.url}`;
    case "vector":
      return `${item.art.key} ${inMm(item.size.width)} × ${inMm(item.size.height)} ${hex(item.color)}`;
    case "image":
      return `${item.image.name} ${inMm(item.size.width)} × ${inMm(item.size.height)}`;
    case "qr":
      return `${item.linkId} ${inMm(item.size.width)} × ${inMm(item.size.height)}`;
  }
}

/** One line an item: kind, place in millimetres, what it shows; frames inside frames are indented. */
export function frameText(frame: Frame, indent = ""): string {
  return frame.items
    .map((item) => {
      const own = `${indent}${item.kind} ${inMm(item.at.x)} ${inMm(item.at.y)}  ${describeItem(item)}`;
      return item.kind === "frame" ? `${own}\n${frameText(item.frame, `${indent}  `)}` : own;
    })
    .join("\n");
}

/** The frame of a face without problems, as text. */
export async function shown(css: string, inside: string, spec: Partial<FaceSpec> = {}): Promise<string> {
  const { page, problems } = await face(css, inside, spec);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, undefined, 1));
  return frameText(page.frame);
}

/** The painted boxes (those with a background) as « x y width height », in points, in document order. */
export async function boxes(css: string, inside: string, spec: Partial<FaceSpec> = {}): Promise<string[]> {
  const { page } = await face(css, inside, spec);
  const found: string[] = [];
  const collect = (frame: Frame, x: number, y: number): void => {
    for (const item of frame.items) {
      if (item.kind === "path" && item.fill) {
        const { width, height } = bounds(item.path);
        found.push(
          [x + item.at.x, y + item.at.y, width, height].map((value) => String(Math.round(value * 10) / 10)).join(" "),
        );
      } else if (item.kind === "frame") collect(item.frame, x + item.at.x, y + item.at.y);
    }
  };
  collect(page.frame, 0, 0);
  return found;
}
