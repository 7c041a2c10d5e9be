/** What a file of pieces may hold, whatever their template. */
import type { Field } from "../kit.js";
import { copies } from "./kit.js";
import { group, ID, list, type Shape, word } from "./shape.js";

/** The piece's own keys; a template may not declare a field with one of these names. */
export const PIECE_KEYS: readonly Shape[] = [
  word("id", { required: true, pattern: ID, note: "Identifiant de la pièce : il ne change jamais" }),
  word("template", { note: "Modèle de cette pièce, s’il n’est pas celui du fichier" }),
  word("format", { note: "Format de cette pièce, s’il n’est pas celui du modèle" }),
  copies,
];

/** The file around the pieces. Each piece is checked on its own, once its template is known. */
export const CARDS_FILE = group("cards", [
  word("template", { note: "Modèle des pièces de ce fichier" }),
  word("format", { note: "Format des pièces de ce fichier" }),
  list("pieces", undefined, { required: true, note: "Les pièces du fichier, chacune après un tiret" }),
]);

/** A piece of one template: its own keys, then the template's fields. */
export const pieceShape = (fields: readonly Field[]): Shape => group("pièce", [...PIECE_KEYS, ...fields]);

/** The front matter of a chapter: its id is the name of its file, and nobody prints two copies of a chapter. */
const CHAPTER_KEYS: readonly Shape[] = [
  word("template", { note: "Modèle du chapitre" }),
  word("format", { note: "Format des pages, s’il n’est pas celui du modèle" }),
];

export const chapterShape = (fields: readonly Field[]): Shape => group("chapitre", [...CHAPTER_KEYS, ...fields]);

/** What stands between braces after the name of a box: the template's fields alone. */
export const boxShape = (fields: readonly Field[]): Shape => group("encart", fields);
