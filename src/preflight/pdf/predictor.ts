/** Bytes written as differences to their neighbours (PNG, TIFF) → the bytes themselves. */

const TIFF = 2;
/** From here on, each row says by itself which of PNG's filters it used. */
const PNG = 10;

export function unpredict(bytes: Uint8Array, of: (name: string) => number | undefined): Uint8Array {
  const predictor = of("Predictor") ?? 1;
  if (predictor < TIFF) return bytes;
  const colors = Math.min(Math.max(of("Colors") ?? 1, 1), 32);
  const bits = Math.min(Math.max(of("BitsPerComponent") ?? 8, 1), 16);
  const columns = Math.min(Math.max(of("Columns") ?? 1, 1), 1 << 24);
  const pixel = Math.max(1, (colors * bits) >> 3);
  const row = Math.ceil((colors * bits * columns) / 8);
  return predictor >= PNG ? fromPng(bytes, row, pixel) : fromTiff(bytes, row, bits === 8 ? colors : 0);
}

function fromPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let index = 0; index < rows; index++) {
    const filter = bytes[index * (row + 1)]!;
    const from = index * (row + 1) + 1;
    const to = index * row;
    for (let column = 0; column < row && from + column < bytes.length; column++) {
      const left = column >= pixel ? out[to + column - pixel]! : 0;
      const above = index > 0 ? out[to + column - row]! : 0;
      const corner = index > 0 && column >= pixel ? out[to + column - row - pixel]! : 0;
      out[to + column] = bytes[from + column]! + guess(filter, left, above, corner);
    }
  }
  return out;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const sum = left + above - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** `colors`: 0 for the depths that nobody writes, which are left as they are. */
function fromTiff(bytes: Uint8Array, row: number, colors: number): Uint8Array {
  if (colors === 0) return bytes;
  const out = Uint8Array.from(bytes);
  for (let start = 0; start < out.length; start += row) {
    const end = Math.min(start + row, out.length);
    for (let at = start + colors; at < end; at++) out[at] = out[at]! + out[at - colors]!;
  }
  return out;
}
