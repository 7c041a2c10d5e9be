/** SVG as it grows: what is drawn, and the gradients and clips that it names. Numbers, colours and outlines as SVG has them. */
import type { Color, Path } from "../../graphics.js";
import type { Matrix } from "../../units.js";

/** Elements in their order, and definitions that they share. */
export class SvgWriter {
  readonly #body: string[] = [];
  readonly #definitions = new Map<string, { readonly id: string; readonly text: string }>();

  add(text: string): void {
    this.#body.push(text);
  }

  /** The name of a definition, given how it is written under a name; equal ones are written once. */
  define(write: (id: string) => string): string {
    const key = write("");
    const id = this.#definitions.get(key)?.id ?? `d${this.#definitions.size + 1}`;
    this.#definitions.set(key, { id, text: write(id) });
    return id;
  }

  get definitions(): string {
    return [...this.#definitions.values()].map(({ text }) => text).join("");
  }

  get body(): string {
    return this.#body.join("");
  }
}

/** A thousandth of a point is less than any pixel. */
export const num = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? "0" : `${rounded}`;
};

/** Matrices multiply large coordinates, and gradients have coordinates of their own: seven figures. */
export const precise = (value: number): string => `${Number(value.toPrecision(7))}`;

export const matrix = (map: Matrix): string => `matrix(${map.map(precise).join(" ")})`;

const byte = (value: number): string =>
  Math.round(255 * Math.min(1, Math.max(0, value)))
    .toString(16)
    .padStart(2, "0");

export const hex = ({ r, g, b }: Color): string => `#${byte(r)}${byte(g)}${byte(b)}`;

/** ` name="value"`, left out where it says what goes without saying. */
export const attribute = (name: string, value: string | number, normal: string | number): string =>
  value === normal ? "" : ` ${name}="${typeof value === "number" ? num(value) : value}"`;

export function pathData(path: Path): string {
  let data = "";
  for (const [kind, ...values] of path) data += kind + values.map(num).join(" ");
  return data;
}

export const clipOf = (path: Path, evenOdd: boolean, writer: SvgWriter): string =>
  writer.define(
    (id) =>
      `<clipPath id="${id}"><path d="${pathData(path)}"${attribute("clip-rule", evenOdd ? "evenodd" : "nonzero", "nonzero")}/></clipPath>`,
  );
