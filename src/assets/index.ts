/**
 * Pictures as kits use them: drawings and icons become plain paths, photographs are checked and brought to the size
 * they print at, addresses become QR codes. Everything comes out as data; nothing here knows CSS or PDF.
 */
export type * from "./asset.js";
export { type Icons, openIcons } from "./icons.js";
export { type PreparedImage, prepareImage } from "./image/prepare.js";
export { readImage } from "./image/read.js";
export { LEAST_DPI, printedDpi, resolutionProblem } from "./image/resolution.js";
export { encodeQr, LEAST_MODULE, type QrCode, qrModuleProblem, qrSide, reportQrTooLong } from "./qr.js";
export { parseSvg } from "./svg/parse.js";
export { parsePathData } from "./svg/path-data.js";
