/** The operators of one page → its marks on paper, those of forms, patterns and inline pictures included. */
import { compose, outset, type Rect, transformRect } from "../../units.js";
import {
  END,
  Lexer,
  type PdfDict,
  type PdfPage,
  type PdfStream,
  type PdfValue,
  PdfWord,
  rectOf,
} from "../pdf/index.js";
import { baseInk } from "./coat.js";
import { Desk, type Library } from "./desk.js";
import { readInlineImage } from "./inline-image.js";
import { imageMark, pathMark, shadingMark, textMark, throughMask } from "./make-mark.js";
import type { Mark, Trouble } from "./marks.js";
import { matrixOr, type Operands } from "./operands.js";
import { boundsOf, PathBuilder, unitSquare } from "./path.js";
import { setState } from "./set-state.js";
import { setText, textShown } from "./set-text.js";
import { type State, shared, startState, stretchOf, touches } from "./state.js";
import { showText } from "./text.js";

/** Forms in forms; programs nest a handful. */
const DEEPEST = 24;
/** Of one page: a map has a million. More, and forms that draw forms a thousand times, are no page to print. */
const MOST_OPERATORS = 2_000_000;
const MOST_CORNERS = 6_000_000;
/** What entering a form costs, in operators. */
const FORM_COST = 20;
/** `q` without `Q`. */
const MOST_SAVED = 512;

/** Where operators stand: the page, or a form in it. */
interface Scope {
  readonly desk: Desk;
  readonly depth: number;
  readonly forms: readonly PdfStream[];
  readonly isInPattern: boolean;
}

const FILLS = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
const STROKES = new Set(["S", "s", "B", "B*", "b", "b*"]);
const EVEN_ODD = new Set(["f*", "B*", "b*"]);
const CLOSES = new Set(["s", "b", "b*"]);

/** One page, walked once. */
export class PageRun {
  readonly marks: Mark[] = [];
  readonly #library: Library;
  readonly #page: PdfPage;
  readonly #told = new Set<Trouble>();
  readonly #tell: (trouble: Trouble) => void;
  readonly #patterns = new Set<PdfDict>();
  readonly #path = new PathBuilder();
  #operators = 0;

  constructor(library: Library, page: PdfPage, tell: (trouble: Trouble) => void) {
    this.#library = library;
    this.#page = page;
    this.#tell = tell;
  }

  contents(): void {
    const { size, upright, resources, contents } = this.#page;
    const parts = contents.map((stream) => this.#unpacked(stream));
    // Operators may be cut anywhere between two streams, but not within a word.
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")]));
    const state = startState(upright, { x: 0, y: 0, ...size });
    this.#run(bytes, state, { desk: this.#desk(resources), depth: 0, forms: [], isInPattern: false });
  }

  #desk(resources: PdfDict): Desk {
    return new Desk(this.#library, resources, () => this.#trouble("missing-resource"));
  }

  #trouble(trouble: Trouble): void {
    if (this.#told.has(trouble)) return;
    this.#told.add(trouble);
    this.#tell(trouble);
  }

  #unpacked(stream: PdfStream): Uint8Array {
    const { bytes, failure } = this.#library.document.unpack(stream);
    if (failure) this.#trouble(failure === "damaged" ? "damaged-content" : "too-large");
    return bytes;
  }

