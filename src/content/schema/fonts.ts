/** What fonts/fonts.yaml may hold. */
import { boolean, group, list, map, number, PACKAGE, word } from "./shape.js";

const face = group(
  "police",
  [
    number("weight", { required: true, whole: true, least: 1, most: 1000, note: "Graisse : 400 normal, 700 gras" }),
    boolean("italic", { default: false, note: "Italique" }),
    word("package", {
      pattern: PACKAGE,
      note: "Paquet qui contient le fichier ; sans lui, le fichier est dans fonts/",
    }),
    word("file", { required: true, note: "Fichier TTF ou OTF" }),
  ],
  { note: "Un fichier de police" },
);

export const FONTS = group(
  "fonts.yaml",
  [
    map("families", list("family", face, { least: 1 }), { required: true, note: "Les familles de polices" }),
    list("fallback", word("family"), { note: "Familles essayées, dans l’ordre, quand un signe manque" }),
  ],
  { note: "Les polices du kit" },
);
