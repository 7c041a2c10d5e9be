import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { VectorShape } from "../../src/assets/asset.js";
import { IconSet } from "../../src/assets/icon-set.js";
import { openIcons } from "../../src/assets/icons.js";
import { difference, rasterise } from "./pixels.js";
import { printPath, writeSvg } from "./svg-writer.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const installed = (name: string): string => join(root, "node_modules", name);
const icons = openIcons(installed);

const ICONS: Readonly<Record<string, string>> = {
  ph: `robot-duotone brain-duotone camera-duotone heart-duotone leaf-duotone palette-duotone scales-duotone eye-duotone
    shield-duotone users-duotone chat-circle-dots-duotone cookie-duotone barcode-duotone yin-yang-duotone
    hand-tap-duotone text-a-underline-duotone robot-bold brain-bold camera-bold warning-bold link-bold whatsapp-logo-bold
    flying-saucer-bold number-square-nine-bold question-bold check-fat-bold clock-bold globe-bold robot brain camera scales
    baseball-helmet exclude medal cookie lightbulb newspaper student globe`,
  "fluent-emoji-flat": `robot brain camera camera-with-flash red-heart leaf-fluttering-in-wind artist-palette
    balance-scale eye shield pile-of-poo shaking-face rolled-up-newspaper bubbles pie waffle
    woman-student-medium globe-showing-europe-africa light-bulb family chart-increasing detective old-woman`,
};

const bodies = new Map<string, string>();
for (const [set, names] of Object.entries(ICONS)) {
  const { icons: all } = JSON.parse(readFileSync(join(installed(`@iconify-json/${set}`), "icons.json"), "utf8"));
  for (const name of names.split(/\s+/)) if (all[name]) bodies.set(`${set}:${name}`, all[name].body);
}

test("the comparison covers about sixty icons", () => expect(bodies.size).toBeGreaterThanOrEqual(55));

test.each([...bodies])("%s looks as its file says", async (name, body) => {
  const side = name.startsWith("ph:") ? 256 : 32;
  const original = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${body}</svg>`;
  const [theirs, ours] = await Promise.all([rasterise(original), rasterise(writeSvg(icons.find(name)!))]);
  expect(difference(theirs, ours)).toBeLessThan(0.1);
  expect(theirs.some((channel) => channel < 200)).toBe(true);
});

describe("icons", () => {
  test("take the colour of their place; the second tone of a duotone keeps its opacity", () => {
    const art = icons.find("ph:robot-duotone")!;
    expect([art.width, art.height, art.usesCurrentColor]).toEqual([256, 256, true]);
    const opacities = art.nodes
      .map((node) => (node as VectorShape).fill)
      .map((fill) => fill?.kind === "current" && fill.opacity);
    expect(opacities).toContain(0.2);
    expect(opacities).toContain(1);
  });

  test("are found under their other names", () => {
    expect(icons.find("ph:activity-duotone")!.key).toBe(icons.find("ph:activity")!.key);
  });

  test("are the same object when asked for again", () => {
    expect(icons.find("ph:robot")).toBe(icons.find("ph:robot"));
  });

  test.each([
    ["ph:robto-duotone", "icon-unknown", "ph:robot-duotone"],
    ["ph:constructor", "icon-unknown", undefined],
    ["ph:icons", "icon-unknown", undefined],
    ["robot", "icon-name", undefined],
    ["ph:../../robot", "icon-name", undefined],
    ["fluent-emoji-flat:teacher", "icon-undrawable", undefined],
  ])("%s is explained as %s", (name, code, suggestion) => {
    expect(icons.find(name)).toBeUndefined();
    const problem = icons.explain(name);
    expect(problem.code).toBe(code);
    if (suggestion !== undefined) {
      expect(icons.suggest(name)).toBe(suggestion);
      expect(problem.hint).toContain(suggestion);
    }
  });

  test("of a set that is not installed are explained", () => {
    for (const resolve of [() => undefined, () => "/nowhere"]) {
      const none = openIcons(resolve);
      expect(none.find("lucide:bot")).toBeUndefined();
      expect(none.explain("lucide:bot")).toMatchObject({ code: "icon-set-missing", severity: "error" });
    }
  });

  test("come from any set that has an icons.json", () => {
    const folder = mkdtempSync(join(tmpdir(), "icons-"));
    writeFileSync(
      join(folder, "icons.json"),
      '{"prefix":"x","icons":{"dot":{"body":"<path d=\\"M0 0H9V9\\"/>"}},"width":9}',
    );
    const asked: string[] = [];
    const own = openIcons((name) => {
      asked.push(name);
      return folder;
    });
    expect(asked).toEqual([]);
    expect([own.find("x:dot")!.width, own.find("x:dot")!.height]).toEqual([9, 16]);
    expect(asked).toEqual(["@iconify-json/x"]);
  });
});

describe("an icon set", () => {
  const body = "<path d='M0 0H4V2Z'/>";
  const set = new IconSet(
    Buffer.from(
      JSON.stringify({
        prefix: "x",
        left: 1,
        width: 10,
        icons: {
          plain: { body },
          "with-braces": { body: '<path id="}{" d="M0 0"/>', width: 30 },
          icons: { body: "<g/>" },
        },
        height: 20,
        aliases: {
          flipped: { parent: "plain", hFlip: true },
          twice: { parent: "flipped", hFlip: true },
          turned: { parent: "plain", rotate: 1 },
          round: { parent: "round" },
          orphan: { parent: "nobody" },
        },
        top: 2,
      }),
    ),
  );

  test("gives icons the set's box, wherever the file says it", () => {
    expect(set.svg("plain")).toContain('viewBox="1 2 10 20"');
    expect(set.svg("with-braces")).toContain('viewBox="1 2 30 20"');
  });

  test("finds an icon that is called like a section", () => expect(set.svg("icons")).toContain("<g/>"));

  test("does not take sections and words for icons", () => {
    for (const name of ["aliases", "prefix", "body", "parent", "nobody", "orphan", "round"])
      expect(set.svg(name)).toBeUndefined();
  });

  test.each([
    ["flipped", "M11 -2L7 -2L7 0Z"],
    ["twice", "M-1 -2L3 -2L3 0Z"],
    ["turned", "M22 -1L22 3L20 3Z"],
  ])("draws the %s alias", (name, outline) => {
    const folder = mkdtempSync(join(tmpdir(), "icons-"));
    const text = JSON.stringify({
      icons: { plain: { body } },
      aliases: {
        flipped: { parent: "plain", hFlip: true },
        twice: { parent: "flipped", hFlip: true },
        turned: { parent: "plain", rotate: 1 },
      },
      ...{ left: 1, top: 2, width: 10, height: 20 },
    });
    writeFileSync(join(folder, "icons.json"), text);
    const art = openIcons(() => folder).find(`x:${name}`)!;
    const [node] = art.nodes;
    const shape = node!.kind === "group" ? node!.children[0] : node;
    expect(printPath((shape as VectorShape).path)).toBe(outline);
    expect([art.width, art.height]).toEqual(name === "turned" ? [20, 10] : [10, 20]);
  });
});
