/** The bytes of a PDF → its objects and pages. The rest of preflight knows nothing of how they lie in the file. */
export { isPdf, PdfDocument } from "./document.js";
export type { Unpacked } from "./filters.js";
export { END, Lexer } from "./lexer.js";
export { type BoxName, type PdfPage, pagesOf, rectOf } from "./pages.js";
export * from "./values.js";
