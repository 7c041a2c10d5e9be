/** Drawings → objects of one PDF: each resource is written once, when the first drawing that names it is. */
import { DocumentFont } from "./font/document-font.js";
import { embedFont, type SubsetCache } from "./font/embed.js";
import type { PackedImage } from "./image.js";
import type { Drawing, Form, Resource } from "./ink/drawing.js";
import type { PackCache } from "./pack.js";
import type { PdfDictionary, PdfRef } from "./pdf/objects.js";
import type { PdfWriter } from "./pdf/pdfkit.js";

/** Where each kind of resource stands in a resource dictionary. */
const CATEGORY = {
  font: "Font",
  form: "XObject",
  written: "XObject",
  image: "XObject",
  alpha: "ExtGState",
  mask: "ExtGState",
  shading: "Shading",
  pattern: "Pattern",
} as const satisfies Record<Resource["kind"], string>;

export interface DocumentCaches {
  readonly packed: PackCache;
  readonly subsets: SubsetCache;
}

export class DocumentObjects {
  readonly #writer: PdfWriter;
  readonly #caches: DocumentCaches;
  readonly #refs = new Map<string, PdfRef>();
  readonly #fonts = new Map<string, DocumentFont>();

  constructor(writer: PdfWriter, caches: DocumentCaches) {
    this.#writer = writer;
    this.#caches = caches;
  }

  /** Writes a page that shows `drawing`; `boxes` are its MediaBox and the like. */
  page(drawing: Drawing, boxes: PdfDictionary): void {
    const Resources = this.#resources(drawing);
    const Contents = this.#stream({}, this.#pack(drawing));
    this.#writer.page({ ...boxes, Resources, Contents });
  }

  /** Writes the fonts, which only now know all their glyphs. */
  async finish(): Promise<void> {
    for (const font of this.#fonts.values()) await embedFont(this.#writer, font, this.#caches.subsets);
  }

  #stream(dictionary: PdfDictionary, packed: Uint8Array): PdfRef {
    const ref = this.#writer.reserve();
    this.#writer.fill(ref, { ...dictionary, Filter: "FlateDecode" }, packed);
    return ref;
  }

  #object(dictionary: PdfDictionary): PdfRef {
    const ref = this.#writer.reserve();
    this.#writer.fill(ref, dictionary);
    return ref;
  }

  /** The operators of a drawing, deflated, its special glyphs in this document's codes. */
  #pack(drawing: Drawing): Uint8Array {
    const codes = drawing.specials.map(({ font, glyph, text }) => this.#fonts.get(font)!.code(glyph, text));
    return this.#caches.packed.pack(drawing, codes);
  }

  #resources(drawing: Drawing): PdfDictionary {
    const dictionary: Record<string, Record<string, PdfRef>> = {};
    for (const [name, resource] of drawing.resources) {
      const category = CATEGORY[resource.kind];
      dictionary[category] ??= {};
      dictionary[category][name] = this.#refOf(name, resource);
    }
    for (const [name, use] of drawing.fonts) this.#fonts.get(name)!.add(use);
    return dictionary;
  }

  #refOf(name: string, resource: Resource): PdfRef {
    let ref = this.#refs.get(name);
    if (ref === undefined) {
      ref = this.#write(name, resource);
      this.#refs.set(name, ref);
    }
    return ref;
  }

  #write(name: string, resource: Resource): PdfRef {
    switch (resource.kind) {
      case "font": {
        const font = new DocumentFont(resource.face, this.#writer.reserve());
        this.#fonts.set(name, font);
        return font.ref;
      }
      case "form":
        return this.#form(resource.form);
      case "image":
        return this.#image(resource.image);
      case "alpha":
        return this.#object({ Type: "ExtGState", ca: resource.alpha, CA: resource.alpha, ...overprint(resource) });
      case "mask": {
        const mask = { Type: "Mask", S: "Luminosity", G: this.#form(resource.form) };
        return this.#object({ Type: "ExtGState", SMask: mask });
      }
      case "shading":
        return this.#object(resource.shading);
      case "pattern":
        return this.#object({ PatternType: 2, Matrix: resource.matrix, Shading: resource.shading });
      case "written":
        throw new Error(`The form ${name} was said to be in the document, and is not.`);
    }
  }

  #form(form: Form): PdfRef {
    const Resources = this.#resources(form);
    const Group = form.group && {
      S: "Transparency",
      // A faded group keeps the colours of its page, so that black stays black ink.
      CS: form.group === "mask" ? "DeviceGray" : undefined,
    };
    return this.#stream({ Type: "XObject", Subtype: "Form", BBox: form.bbox, Group, Resources }, this.#pack(form));
  }

  #image({ dictionary, bytes, mask }: PackedImage): PdfRef {
    const SMask = mask && this.#writer.reserve();
    if (mask && SMask) this.#writer.fill(SMask, mask.dictionary, mask.bytes);
    const ref = this.#writer.reserve();
    this.#writer.fill(ref, { ...dictionary, SMask }, bytes);
    return ref;
  }
}

/** OPM 1: an ink of which a colour has none leaves what lies below it, so that black letters keep the colours around them. */
const overprint = ({ overprint: isOn }: Extract<Resource, { kind: "alpha" }>): PdfDictionary =>
  isOn === undefined ? {} : { OP: isOn, op: isOn, OPM: isOn ? 1 : 0 };
