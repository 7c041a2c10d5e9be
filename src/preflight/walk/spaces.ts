/** A colour space as a PDF says it → what its numbers are: light, inks, an ink with a name. */
import { isName, latin1, type PdfDict, type PdfDocument, PdfString, type PdfValue } from "../pdf/index.js";
import { functionOf, type PdfFunction } from "./functions.js";

export type ColorSpace =
  | { readonly kind: "gray" | "rgb" | "cmyk" | "lab" /** With a profile of its own. */; readonly hasProfile: boolean }
  | {
      readonly kind: "spot";
      /** More than one where inks are mixed. */
      readonly names: readonly string[];
      readonly alternate: ColorSpace;
      readonly tint?: PdfFunction | undefined;
    }
  | { readonly kind: "indexed"; readonly base: ColorSpace; readonly table: Uint8Array; readonly high: number }
  | { readonly kind: "pattern"; readonly base?: ColorSpace | undefined };

export const GRAY: ColorSpace = { kind: "gray", hasProfile: false };
const RGB: ColorSpace = { kind: "rgb", hasProfile: false };
const CMYK: ColorSpace = { kind: "cmyk", hasProfile: false };

const DEVICE: ReadonlyMap<string, ColorSpace> = new Map<string, ColorSpace>([
  ["DeviceGray", GRAY],
  ["G", GRAY],
  ["CalGray", GRAY],
  ["DeviceRGB", RGB],
  ["RGB", RGB],
  ["CalRGB", RGB],
  ["DeviceCMYK", CMYK],
  ["CMYK", CMYK],
  ["Pattern", { kind: "pattern" }],
]);

/** What stands for a device's space where a page says so. */
const DEFAULTS: Readonly<Record<string, string>> = {
  gray: "DefaultGray",
  rgb: "DefaultRGB",
  cmyk: "DefaultCMYK",
};

/** Spaces of spaces of spaces. */
const DEEPEST = 6;

/** Where names of spaces are looked up; a space is understood once, however often it is used. */
export class ColorSpaces {
  readonly #document: PdfDocument;
  readonly #known = new Map<PdfValue, ColorSpace | undefined>();

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  /** Undefined for what is no colour space. `resources`: of the page or form that names it. */
  of(value: PdfValue | undefined, resources: PdfDict, depth = 0): ColorSpace | undefined {
    const named = this.#document.dict(resources.get("ColorSpace"));
    const found = this.#document.get(value);
    if (depth > DEEPEST) return undefined;
    if (isName(found)) {
      const device = DEVICE.get(found);
      if (device === undefined) return named.has(found) ? this.of(named.get(found), resources, depth + 1) : undefined;
      const stand = named.get(DEFAULTS[device.kind] ?? "");
      return stand === undefined || depth > 0 ? device : (this.of(stand, resources, depth + 1) ?? device);
    }
    if (this.#known.has(found)) return this.#known.get(found);
    const space = this.#understand(found, resources, depth);
    this.#known.set(found, space);
    return space;
  }

  #understand(value: PdfValue, resources: PdfDict, depth: number): ColorSpace | undefined {
    const document = this.#document;
    const [family, second, third, fourth] = document.array(value);
    const inner = (one: PdfValue | undefined): ColorSpace | undefined => this.of(one, resources, depth + 1);
    switch (family) {
      case "ICCBased": {
        const kinds = { 1: "gray", 3: "rgb", 4: "cmyk" } as const;
        const kind = kinds[document.number(document.dict(second).get("N")) as 1 | 3 | 4];
        return kind && { kind, hasProfile: true };
      }
      case "Lab":
        return { kind: "lab", hasProfile: true };
      case "Separation":
      case "DeviceN": {
        const alternate = inner(third);
        const names = (Array.isArray(second) ? second : [second]).map((one) => document.name(one) ?? "");
        const tint = names.length === 1 ? functionOf(document, fourth) : undefined;
        return alternate && { kind: "spot", names, alternate, tint };
      }
      case "Indexed":
      case "I": {
        const base = inner(second);
        const stream = document.stream(fourth);
        const table = stream
          ? document.unpack(stream).bytes
          : fourth instanceof PdfString
            ? fourth.bytes
            : new Uint8Array();
        return base && { kind: "indexed", base, table, high: Math.min(document.number(third) ?? 255, 255) };
      }
      case "Pattern":
        return { kind: "pattern", base: second === undefined ? undefined : inner(second) };
      default:
        return isName(family) ? DEVICE.get(family) : undefined;
    }
  }
}

/** How many numbers a colour has. */
export function channelsOf(space: ColorSpace): number {
  if (space.kind === "spot") return space.names.length;
  return { gray: 1, rgb: 3, cmyk: 4, lab: 3, indexed: 1, pattern: 0 }[space.kind];
}

/** The colour that a page starts with in a space: black, or the whole ink. */
export function firstColor(space: ColorSpace): readonly number[] {
  if (space.kind === "cmyk") return [0, 0, 0, 1];
  return new Array<number>(channelsOf(space)).fill(space.kind === "spot" ? 1 : 0);
}

/** UTF-8 in names is what programs write for « é ». */
export const readableName = (name: string): string => {
  const bytes = Buffer.from(name, "latin1");
  const text = bytes.toString("utf8");
  return text.includes("\ufffd") ? latin1(bytes) : text;
};
