/** Deliver: finished PDFs → the output folder and its manifest, whole or not at all. */
export { type Delivery, MANIFEST, openDelivery, type Sink } from "./delivery.js";
export { type FaceFacts, type Landing, landing } from "./landing.js";
export {
  type CutFile,
  FIRST_SCHEMA,
  fileSum,
  MANIFEST_SCHEMA,
  type Manifest,
  type ManifestFile,
  type ManifestOrder,
  type ManifestPiece,
  manifestText,
  type PlacedCode,
  type PlacedFace,
  type RectMm,
  rectMm,
  sha256,
  type WrittenFile,
} from "./manifest.js";
export { isOurPath } from "./merge.js";
export { OutputError } from "./output-error.js";
