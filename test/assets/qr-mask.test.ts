import fc from "fast-check";
// @ts-expect-error The package has no types; this is what ours stands in for.
import theirs from "qrcode/lib/core/mask-pattern.js";
import { describe, expect, it } from "vitest";
import { applyMask, type BitMatrix, from, getBestMask } from "../../src/assets/qr-mask.js";

/** Modules as a code has them before masking: any, the reserved ones among them. */
const matrices = fc.integer({ min: 0, max: 12 }).chain((version) => {
  const size = 21 + 4 * version;
  const bits = fc.uint8Array({ minLength: size * size, maxLength: size * size, max: 1 });
  return fc.record({ size: fc.constant(size), data: bits, reservedBit: bits });
});

/** As the package's own matrix. */
const asTheirs = ({ size, data, reservedBit }: BitMatrix) => ({
  size,
  data: data.slice(),
  get(row: number, column: number): number {
    return this.data[row * size + column]!;
  },
  xor(row: number, column: number, value: boolean): void {
    this.data[row * size + column]! ^= value ? 1 : 0;
  },
  isReserved: (row: number, column: number): boolean => reservedBit[row * size + column] === 1,
});

describe("the mask of a QR code", () => {
  it("turns over the modules that the package turns over", () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 0, max: 7 }), (matrix, mask) => {
        const ours = { ...matrix, data: matrix.data.slice() };
        const other = asTheirs(matrix);
        applyMask(mask, ours);
        theirs.applyMask(mask, other);
        expect(ours.data).toEqual(other.data);
      }),
      { numRuns: 40 },
    );
  });

  it("is the one that the package chooses", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const ours = { ...matrix, data: matrix.data.slice() };
        const other = asTheirs(matrix);
        // The code says itself which mask it has: some modules differ from mask to mask.
        const writeInto = (data: Uint8Array) => (mask: number) => data.fill(mask & 1, 8, 8 + mask);
        expect(getBestMask(ours, writeInto(ours.data))).toBe(theirs.getBestMask(other, writeInto(other.data)));
      }),
      { numRuns: 60 },
    );
  });

  it("is asked for by a number or its digits", () => {
    expect([0, "7", undefined, null, "", 8, -1, "x"].map(from)).toEqual([0, 7, ...new Array(6).fill(undefined)]);
  });
});
