/** A page of HTML → the PDF that Chromium prints of it, or word that there is no Chromium here. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The browser's command; undefined where none is installed. */
export const browser: string | undefined = NAMES.find((name) => spawnSync(name, ["--version"]).status === 0);

/** Prints without hinting, so that widths are those of the font; nothing is fetched but the files that the page names. */
const OPTIONS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--font-render-hinting=none",
  "--no-pdf-header-footer",
  "--disable-pdf-tagging",
  "--virtual-time-budget=10000",
];

/** The PDF of `html`; `folder` takes the page and the browser's own files. */
export function printPage(html: string, folder: string): Uint8Array {
  const page = join(folder, "page.html");
  const pdf = join(folder, "page.pdf");
  writeFileSync(page, html);
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  const { status, stderr } = spawnSync(browser!, [...OPTIONS, profile, `--print-to-pdf=${pdf}`, page], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${browser} cannot print: ${stderr}`);
  return readFileSync(pdf);
}
