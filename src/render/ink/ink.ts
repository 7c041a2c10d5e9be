/** Drawing steps → a `Drawing`. Keeps track of what is set already, so that nothing is said twice. */

import { fingerprint } from "../../fingerprint.js";
import type { Color, Stroke } from "../../graphics.js";
import type { FontFace } from "../../text/glyphs.js";
import { compose, IDENTITY, type Matrix } from "../../units.js";
import type { ColorSpace } from "./color-space.js";
import type { Drawing, FontUse, Form, Resource, SpecialGlyph } from "./drawing.js";
import { matrix, num } from "./numbers.js";

interface State {
  fill: string;
  stroke: string;
  alpha: string;
  width: string;
  cap: number;
  join: number;
  miter: string;
  dash: string;
  font: string;
  spacing: string;
  /** Takes the current coordinates to those of the drawing's start. */
  ctm: Matrix;
}

/** A form begins with whatever its caller had set, so nothing is known but its opacity (and that it does not overprint): callers see to that. */
const START: Readonly<State> = {
  fill: "",
  stroke: "",
  alpha: "1",
  width: "",
  cap: -1,
  join: -1,
  miter: "",
  dash: "",
  font: "",
  spacing: "",
  ctm: IDENTITY,
};

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

export type LineStyle = Pick<Stroke, "width" | "cap" | "join" | "miterLimit" | "dash">;

export class Ink {
  readonly space: ColorSpace;
  #parts: string[] = [];
  #open = "";
  #specials: SpecialGlyph[] = [];
  #resources = new Map<string, Resource>();
  #fonts = new Map<string, FontUse & { readonly glyphs: Set<number> }>();
  #state: State = { ...START };
  #saved: State[] = [];
  #inText = false;

  /** `space`: how its colours are written. */
  constructor(space: ColorSpace) {
    this.space = space;
  }

  /** Adds operators outside text. */
  draw(operators: string): void {
    this.#endText();
    this.#open += operators;
  }

  save(): void {
    this.draw("q\n");
    this.#saved.push({ ...this.#state });
  }

  restore(): void {
    this.draw("Q\n");
    this.#state = this.#saved.pop() ?? { ...START };
  }

  /** Makes coordinates mean what `map` takes them to. */
  transform(map: Matrix): void {
    if (map.every((value, index) => value === IDENTITY[index])) return;
    this.draw(`${matrix(map)} cm\n`);
    this.#state.ctm = compose(map, this.#state.ctm);
  }

  get ctm(): Matrix {
    return this.#state.ctm;
  }

  /** Names something that is not in the operators. */
  use(name: string, resource: Resource): string {
    if (!this.#resources.has(name)) this.#resources.set(name, resource);
    return name;
  }

  fillColor(color: Color): void {
    const operator = this.space.fill(color);
    if (operator !== this.#state.fill) this.#open += `${operator}\n`;
    this.#state.fill = operator;
  }

  strokeColor(color: Color): void {
    const operator = this.space.stroke(color);
    if (operator !== this.#state.stroke) this.#open += `${operator}\n`;
    this.#state.stroke = operator;
  }

  strokePattern(name: string): void {
    this.draw(`/Pattern CS /${name} SCN\n`);
    this.#state.stroke = name;
  }

  /** Opacity of all that follows, 0 to 1; on a press also whether it prints over what lies below it. */
  alpha(value: number, isOver = false): void {
    const overprint = this.space.separation ? isOver : undefined;
    const rounded = Math.round(value * 1000);
    const alpha = `${num(rounded / 1000)}${overprint ? "k" : ""}`;
    if (alpha === this.#state.alpha) return;
    const name = this.use(`G${rounded}${overprint ? "k" : ""}`, { kind: "alpha", alpha: rounded / 1000, overprint });
    this.#open += `/${name} gs\n`;
    this.#state.alpha = alpha;
  }

  line(style: LineStyle): void {
    const state = this.#state;
    const width = num(style.width);
    if (width !== state.width) this.#open += `${width} w\n`;
    const cap = CAPS[style.cap];
    if (cap !== state.cap) this.#open += `${cap} J\n`;
    const join = JOINS[style.join];
    if (join !== state.join) this.#open += `${join} j\n`;
    const miter = num(Math.max(1, style.miterLimit));
    if (miter !== state.miter) this.#open += `${miter} M\n`;
    const dash = `[${style.dash.map(num).join(" ")}] 0 d`;
    if (dash !== state.dash) this.#open += `${dash}\n`;
    Object.assign(state, { width, cap, join, miter, dash });
  }

  /** Opens text in `face`; `show` takes glyphs until something else is drawn. Returns the set of the face's glyphs in use. */
  font(face: FontFace, size: number): Set<number> {
    if (!this.#inText) this.#open += "BT\n";
    this.#inText = true;
    const name = fontName(face);
    let use = this.#fonts.get(name);
    if (use === undefined) {
      use = { face, glyphs: new Set() };
      this.#fonts.set(name, use);
    }
    this.use(name, { kind: "font", face });
    const font = `/${name} ${num(size)} Tf\n`;
    if (font !== this.#state.font) this.#open += font;
    this.#state.font = font;
    return use.glyphs;
  }

  /** Extra space after every glyph, in points. */
  letterSpacing(value: number): void {
    const spacing = num(value);
    if (spacing !== this.#state.spacing) this.#open += `${spacing} Tc\n`;
    this.#state.spacing = spacing;
  }

  /** Adds operators inside text. */
  show(operators: string): void {
    this.#open += operators;
  }

  special(special: SpecialGlyph): void {
    this.#parts.push(this.#open);
    this.#open = "";
    this.#specials.push(special);
  }

  finish(): Drawing {
    this.#endText();
    return {
      parts: [...this.#parts, this.#open],
      specials: this.#specials,
      resources: this.#resources,
      fonts: this.#fonts,
    };
  }

  finishForm(bbox: Form["bbox"], group?: Form["group"]): Form {
    return { ...this.finish(), bbox, group };
  }

  #endText(): void {
    if (this.#inText) this.#open += "ET\n";
    this.#inText = false;
  }
}

const names = new WeakMap<FontFace, string>();

/** `/F…`, the same in every document. */
export function fontName(face: FontFace): string {
  let name = names.get(face);
  if (name === undefined) {
    name = `F${fingerprint(face.key)}`;
    names.set(face, name);
  }
  return name;
}

/** `/X…` for a form that has no better key: what it draws. */
export function formName(form: Form): string {
  const specials = form.specials.map(({ font, glyph, text }) => `${font} ${glyph} ${text}`);
  return `X${fingerprint(form.bbox.join(), form.group ?? "", ...form.parts, ...specials)}`;
}
