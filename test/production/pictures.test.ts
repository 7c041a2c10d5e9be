/** `mallette images`, as somebody meets it who prepares a workshop over a video call, or orders cards. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { mallette } from "../cli/fake-terminal.js";
import { copyKit, editKit, linkPackages, replacing } from "../kits/temporary.js";

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((path) => path.replaceAll("\\", "/"))
        .filter((path) => /\.\w+$/.test(path))
        .sort()
    : [];

function openKit(): string {
  const kit = copyKit("atelier");
  linkPackages(kit);
  return kit;
}

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");

describe("every size of every face", () => {
  let kit: string;
  let images: string;
  let out: string;
  beforeAll(async () => {
    kit = openKit();
    images = join(kit, "dist/fr/images");
    const heard = await mallette(["images", "--size", "screen,print,bleed,tts", "--json"], { cwd: kit });
    expect(heard.code).toBe(0);
    out = heard.out;
  });

  it("is a folder for each size and component, in the order of the kit", () => {
    expect(filesIn(images)).toMatchSnapshot();
  });

  it("is told with its measures as JSON", () => {
    const { schema, ok, files } = JSON.parse(out);
    expect({ schema, ok }).toEqual({ schema: "mallette.images/1", ok: true });
    expect(files.map(({ path }: { path: string }) => path).sort()).toEqual(filesIn(images));
  });

  it.each([
    ["print/jeu/01-lune-recto.png", 744, 1039, 300, false],
    ["bleed/jeu/01-lune-recto.png", 815, 1110, 300, false],
    // Rounded corners are transparent.
    ["screen/jeu/01-lune-recto.png", 773, 1080, 312, true],
    ["print/fiches/01-regarder.png", 1748, 2480, 300, false],
    ["screen/plateau/01-matin.png", 2220, 1594, 150, false],
    ["tts/plateau/01-matin.png", 4096, 2941, 277, false],
  ])("%s is %d × %d pixels", async (path, width, height, dpi, hasAlpha) => {
    const metadata = await sharp(readFileSync(join(images, path))).metadata();
    expect(metadata).toMatchObject({ width, height, hasAlpha });
    expect(Math.abs(metadata.density! - dpi)).toBeLessThanOrEqual(1);
  });

  it("cuts the deck's picture into its cards, and hides what is in a hand", async () => {
    const [name] = readdirSync(join(images, "tts/jeu")).filter((file) => file.endsWith("-cartes.png"));
    const [, columns, rows] = /-(\d+)x(\d+)-\d+-cartes/.exec(name!)!;
    const sheet = sharp(readFileSync(join(images, "tts/jeu", name!)));
    const metadata = await sheet.metadata();
    const size = { width: metadata.width / Number(columns), height: metadata.height / Number(rows) };
    expect(Number.isInteger(size.width) && Number.isInteger(size.height)).toBe(true);
    const first = await sheet
      .clone()
      .extract({ left: 0, top: 0, ...size })
      .toBuffer();
    const card = await sharp(readFileSync(join(images, "print/jeu/01-lune-recto.png")))
      .resize({ ...size, fit: "fill" })
      .toBuffer();
    const { channels } = await sharp(
      await sharp(first)
        .composite([{ input: card, blend: "difference" }])
        .toBuffer(),
    ).stats();
    for (const { mean } of channels.slice(0, 3)) expect(mean).toBeLessThan(2);
  });

  it("comes out the same byte for byte", async () => {
    const before = filesIn(images).map((path) => readFileSync(join(images, path)));
    await mallette(["images", "--size", "screen,print,bleed,tts", "-q"], { cwd: kit });
    expect(filesIn(images).map((path) => readFileSync(join(images, path)))).toEqual(before);
  });
});

describe("a run", () => {
  it("makes pictures for the screen unless told otherwise, and says where they are", async () => {
    const { code, out, err } = await mallette(["images", "jeu"], { cwd: openKit() });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(plain(err).replace(/\d+,\d (Mo|s)/g, "… $1")).toMatchSnapshot();
  });

  it("takes away pictures of what is no longer in the kit, and nothing else", async () => {
    const kit = openKit();
    const folder = join(kit, "dist/fr/images/screen/jeu");
    const strangers = ["notes.txt", "Photo.png", "mon-image.png"];
    mkdirSync(folder, { recursive: true });
    for (const name of [...strangers, "01-ancienne-recto.png"]) writeFileSync(join(folder, name), "");
    await mallette(["images", "jeu", "-q"], { cwd: kit });
    const left = readdirSync(folder);
    expect(left).not.toContain("01-ancienne-recto.png");
    expect(left).toEqual(expect.arrayContaining([...strangers, "01-lune-recto.png"]));
  });

  it("of a kit with a mistake tells it, and leaves the pictures of before", async () => {
    const kit = openKit();
    await mallette(["images", "jeu", "-q"], { cwd: kit });
    const folder = join(kit, "dist");
    const before = filesIn(folder);
    editKit(kit, { "cards/jeu.yaml": replacing("picture: lune.svg", "picture: lunne.svg") });
    const { code, err } = await mallette(["images", "jeu"], { cwd: kit });
    expect(code).toBe(1);
    expect(err).toContain("lunne.svg");
    expect(err).not.toContain("✔");
    expect(filesIn(folder)).toEqual(before);
  });

  it.each([
    [["images", "jue"], "Le composant « jue » n’existe pas dans ce kit."],
    [["images", "--paper", "A44"], "Le papier « A44 » n’existe pas dans ce kit."],
    [["images", "--locale", "xx"], "La langue « xx » n’existe pas dans ce kit."],
  ])("mallette %j: one sentence, exit code 2, no picture", async (argv, sentence) => {
    const kit = openKit();
    const { code, err } = await mallette(argv, { cwd: kit });
    expect(code).toBe(2);
    expect(plain(err)).toContain(sentence);
    expect(filesIn(join(kit, "dist"))).toEqual([]);
  });

  it("of a piece too large for any picture says so, and how it would go", async () => {
    const kit = copyKit("atelier", {
      "kit.yaml": replacing("width: 376mm, height: 270mm", "width: 2000mm, height: 1400mm"),
    });
    linkPackages(kit);
    const { code, err } = await mallette(["images", "plateau", "--size", "print"], { cwd: kit });
    expect(code).toBe(1);
    expect(plain(err)).toContain("L’image de « plateau/matin » aurait 23622 × 16535 pixels");
    expect(plain(err)).toContain("--size screen");
    expect(filesIn(join(kit, "dist"))).toEqual([]);
  });

  it("outside of a kit says so", async () => {
    const { code, err } = await mallette(["images"], { cwd: dirname(openKit()) });
    expect(code).toBe(2);
    expect(err).toMatch(/kit\.yaml/);
  });

  it("where nothing may be written says so, exit code 3", async () => {
    const kit = openKit();
    writeFileSync(join(kit, "dist"), "a file");
    const { code } = await mallette(["images", "jeu"], { cwd: kit });
    expect(code).toBe(3);
  });
});

describe("backs", () => {
  it("that are all the same are one picture", async () => {
    const kit = openKit();
    const template = readdirSync(join(kit, "templates")).find((name) => name.startsWith("carte"))!;
    const text = readFileSync(join(kit, "templates", template), "utf8");
    expect(text).toContain("<back");
    editKit(kit, {
      [`templates/${template}`]: (source) => source.replace(/<back[\s\S]*<\/back>/, '<back class="carte"></back>'),
    });
    await mallette(["images", "jeu", "--size", "tts", "-q"], { cwd: kit });
    expect(filesIn(join(kit, "dist/fr/images/tts"))).toEqual(["jeu/jeu-2x2-2-cartes.png", "jeu/jeu-dos.png"]);
  });
});

describe("a booklet", () => {
  it("is pictured page by page where it is named, and only there", async () => {
    const kit = copyKit("livret");
    linkPackages(kit);
    const livret = (): readonly string[] => filesIn(join(kit, "dist/fr/images/screen/livret"));
    await mallette(["images", "-q"], { cwd: kit });
    expect(livret()).toEqual([]);
    const { code } = await mallette(["images", "livret", "-q"], { cwd: kit });
    expect(code).toBe(0);
    const pages = livret();
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.map((name) => Number(name.slice(0, 2)))).toEqual(pages.map((_, index) => index + 1));
  });
});
