/**
 * The kit → the pictures of `docs/imprimer.md`, as the tool itself makes what they show: `node scripts/pictures.mjs`.
 * Needs pdftoppm (Debian: poppler-utils) and the bundle.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PARTS = ["kit.yaml", "cards", "templates", "fonts", "assets", "locales"];
/** Pixels across: what a reader on GitHub sees, and small enough to be kept in git. */
const WIDTH = 760;

const kit = mkdtempSync(join(tmpdir(), "mallette-pictures-"));
for (const part of PARTS) cpSync(join(ROOT, part), join(kit, part), { recursive: true });
symlinkSync(join(ROOT, "node_modules"), join(kit, "node_modules"), "junction");

const mallette = (...words) =>
  execFileSync(process.execPath, [join(ROOT, "lib/mallette.cjs"), ...words, "-q", "-C", kit], { stdio: "inherit" });

function edit(path, before, after) {
  const text = readFileSync(join(kit, path), "utf8");
  if (!text.includes(before)) throw new Error(`${path} no longer says «${before}»`);
  writeFileSync(join(kit, path), text.replace(before, after));
}

/** The upper part of a page, `share` of its height, framed as paper is. */
async function picture(name, pdf, share = 1) {
  const page = execFileSync("pdftoppm", ["-r", "200", "-f", "1", "-l", "1", "-png", join(kit, "dist", pdf)], {
    maxBuffer: 1 << 28,
  });
  const { width, height } = await sharp(page).metadata();
  await sharp(page)
    .extract({ left: 0, top: 0, width, height: Math.round(height * share) })
    .resize({ width: WIDTH - 2 })
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: "#999999" })
    .png({ palette: true, colors: 64, effort: 10 })
    .toFile(join(ROOT, "docs/pictures", `${name}.png`));
}

try {
  mallette("build", "--target", "shop", "--paper", "A4");
  mallette("release", "2026-11");
  mallette("calibrate", "salle-2");
  await picture("bon", "fr/shop-A4/bon-d-impression.pdf");
  await picture("planche", "fr/shop-A4/cartes.pdf");
  await picture("calage", "calage-A4.pdf");

  edit("kit.yaml", 'version: "1.0"', 'version: "1.1"');
  edit("kit.yaml", "date: 2026-11-24", "date: 2027-03-01");
  edit("cards/donnees.yaml", "Qu’y changerais-tu ?", "Que faut-il y changer ?");
  edit("cards/donnees.yaml", "Quelles visites et balades", "Quelles balades");
  mallette("changes", "donnees", "--since", "2026-11", "--sheets");
  await picture("a-echanger", "fr/reimpression-2026-11/home-A4/a-echanger.pdf", 0.5);
} finally {
  rmSync(kit, { recursive: true, force: true });
}
