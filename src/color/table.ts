/** A lookup table of an ICC profile (`mft1`, `mft2`) → values between its points. */

export interface Table {
  readonly inputs: number;
  readonly outputs: number;
  /** The highest value of Lab's lightness as this table codes it: 1 of 8 bits, 65280 out of 65535 of 16. */
  readonly labScale: number;
  /** Values from 0 to 1 → values from 0 to 1. */
  at(values: readonly number[]): number[];
}

/** Where curves and points stand: after the header, a matrix that only XYZ uses, and, with 16 bits, two lengths. */
const CURVES = { mft1: 48, mft2: 52 } as const;
const BYTE_CURVE = 256;
/** 0xff00: with 16 bits, version 2 of the standard leaves room above white; so do its tables in profiles of version 4. */
const WIDE_LAB = 65280 / 65535;

/** Undefined for other kinds of tables, and for one that is broken off. */
export function readTable(tag: Buffer): Table | undefined {
  const kind = tag.toString("latin1", 0, 4);
  if ((kind !== "mft1" && kind !== "mft2") || tag.length < CURVES[kind]) return undefined;
  const [inputs, outputs, grid] = [tag[8]!, tag[9]!, tag[10]!];
  const isWide = kind === "mft2";
  const lengths = isWide ? [tag.readUInt16BE(48), tag.readUInt16BE(50)] : [BYTE_CURVE, BYTE_CURVE];
  const [entries, exits] = lengths as [number, number];
  const points = grid ** inputs * outputs;
  const count = inputs * entries + points + outputs * exits;
  if (grid < 2 || entries < 2 || exits < 2 || tag.length < CURVES[kind] + count * (isWide ? 2 : 1)) return undefined;
  const values = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    values[index] = isWide ? tag.readUInt16BE(CURVES[kind] + 2 * index) / 65535 : tag[CURVES[kind] + index]! / 255;
  }
  const first = inputs * entries;
  return interpolator({
    inputs,
    outputs,
    grid,
    labScale: isWide ? WIDE_LAB : 1,
    before: curvesIn(values.subarray(0, first), entries),
    points: values.subarray(first, first + points),
    after: curvesIn(values.subarray(first + points), exits),
  });
}

type Curve = Float64Array;

const curvesIn = (values: Float64Array, length: number): readonly Curve[] =>
  Array.from({ length: values.length / length }, (_, index) => values.subarray(index * length, (index + 1) * length));

interface Parts {
  readonly inputs: number;
  readonly outputs: number;
  readonly grid: number;
  readonly labScale: number;
  readonly before: readonly Curve[];
  readonly points: Float64Array;
  readonly after: readonly Curve[];
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Between the two nearest entries of a curve. */
function along(curve: Curve, value: number): number {
  const place = clamp(value) * (curve.length - 1);
  const low = Math.min(curve.length - 2, Math.floor(place));
  return curve[low]! + (curve[low + 1]! - curve[low]!) * (place - low);
}

/**
 * Between all corners of the cell that a value lies in, axis by axis: for four axes as for three. Lightness is one of
 * the axes, so greys lie on an edge of the lattice and stay grey.
 */
function interpolator({ inputs, outputs, grid, labScale, before, points, after }: Parts): Table {
  const strides = Array.from({ length: inputs }, (_, axis) => outputs * grid ** (inputs - 1 - axis));
  const at = (values: readonly number[]): number[] => {
    let origin = 0;
    const shares: number[] = [];
    for (let axis = 0; axis < inputs; axis++) {
      const place = along(before[axis]!, values[axis]!) * (grid - 1);
      const low = Math.min(grid - 2, Math.floor(place));
      origin += low * strides[axis]!;
      shares.push(place - low);
    }
    const result = new Array<number>(outputs).fill(0);
    for (let corner = 0; corner < 1 << inputs; corner++) {
      let weight = 1;
      let start = origin;
      for (let axis = 0; axis < inputs; axis++) {
        const isFar = (corner >> axis) & 1;
        weight *= isFar ? shares[axis]! : 1 - shares[axis]!;
        if (isFar) start += strides[axis]!;
      }
      if (weight === 0) continue;
      for (let output = 0; output < outputs; output++) result[output]! += weight * points[start + output]!;
    }
    return result.map((value, output) => along(after[output]!, value));
  };
  return { inputs, outputs, labScale, at };
}
