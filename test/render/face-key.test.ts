import { describe, expect, test } from "vitest";
import type { FacePage, FrameItem } from "../../src/layout/frame.js";
import { frameHash } from "../../src/render/index.js";
import { glyphsOf } from "../../src/text/index.js";
import { BLACK, box, bricolage, card, RED, run, words } from "./fixtures.js";

const AT = { x: 20, y: 40 };
const path: FrameItem = { kind: "path", at: AT, path: box(0, 0, 10, 10), fill: { kind: "color", color: RED } };
const group = (over: object = {}): FrameItem => ({
  kind: "frame",
  at: AT,
  frame: { size: { width: 9, height: 9 }, items: [path] },
  ...over,
});
const qr = (payload: string): FrameItem => ({
  kind: "qr",
  at: AT,
  linkId: "x",
  size: { width: 50, height: 50 },
  color: BLACK,
  code: { payload, modules: 21, level: "M", runs: [] },
});
const icon = (key: string, color = RED, usesCurrentColor = true): FrameItem => ({
  kind: "vector",
  at: AT,
  art: { key, width: 1, height: 1, nodes: [], stretch: false, usesCurrentColor },
  size: { width: 9, height: 9 },
  color,
});
const glyphs = (change: object): FrameItem => ({
  kind: "glyphs",
  at: AT,
  color: BLACK,
  run: {
    ...run("ab"),
    words: [glyphsOf(run("ab")).map((glyph, index) => (index === 0 ? { ...glyph, ...change } : glyph))],
  },
});

describe("a face's key", () => {
  test("is the same for the same picture, wherever it was made", () => {
    expect(frameHash(card([words("Été", AT), path]))).toBe(frameHash(card([words("Été", AT), path])));
    expect(frameHash(card([path]))).toMatch(/^[0-9a-f]{16}$/);
  });

  test("does not depend on roles and origins, which nobody sees", () => {
    const known = { ...path, role: { type: "P" }, origin: { field: "title" } } as const;
    expect(frameHash(card([known]))).toBe(frameHash(card([path])));
  });

  test("does not depend on a colour that the drawing does not take", () => {
    expect(frameHash(card([icon("a", RED, false)]))).toBe(frameHash(card([icon("a", BLACK, false)])));
  });

  test("is another one for every change that can be seen or read", () => {
    const faces: readonly FacePage[] = [
      card([]),
      { ...card([]), bleed: 0 },
      { ...card([]), radius: 3 },
      card([words("Été", AT)]),
      card([words("Eté", AT)]),
      card([words("Été", { x: 20.001, y: 40 })]),
      card([words("Été", AT, { size: 9.5 })]),
      card([words("Été", AT, { face: bricolage })]),
      card([words("Été", AT, { color: RED })]),
      card([words("Été", AT, { letterSpacing: 0.1 })]),
      card([words("Été", AT, { wordSpacing: 0.1 })]),
      card([glyphs({})]),
      card([glyphs({ dx: 1 })]),
      card([glyphs({ dy: 1 })]),
      card([glyphs({ text: "Ω" })]),
      card([glyphs({ text: "ab" })]),
      card([glyphs({ text: "" })]),
      card([glyphs({ advance: 1.5 })]),
      card([path]),
      card([path, path]),
      card([{ ...path, evenOdd: true }]),
      card([{ ...path, fill: undefined }]),
      card([group()]),
      card([group({ opacity: 0.5 })]),
      card([group({ transform: [1, 0, 0, 1, 0, 0] })]),
      card([group({ clip: box(0, 0, 5, 5) })]),
      card([qr("a")]),
      card([qr("b")]),
      card([icon("a")]),
      card([icon("b")]),
      card([icon("a", BLACK)]),
    ];
    expect(new Set(faces.map(frameHash)).size).toBe(faces.length);
  });
});
