/** Small manifests. */
import type { Manifest, ManifestFile } from "../../src/deliver/index.js";

export const fileEntry = (path: string, change: Partial<ManifestFile> = {}): ManifestFile => ({
  path,
  title: "Essai",
  target: path.split("-")[0]!,
  paper: "A4",
  components: ["essai"],
  duplex: "long-edge",
  pages: 1,
  sheets: 1,
  cuts: 0,
  bytes: 1,
  sha256: "0".repeat(64),
  faces: [],
  codes: [],
  ...change,
});

export const manifestOf = (files: readonly ManifestFile[], change: Partial<Manifest> = {}): Manifest => ({
  schema: "mallette.manifest/2",
  kit: "essai",
  version: "1.0",
  date: "2026-11-24",
  locale: "fr",
  pieces: [],
  files,
  ...change,
});
