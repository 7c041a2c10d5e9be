import * as taffy from "taffy-layout";
import { expect, it } from "vitest";
import { type ArrangeInput, ENGINE_DEFAULTS, loadArranger } from "../../src/layout/taffy.js";
import { INITIAL_STYLE } from "../../src/style/properties.js";

const SIZE = { width: 100, height: 100 };
const leaf = (measure: NonNullable<ArrangeInput["measure"]>): ArrangeInput => ({
  style: INITIAL_STYLE,
  children: [],
  measure,
});
const block = (...children: ArrangeInput[]): ArrangeInput => ({
  style: { ...INITIAL_STYLE, display: "block" },
  children,
});

it("an error while measuring comes out: it never becomes a box without size", async () => {
  const arranger = await loadArranger();
  const broken = leaf(() => {
    throw new Error("no such font");
  });
  expect(() =>
    arranger.arrange(
      block(
        broken,
        leaf(() => ({ width: 1, height: 1 })),
      ),
      SIZE,
    ),
  ).toThrow("no such font");
});

it("works on after an error", async () => {
  const arranger = await loadArranger();
  const broken = leaf(() => {
    throw new Error("no");
  });
  expect(() => arranger.arrange(block(broken), SIZE)).toThrow();
  const { children } = arranger.arrange(block(leaf(() => ({ width: 10, height: 7 }))), SIZE);
  expect(children).toMatchObject([{ x: 0, y: 0, width: 100, height: 7 }]);
});

it("offers a leaf the width of its parent", async () => {
  const arranger = await loadArranger();
  const offered: unknown[] = [];
  arranger.arrange(
    block(
      leaf((known, available) => {
        offered.push(known.width ?? available);
        return { width: 10, height: 10 };
      }),
    ),
    SIZE,
  );
  expect(offered).toContain(100);
});

it("what the engine is not told it takes for what we say", async () => {
  await taffy.loadTaffy();
  const untold = new taffy.Style({});
  const taken = Object.keys(ENGINE_DEFAULTS).map((name) => [name, untold[name as keyof taffy.Style]]);
  expect(Object.fromEntries(taken)).toEqual(ENGINE_DEFAULTS);
});