  get #isTooComplex(): boolean {
    return this.#operators > MOST_OPERATORS || this.#path.corners > MOST_CORNERS;
  }

  #run(bytes: Uint8Array, start: State, scope: Scope): void {
    const lexer = new Lexer(bytes, 0, false);
    const saved: State[] = [];
    let state = start;
    let operands: PdfValue[] = [];
    let clips = false;
    for (;;) {
      const token = lexer.next();
      if (token === END) return;
      if (!(token instanceof PdfWord)) {
        // No operator takes more; what follows no operator is forgotten.
        if (operands.length < 64) operands.push(token);
        continue;
      }
      this.#operators += 1;
      if (this.#isTooComplex) {
        this.#trouble("too-complex");
        return;
      }
      const op = token.text;
      if (op === "q") {
        if (saved.length < MOST_SAVED) saved.push({ ...state });
      } else if (op === "Q") state = saved.pop() ?? state;
      else if (op === "W" || op === "W*") clips = true;
      else if (op === "n" || FILLS.has(op) || STROKES.has(op)) {
        if (CLOSES.has(op)) this.#path.close();
        const outlines = this.#path.take();
        if (op !== "n") this.#paintPath(op, outlines, state, scope);
        if (clips) state.clip = shared(state.clip, boundsOf(outlines) ?? NOTHING);
        clips = false;
      } else if (op === "BI") this.#image(readInlineImage(lexer), state, scope);
      else if (setText(op, operands, state, scope.desk)) {
        const parts = textShown(op, operands);
        if (parts) this.#text(parts, state, scope);
      } else if (!this.#path.obey(op, operands, state.ctm) && !setState(op, operands, state, scope.desk))
        this.#paint(op, operands, state, scope);
      operands = [];
    }
  }

  #text(parts: readonly (Uint8Array | number)[], state: State, scope: Scope): void {
    const shown = showText(parts, state);
    if (shown === undefined || state.font === undefined) return;
    const box = shared(state.clip, shown.box);
    if (box.width === 0 || box.height === 0) return;
    const mark = textMark({ ...shown, box, font: state.font }, state, scope.isInPattern);
    if (mark.fill) this.#pattern(state.fillPattern, box, state, scope);
    this.marks.push(mark);
  }

  #paint(op: string, operands: Operands, state: State, scope: Scope): void {
    const { document } = this.#library;
    if (op === "sh") {
      const shading = document.dict(scope.desk.resource("Shading", operands[0]));
      if (shading.size > 0) this.#shading(shading, state.clip, state, scope);
    }
    if (op !== "Do") return;
    const found = document.stream(scope.desk.resource("XObject", operands[0]));
    if (found === undefined) return;
    const kind = document.name(found.dict.get("Subtype"));
    if (kind === "Image") this.#image(found, state, scope);
    else if (kind === "Form") this.#form(found, state, scope);
  }

  #paintPath(op: string, outlines: readonly Float64Array[], state: State, scope: Scope): void {
    const bounds = boundsOf(outlines);
    if (bounds === undefined) return;
    const width = state.lineWidth * stretchOf(state.ctm).least;
    const around = STROKES.has(op) ? outset(bounds, width / 2) : bounds;
    const box = shared(state.clip, around);
    // Lines without width or height are still lines.
    if (!touches(state.clip, around)) return;
    const painting = { fills: FILLS.has(op), width: STROKES.has(op) ? width : undefined, isEvenOdd: EVEN_ODD.has(op) };
    if (painting.fills) this.#pattern(state.fillPattern, box, state, scope);
    if (STROKES.has(op)) this.#pattern(state.strokePattern, box, state, scope);
    this.marks.push(pathMark({ box, outlines, ...painting }, state, scope.isInPattern));
  }

  #form(form: PdfStream, state: State, scope: Scope): void {
    const { document } = this.#library;
    if (scope.forms.includes(form)) {
      this.#trouble("draws-itself");
      return;
    }
    if (scope.depth >= DEEPEST) {
      this.#trouble("too-complex");
      return;
    }
    const own = { ...state, ctm: compose(matrixOr(document.numbers(form.dict.get("Matrix"))), state.ctm) };
    const bounds = rectOf(document.numbers(form.dict.get("BBox")));
    if (bounds) own.clip = shared(state.clip, transformRect(own.ctm, bounds));
    if (own.clip.width === 0 || own.clip.height === 0) return;
    if (document.name(document.dict(form.dict.get("Group")).get("S")) === "Transparency") {
      own.groupAlpha = state.groupAlpha * state.fillAlpha * throughMask(state);
      own.fillAlpha = 1;
      own.strokeAlpha = 1;
      own.isMasked = false;
    }
    const { desk } = scope;
    const resources = form.dict.has("Resources") ? document.dict(form.dict.get("Resources")) : desk.resources;
    const forms = [...scope.forms, form];
    // A path that stands open around the form is nobody's.
    this.#path.take();
    this.#operators += FORM_COST;
    const inner = { ...scope, desk: this.#desk(resources), depth: scope.depth + 1, forms };
    this.#run(this.#unpacked(form), own, inner);
  }

  #image(stream: PdfStream, state: State, scope: Scope): void {
    const box = shared(state.clip, boundsOf(unitSquare(state.ctm)) ?? NOTHING);
    const mark = imageMark({ stream, box, desk: scope.desk }, state, scope.isInPattern);
    if (mark) this.marks.push(mark);
  }

  #pattern(pattern: PdfDict | undefined, box: Rect, state: State, scope: Scope): void {
    if (pattern === undefined) return;
    const { document } = this.#library;
    if (document.number(pattern.get("PatternType")) === 2) {
      this.#shading(document.dict(pattern.get("Shading")), box, state, scope);
      return;
    }
    const stream = document.streamOf(pattern);
    if (stream === undefined || this.#patterns.has(pattern) || scope.depth >= DEEPEST) return;
    this.#patterns.add(pattern);
    const own = startState(compose(matrixOr(document.numbers(pattern.get("Matrix"))), this.#page.upright), {
      x: 0,
      y: 0,
      ...this.#page.size,
    });
    own.fill = state.fill.values.length > 0 ? baseInk(state.fill) : own.fill;
    const resources = document.dict(pattern.get("Resources"));
    const inner: Scope = { desk: this.#desk(resources), depth: scope.depth + 1, forms: scope.forms, isInPattern: true };
    this.#run(this.#unpacked(stream), own, inner);
  }

  #shading(dict: PdfDict, box: Rect, state: State, scope: Scope): void {
    this.marks.push(shadingMark({ dict, box, desk: scope.desk }, state, scope.isInPattern));
  }
}

const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 };
