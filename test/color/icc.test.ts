import { describe, expect, it } from "vitest";
import { readProfile, shippedProfile } from "../../src/color/index.js";
import { altered, shipped } from "./profiles.js";

describe("the profile that comes with mallette", () => {
  it("is a printer’s, of coated paper, and says itself that it may be handed on", () => {
    expect(shipped.name).toBe("FOGRA39L Coated");
    expect(Buffer.from(shippedProfile()).toString("latin1")).toContain(
      "This profile is free of known copyright restrictions",
    );
  });

  it("makes white of no ink, and no ink of white", () => {
    const [l] = shipped.toLab.at([0, 0, 0, 0]);
    expect(l! / shipped.toLab.labScale).toBeCloseTo(1, 2);
    const { labScale } = shipped.fromLab;
    const white = shipped.fromLab.at([labScale, (128 / 255) * labScale, (128 / 255) * labScale]);
    expect(Math.max(...white)).toBeLessThan(0.01);
  });
});

describe("a profile that cannot be used", () => {
  it.each([
    ["is no profile", () => altered(() => Buffer.from("GIF89a")), "not-icc"],
    ["is empty", () => new Uint8Array(), "not-icc"],
    ["is broken off", () => altered((bytes) => bytes.subarray(0, 40_000)), "not-icc"],
    ["is a screen’s", () => altered((bytes) => void bytes.write("mntr", 12)), "not-output"],
    ["is a picture’s colour space", () => altered((bytes) => void bytes.write("spac", 12)), "not-output"],
    ["is an RGB printer’s", () => altered((bytes) => void bytes.write("RGB ", 16)), "not-cmyk"],
    ["is of version 5", () => altered((bytes) => void bytes.writeUInt8(5, 8)), "unknown-tables"],
    ["counts in XYZ", () => altered((bytes) => void bytes.write("XYZ ", 20)), "unknown-tables"],
    [
      "has tables of another kind",
      () => altered((bytes) => Buffer.from(bytes.toString("latin1").replaceAll("mft2", "mBA "), "latin1")),
      "unknown-tables",
    ],
    [
      "has tables with too few points",
      () => altered((bytes) => void bytes.writeUInt8(255, bytes.indexOf("mft2") + 10)),
      "unknown-tables",
    ],
  ])("%s", (_, make, reason) => {
    expect(readProfile(make())).toBe(reason);
  });
});
