/** The bytes of an ICC profile → what its header says and its two tables: inks → Lab and Lab → inks; or why it is refused. */
import { readTable, type Table } from "./table.js";

/** A profile of a printing condition in cyan, magenta, yellow and black. */
export interface PressProfile {
  readonly bytes: Uint8Array;
  /** What it calls itself: `FOGRA39L Coated`. */
  readonly name: string;
  /** Four inks, 0 to 1 → Lab as the tables have it, 0 to 1 each. */
  readonly toLab: Table;
  readonly fromLab: Table;
}

/**
 * `not-icc`: no profile at all, or broken off. `not-output`: for a screen, a scanner or a picture. `not-cmyk`: for other
 * inks. `unknown-tables`: of a kind that is not read here.
 */
export type Refusal = "not-icc" | "not-output" | "not-cmyk" | "unknown-tables";

const HEADER = 128;
const TAG = 12;
/** What else than CMYK → Lab, colorimetric, would not be the printing condition. */
const TO_LAB = "A2B1";
/** Of the same rendering intent, where the profile has it; the perceptual one stands in for it, as the standard says. */
const FROM_LAB = ["B2A1", "B2A0"] as const;

export function readProfile(bytes: Uint8Array): PressProfile | Refusal {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < HEADER + 4 || view.toString("latin1", 36, 40) !== "acsp" || view.readUInt32BE(0) !== view.length)
    return "not-icc";
  if (view.toString("latin1", 12, 16) !== "prtr") return "not-output";
  if (view.toString("latin1", 16, 20) !== "CMYK") return "not-cmyk";
  // PDF/X-4 knows versions 2 and 4; their Lab is not coded alike.
  const version = view[8]!;
  if ((version !== 2 && version !== 4) || view.toString("latin1", 20, 24) !== "Lab ") return "unknown-tables";
  const tags = tagsOf(view);
  const toLab = tableIn(tags.get(TO_LAB) ?? tags.get("A2B0"), 4, 3);
  const fromLab = tableIn(FROM_LAB.map((name) => tags.get(name)).find(Boolean), 3, 4);
  if (toLab === undefined || fromLab === undefined) return "unknown-tables";
  return { bytes, name: nameIn(tags.get("desc")), toLab, fromLab };
}

/** Tags by name; those that lie outside the file are left out. */
function tagsOf(view: Buffer): ReadonlyMap<string, Buffer> {
  const tags = new Map<string, Buffer>();
  const count = view.readUInt32BE(HEADER);
  for (let index = 0; index < count; index++) {
    const at = HEADER + 4 + index * TAG;
    if (at + TAG > view.length) break;
    const start = view.readUInt32BE(at + 4);
    const end = start + view.readUInt32BE(at + 8);
    if (end <= view.length) tags.set(view.toString("latin1", at, at + 4), view.subarray(start, end));
  }
  return tags;
}

function tableIn(tag: Buffer | undefined, inputs: number, outputs: number): Table | undefined {
  const table = tag && readTable(tag);
  return table?.inputs === inputs && table.outputs === outputs ? table : undefined;
}

/** ASCII in version 2, UTF-16 in version 4, where the first language will do. */
function nameIn(tag: Buffer | undefined): string {
  if (tag === undefined || tag.length < 12) return "";
  const kind = tag.toString("latin1", 0, 4);
  if (kind === "desc") {
    const length = tag.readUInt32BE(8);
    return tag.toString("latin1", 12, Math.min(tag.length, 12 + Math.max(0, length - 1)));
  }
  if (kind !== "mluc" || tag.length < 28) return "";
  const start = tag.readUInt32BE(24);
  const text = Buffer.from(tag.subarray(start, start + tag.readUInt32BE(20)));
  return text.length % 2 === 0 ? text.swap16().toString("utf16le") : "";
}
