/**
 * The bytes of any PDF → what it is made of, and what is wrong with it for its purpose.
 *
 *     pdf       bytes → objects and pages
 *     walk      a page → its marks on paper, with their colours, sizes and places
 *     pictures  a picture → its pixels
 *     codes     marks → grey pixels → QR codes
 *     checks    all that → findings, by the rules of a purpose
 */
import { checkAnnotations } from "./checks/annotations.js";
import { checkBleed } from "./checks/bleed.js";
import { checkBoxes } from "./checks/boxes.js";
import { checkCodes } from "./checks/codes.js";
import { checkColors } from "./checks/colors.js";
import { checkEdges } from "./checks/edges.js";
import type { PageJob } from "./checks/job.js";
import { checkLines } from "./checks/lines.js";
import { checkPictures } from "./checks/pictures.js";
import { checkTexts } from "./checks/texts.js";
import { findCodes, grayPage, sceneOf } from "./codes/index.js";
import { type Finding, Findings } from "./findings.js";
import * as say from "./messages.js";
import { isPdf, latin1, PdfDocument, pagesOf } from "./pdf/index.js";
import { type Picture, readPicture } from "./pictures/picture.js";
import { type Purpose, RULES } from "./purposes.js";
import { type Claims, claimsOf, isCalibrationSheet } from "./standard.js";
import { type Summary, SummaryMaker } from "./summary.js";
import { type ImageMark, Walker } from "./walk/index.js";

export type { Finding } from "./findings.js";
export { PURPOSES, type Purpose } from "./purposes.js";
export type { Summary } from "./summary.js";

export interface Order {
  /** Guessed from the file when undefined. A calibration sheet is judged as what it is, whichever office prints it. */
  readonly purpose?: Purpose | undefined;
  /** The addresses of each page's codes, by page, as a manifest has them. */
  readonly codes?: ReadonlyMap<number, readonly string[]> | undefined;
}

export interface Report {
  /** No error. */
  readonly ok: boolean;
  readonly purpose: Purpose | undefined;
  /** Undefined for what is no readable PDF. */
  readonly summary: Summary | undefined;
  readonly findings: readonly Finding[];
}

/** Never throws for what a file may hold: whatever is wrong with it is a finding. */
export async function preflight(bytes: Uint8Array, order: Order = {}): Promise<Report> {
  const findings = new Findings();
  const refused = (problem: ReturnType<typeof say.emptyFile>): Report => {
    findings.report(problem);
    return { ok: false, purpose: order.purpose, summary: undefined, findings: findings.all };
  };
  if (bytes.length === 0) return refused(say.emptyFile());
  if (!isPdf(bytes)) return refused(say.notPdf(/<(!doctype\s+)?html/i.test(latin1(bytes.subarray(0, 2048)))));
  const document = new PdfDocument(bytes);
  if (document.isEncrypted) return refused(say.encrypted());
  const pages = pagesOf(document);
  if (pages.length === 0) return refused(say.noPages());

  const claims = claimsOf(document);
  const asked = order.purpose ?? guess(claims);
  const purpose = isOffice(asked) && isCalibrationSheet(document) ? "calibration" : asked;
  const rules = RULES[purpose];
  const summary = new SummaryMaker(document);
  const walker = new Walker(document);
  const pictures = new PictureShelf(document);
  for (const page of pages) {
    const marks = walker.walk(page, (trouble) => findings.report(say.TROUBLES[trouble](), { page: page.number }));
    summary.add(page, marks);
    const shown = await pictures.of(marks.filter((mark) => mark.kind === "image"));
    const scene = sceneOf(marks, shown);
    const gray = grayPage(scene, page.size);
    const codes = await findCodes(scene, gray);
    summary.addCodes(page, codes);

    const job: PageJob = { document, page, marks, rules, findings };
    checkBoxes(job);
    checkTexts(job);
    checkLines(job);
    checkPictures(job);
    checkColors(job, shown);
    checkEdges(job);
    checkBleed(job, gray);
    checkAnnotations(job);
    checkCodes(job, codes, order.codes && (order.codes.get(page.number) ?? []));
    for (const format of pictures.unread(marks.filter((mark) => mark.kind === "image")))
      findings.report(say.unreadPicture(format), { page: page.number }, { subject: format });
  }
  if (document.isDamaged) findings.report(say.damagedFile());
  checkWhole(findings, summary, claims, purpose);
  const all = findings.all;
  return { ok: all.every(({ severity }) => severity !== "error"), purpose, summary: summary.make(), findings: all };
}

/** A file for a press says so; any other is most likely for the nearest printer. */
const guess = ({ standard }: Claims): Purpose => (standard?.startsWith("PDF/X") ? "press" : "shop");

/** Printers that leave a margin white, and are calibrated. */
const isOffice = (purpose: Purpose): boolean => purpose === "home" || purpose === "shop";

/** What only the whole file tells. */
function checkWhole(findings: Findings, summary: SummaryMaker, claims: Claims, purpose: Purpose): void {
  if (purpose === "press" && claims.condition === undefined) findings.report(say.noOutputIntent());
  if (/^PDF\/X-[13]/.test(claims.standard ?? "") && summary.hasTransparency)
    findings.report(say.transparencyInOldStandard(claims.standard!));
  // A page turned on its side goes through the same printer.
  const sizes = new Map(
    summary.sizes.map(({ width, height, paper }) => {
      const key = `${Math.round(Math.min(width, height))} × ${Math.round(Math.max(width, height))} mm`;
      return [key, paper ?? key];
    }),
  );
  if (purpose !== "screen" && sizes.size > 1) findings.report(say.mixedSizes([...sizes.values()]));
}

/** Pictures, read once however often they are shown. */
class PictureShelf {
  readonly #document: PdfDocument;
  readonly #known = new Map<ImageMark["stream"], Picture | undefined>();
  #pixels = 0;

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  async of(marks: readonly ImageMark[]): Promise<ReadonlyMap<ImageMark["stream"], Picture>> {
    const shown = new Map<ImageMark["stream"], Picture>();
    for (const mark of marks) {
      if (!this.#known.has(mark.stream)) this.#keep(mark.stream, await readPicture(this.#document, mark));
      const picture = this.#known.get(mark.stream);
      if (picture) shown.set(mark.stream, picture);
    }
    return shown;
  }

  /** The formats of pictures that could not be read. */
  unread(marks: readonly ImageMark[]): ReadonlySet<string> {
    const failed = marks.filter(({ stream }) => this.#known.has(stream) && this.#known.get(stream) === undefined);
    return new Set(failed.map(({ stream }) => this.#document.unpack(stream).picture ?? "inconnu"));
  }

  #keep(stream: ImageMark["stream"], picture: Picture | undefined): void {
    this.#pixels += picture ? picture.width * picture.height : 0;
    // A book of photographs is not kept whole.
    if (this.#pixels > MOST_PIXELS) {
      this.#known.clear();
      this.#pixels = 0;
    }
    this.#known.set(stream, picture);
  }
}

const MOST_PIXELS = 60_000_000;
