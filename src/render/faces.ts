/** Faces → forms, each drawn once per process; the drawings and photographs in them likewise. */

import type { ImageAsset } from "../assets/asset.js";
import type { PreparedImage } from "../assets/image/prepare.js";
import { fingerprint } from "../fingerprint.js";
import type { FacePage, Frame, ImageItem, QrItem, VectorItem } from "../layout/frame.js";
import { compose, IDENTITY, type Matrix, type Size } from "../units.js";
import { type PackedImage, packImage } from "./image.js";
import { codeForm } from "./ink/code.js";
import type { ColorSpace } from "./ink/color-space.js";
import type { Form, Resource } from "./ink/drawing.js";
import { faceForm, type Pictures } from "./ink/face.js";
import { vectorForm } from "./ink/vector.js";
import { LruCache } from "./lru.js";
import { thickenForPress } from "./thin-lines.js";

/** One face as the caller knows it: the same key always means the same picture. */
export interface RenderFace {
  readonly key: string;
  readonly page: FacePage;
}

/** Makes a picture ready for print at a size; undefined when that failed, after reporting it. */
export type PrepareImage = (image: ImageAsset, printed: Size) => Promise<PreparedImage | undefined>;

interface NamedForm {
  readonly name: string;
  readonly form: Form;
}

interface NamedImage {
  readonly name: string;
  readonly resource: Extract<Resource, { kind: "image" }>;
}

/** Some two thousand faces of cards: more than a kit has, little enough for a book of ten thousand. */
const FACE_LIMIT = 20 * 1024 * 1024;
const VECTOR_LIMIT = 32 * 1024 * 1024;
const IMAGE_LIMIT = 256 * 1024 * 1024;

/** Operators take a byte a character, their deflated copy about a third of that, lists of glyphs and resources the rest. */
const weighForm = ({ form }: NamedForm): number => form.parts.reduce((sum, part) => sum + part.length, 0) * 1.4 + 6000;

const weighImage = ({ resource: { image } }: NamedImage): number =>
  image.bytes.length + (image.mask?.bytes.length ?? 0);

export class FaceForge {
  readonly #prepareImage: PrepareImage;
  readonly #space: ColorSpace;
  readonly #faces = new LruCache<NamedForm>(FACE_LIMIT, weighForm);
  readonly #vectors = new LruCache<NamedForm>(VECTOR_LIMIT, weighForm);
  readonly #images = new LruCache<NamedImage>(IMAGE_LIMIT, weighImage);

  /** All forms of a forge write their colours in one space. */
  constructor(prepareImage: PrepareImage, space: ColorSpace) {
    this.#prepareImage = prepareImage;
    this.#space = space;
  }

  /** The form of a face and its name in resource dictionaries. */
  async form(face: RenderFace): Promise<NamedForm> {
    const known = this.#faces.get(face.key);
    if (known) return known;
    const { separation } = this.#space;
    const page = separation ? { ...face.page, frame: thickenForPress(face.page.frame, separation) } : face.page;
    const images = await this.#prepareAll(page.frame);
    const pictures: Pictures = {
      vector: (item) => this.#vector(item),
      code: (item) => this.#code(item),
      image: (item, at) => images.get(imageKey(item, at)),
    };
    const form = faceForm(page, pictures, this.#space);
    const named = { name: `X${fingerprint(face.key)}`, form };
    // A face with a broken picture is drawn anew each time, so that its problem is reported each time.
    if ([...images.values()].every((image) => image !== undefined)) this.#faces.set(face.key, named);
    return named;
  }

  #vector({ art, color }: VectorItem): NamedForm {
    const paint = art.usesCurrentColor ? [color.r, color.g, color.b, color.a].join() : "";
    return this.#drawOnce(`V${fingerprint(art.key, paint)}`, () => vectorForm(art, color, this.#space));
  }

  #code({ code, color }: QrItem): NamedForm {
    const paint = [color.r, color.g, color.b, color.a].join();
    const name = `Q${fingerprint(code.payload, code.level, `${code.modules}`, paint)}`;
    return this.#drawOnce(name, () => codeForm(code, color, this.#space));
  }

  #drawOnce(name: string, draw: () => Form): NamedForm {
    const known = this.#vectors.get(name);
    if (known) return known;
    const named = { name, form: draw() };
    this.#vectors.set(name, named);
    return named;
  }

  async #prepareAll(frame: Frame): Promise<ReadonlyMap<string, NamedImage | undefined>> {
    const found = new Map<string, NamedImage | undefined>();
    for (const { item, at } of imagesIn(frame, IDENTITY)) {
      const key = imageKey(item, at);
      if (!found.has(key)) found.set(key, await this.#prepare(key, item, at));
    }
    return found;
  }

  async #prepare(key: string, item: ImageItem, at: Matrix): Promise<NamedImage | undefined> {
    const known = this.#images.get(key);
    if (known) return known;
    const prepared = await this.#prepareImage(item.image, printedSize(item, at));
    if (prepared === undefined) return undefined;
    const image: PackedImage = await packImage(prepared, this.#space.separation);
    const named: NamedImage = { name: `I${fingerprint(key)}`, resource: { kind: "image", image } };
    this.#images.set(key, named);
    return named;
  }
}

/** Size on paper, whatever turns and scales lie around the picture. */
function printedSize({ size }: ImageItem, [a, b, c, d]: Matrix): Size {
  return { width: size.width * Math.hypot(a, b), height: size.height * Math.hypot(c, d) };
}

/** Pictures are the same when they print at the same size, to a tenth of a point. */
function imageKey(item: ImageItem, at: Matrix): string {
  const { width, height } = printedSize(item, at);
  return `${item.image.key} ${Math.round(width * 10)} ${Math.round(height * 10)}`;
}

function* imagesIn(frame: Frame, map: Matrix): Generator<{ readonly item: ImageItem; readonly at: Matrix }> {
  for (const item of frame.items) {
    if (item.kind === "image") yield { item, at: map };
    if (item.kind === "frame") yield* imagesIn(item.frame, compose(item.transform ?? IDENTITY, map));
  }
}
