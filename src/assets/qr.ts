/** Address → QR code as merged runs of dark modules, at the size and error correction that print needs. */

/** A code without its quiet zone: `modules` a side, dark runs as [row, column, length]. */
export interface QrCode {
  readonly payload: string;
  readonly modules: number;
  readonly level: "L" | "M" | "Q" | "H";
  readonly runs: readonly (readonly [row: number, column: number, length: number])[];
}
