import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginning, difference } from "../../src/changes/index.js";

const LONG = Array.from({ length: 60 }, (_, index) => `mot${index}`).join(" ");

describe("two versions of a text", () => {
  it("short ones are shown whole", () => {
    expect(difference("La Lune", "La lune")).toEqual(["La Lune", "La lune"]);
  });

  it("long ones are cut at words, around what differs", () => {
    expect(difference(LONG, LONG.replace("mot30", "MOT"))).toEqual([
      "…mot26 mot27 mot28 mot29 mot30 mot31 mot32 mot33 mot34…",
      "…mot26 mot27 mot28 mot29 MOT mot31 mot32 mot33 mot34…",
    ]);
  });

  it("a long difference loses its middle", () => {
    const [before, after] = difference(LONG, "Rien");
    expect(before).toMatch(/^mot0 .* … .* mot59$/);
    expect(before.length).toBeLessThan(LONG.length);
    expect(after).toBe("Rien");
  });

  it("a word that comes twice is shown as often as it is there", () => {
    const [before, after] = difference(`${LONG} bis bis`, `${LONG} bis`);
    expect([before, after].map((text) => text.match(/bis/g)?.length)).toEqual([2, 1]);
  });

  it("nothing moves a terminal’s cursor", () => {
    expect(difference("a\u001B[2Jb\nc", "d")).toEqual(["a [2Jb c", "d"]);
    expect(beginning("a\rb")).toBe("a b");
  });

  it("differ where they differed, whatever they are", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 400 });
    fc.assert(
      fc.property(text, text, text, text, (head, a, b, tail) => {
        fc.pre(!/\p{Cc}/u.test(head + a + b + tail));
        const [before, after] = [head + a + tail, head + b + tail];
        const [old, now] = difference(before, after);
        if (before.length <= 60 && after.length <= 60) expect([old, now]).toEqual([before, after]);
        if (before === after) expect(old).toBe(now);
        expect(old.length).toBeLessThanOrEqual(before.length + 3);
      }),
    );
  });
});
