/** Deliver: finished PDFs → the output folder and its manifest, whole or not at all. */
export { type Delivery, OutputError, openDelivery } from "./files.js";
export { type Landing, landing } from "./landing.js";
export {
  type Manifest,
  type ManifestFile,
  type ManifestPiece,
  manifestText,
  mergeManifests,
  readManifest,
  sha256,
} from "./manifest.js";
