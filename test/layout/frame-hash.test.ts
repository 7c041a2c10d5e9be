import { describe, expect, it } from "vitest";
import type { FacePage } from "../../src/layout/frame.js";
import { frameHash } from "../../src/layout/frame-hash.js";
import { face } from "./support.js";

const CSS = "p { width: 60pt; background: red; border: 1pt solid blue }";
const page = async (css: string, markup: string): Promise<FacePage> => (await face(css, markup)).page;

describe("the key of a face", () => {
  it("is the same for what looks the same, wherever it was written", async () => {
    const here = frameHash(await page(CSS, "<p>«un:Bonjour»</p>"));
    expect(here).toMatch(/^[0-9a-f]{16}$/);
    expect(frameHash(await page(CSS, "<div><p>«deux:Bonjour»</p></div>"))).toBe(here);
  });

  it.each([
    ["other words", CSS, "<p>Bonsoir</p>"],
    ["another colour of words", `${CSS} p { color: red }`, "<p>Bonjour</p>"],
    ["another background", `${CSS} p { background: blue }`, "<p>Bonjour</p>"],
    ["another border", `${CSS} p { border-style: dashed }`, "<p>Bonjour</p>"],
    ["another size", `${CSS} p { font-size: 10.1pt }`, "<p>Bonjour</p>"],
    ["another place", `${CSS} p { margin-top: 0.1pt }`, "<p>Bonjour</p>"],
    ["round corners", `${CSS} p { border-radius: 1pt }`, "<p>Bonjour</p>"],
    ["a fade", `${CSS} p { opacity: 0.9 }`, "<p>Bonjour</p>"],
    ["a turn", `${CSS} p { transform: rotate(1deg) }`, "<p>Bonjour</p>"],
    ["a link", CSS, '<p><a href="https://a.fr">Bonjour</a></p>'],
    ["a gradient", `${CSS} p { background: linear-gradient(red, red) }`, "<p>Bonjour</p>"],
    ["a picture", CSS, '<p>Bonjour</p><img src="x.svg"/>'],
  ])("changes with %s", async (_rule, css, markup) => {
    expect(frameHash(await page(css, markup))).not.toBe(frameHash(await page(CSS, "<p>Bonjour</p>")));
  });
});
