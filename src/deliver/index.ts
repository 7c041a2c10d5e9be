/** Deliver: finished PDFs → the output folder and its manifest, whole or not at all. */
export { type Delivery, openDelivery, type Sink } from "./delivery.js";
export { type FaceFacts, type Landing, landing } from "./landing.js";
export {
  fileSum,
  type Manifest,
  type ManifestFile,
  type ManifestPiece,
  manifestText,
  type PlacedCode,
  sha256,
} from "./manifest.js";
export { OutputError } from "./output-error.js";
