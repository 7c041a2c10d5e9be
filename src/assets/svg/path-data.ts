/** The `d` of an SVG path → absolute moves, lines and cubics: the full grammar of SVG 2, section 9.3. */
import type { Path, PathStep } from "../../graphics.js";
import { arcToCubics } from "./arc.js";

/** How many numbers one command takes; `A` has flags at places 3 and 4. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const SPACE = /[\s,]*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const FLAG = /[01]/y;

/**
 * Reads path data; quadratic curves and arcs become cubics, everything becomes absolute.
 * @returns the outline (empty for empty data), or undefined when the data breaks the grammar.
 */
export function parsePathData(d: string): Path | undefined {
  const pen = new Pen();
  const scanner = new Scanner(d);
  for (let command = scanner.command(); command !== undefined; command = scanner.command()) {
    const kind = command.toUpperCase();
    if (pen.isEmpty && kind !== "M") return undefined;
    let numbers = scanner.numbers(kind);
    if (numbers === undefined) return undefined;
    pen.draw(kind, command !== kind, numbers);
    if (kind === "Z") continue;
    while (scanner.atNumber()) {
      numbers = scanner.numbers(kind);
      if (numbers === undefined) return undefined;
      // Pairs after a move are lines.
      pen.draw(kind === "M" ? "L" : kind, command !== kind, numbers);
    }
  }
  return scanner.atEnd() ? pen.steps : undefined;
}

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#take(SPACE);
  }

  command(): string | undefined {
    const letter = this.#text[this.#at];
    if (letter === undefined || ARITY[letter.toUpperCase()] === undefined) return undefined;
    this.#at += 1;
    this.#take(SPACE);
    return letter;
  }

  atNumber(): boolean {
    const code = this.#text.charCodeAt(this.#at);
    // + - . and digits
    return code === 43 || code === 45 || code === 46 || (code >= 48 && code <= 57);
  }

  numbers(kind: string): readonly number[] | undefined {
    const values: number[] = [];
    for (let index = 0; index < ARITY[kind]!; index++) {
      const isFlag = kind === "A" && (index === 3 || index === 4);
      const text = this.#take(isFlag ? FLAG : NUMBER);
      if (text === undefined) return undefined;
      values.push(Number(text));
      this.#take(SPACE);
    }
    return values.every(Number.isFinite) ? values : undefined;
  }

  atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found[0];
  }
}

class Pen {
  readonly steps: PathStep[] = [];
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;
  /** The last control point and the family of curves that may mirror it. */
  #control: { readonly x: number; readonly y: number; readonly family: "C" | "Q" } | undefined;
  #closed = false;

  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  draw(kind: string, relative: boolean, n: readonly number[]): void {
    const dx = relative ? this.#x : 0;
    const dy = relative ? this.#y : 0;
    // After Z the pen is at the subpath's start, but PDF and SVG want that said before anything is drawn.
    if (this.#closed && kind !== "M" && kind !== "Z") this.#move(this.#x, this.#y);
    switch (kind) {
      case "M":
        this.#move(n[0]! + dx, n[1]! + dy);
        break;
      case "L":
        this.#line(n[0]! + dx, n[1]! + dy);
        break;
      case "H":
        this.#line(n[0]! + dx, this.#y);
        break;
      case "V":
        this.#line(this.#x, n[0]! + dy);
        break;
      case "C":
        this.#cubic([n[0]! + dx, n[1]! + dy, n[2]! + dx, n[3]! + dy, n[4]! + dx, n[5]! + dy]);
        break;
      case "S":
        this.#cubic([...this.#mirrored("C"), n[0]! + dx, n[1]! + dy, n[2]! + dx, n[3]! + dy]);
        break;
      case "Q":
        this.#quadratic([n[0]! + dx, n[1]! + dy, n[2]! + dx, n[3]! + dy]);
        break;
      case "T":
        this.#quadratic([...this.#mirrored("Q"), n[0]! + dx, n[1]! + dy]);
        break;
      case "A":
        this.#arc(n, n[5]! + dx, n[6]! + dy);
        break;
      default:
        this.#close();
    }
  }

  #move(x: number, y: number): void {
    this.steps.push(["M", x, y]);
    this.#startX = x;
    this.#startY = y;
    this.#arrive(x, y);
  }

  #line(x: number, y: number): void {
    this.steps.push(["L", x, y]);
    this.#arrive(x, y);
  }

  #cubic([x1, y1, x2, y2, x, y]: readonly [number, number, number, number, number, number]): void {
    this.steps.push(["C", x1, y1, x2, y2, x, y]);
    this.#arrive(x, y);
    this.#control = { x: x2, y: y2, family: "C" };
  }

  #quadratic([qx, qy, x, y]: readonly [number, number, number, number]): void {
    const toward = (from: number, control: number): number => from + (2 / 3) * (control - from);
    this.steps.push(["C", toward(this.#x, qx), toward(this.#y, qy), toward(x, qx), toward(y, qy), x, y]);
    this.#arrive(x, y);
    this.#control = { x: qx, y: qy, family: "Q" };
  }

  #arc(n: readonly number[], x: number, y: number): void {
    const shape = { radii: [n[0]!, n[1]!], turn: n[2]!, large: n[3] === 1, sweep: n[4] === 1 } as const;
    this.steps.push(...arcToCubics({ from: [this.#x, this.#y], to: [x, y], ...shape }));
    this.#arrive(x, y);
  }

  #close(): void {
    if (!this.#closed) this.steps.push(["Z"]);
    this.#arrive(this.#startX, this.#startY);
    this.#closed = true;
  }

  #arrive(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#control = undefined;
    this.#closed = false;
  }

  #mirrored(family: "C" | "Q"): [number, number] {
    const control = this.#control?.family === family ? this.#control : { x: this.#x, y: this.#y };
    return [2 * this.#x - control.x, 2 * this.#y - control.y];
  }
}
