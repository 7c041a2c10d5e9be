/** What kit.yaml and kit.local.yaml may hold. */
import { choice, date, group, ID, LOCALE, length, list, map, number, REDIRECT, text, WEIGHT, word } from "./shape.js";

export const KINDS = ["deck", "board", "matrix", "sheets", "poster", "booklet"] as const;
export const DUPLEX = ["long-edge", "short-edge", "fold", "none"] as const;
/** Booklets are folded, so both sides of their sheets are printed. */
export const BOOKLET_DUPLEX: readonly string[] = ["long-edge", "short-edge"];
export const COVERS = ["self", "separate"] as const;
/** What only booklets may say. */
export const BOOKLET_KEYS = ["thickness", "cover"] as const;

/** More copies than a copy shop makes in a run; catches a slip of the finger. */
const MOST_COPIES = 999;

export const copies = number("copies", {
  whole: true,
  least: 1,
  most: MOST_COPIES,
  default: 1,
  note: "Nombre d’exemplaires",
});

const format = group(
  "format",
  [
    choice("size", ["paper"], { note: "« paper » : aussi grand que le papier" }),
    length("width", { required: true, unless: "size", note: "Largeur une fois coupé, par exemple 63mm" }),
    length("height", { required: true, unless: "size", note: "Hauteur une fois coupé, par exemple 88mm" }),
    length("bleed", { note: "Fond perdu : ce qui dépasse et sera coupé" }),
    length("safe", { note: "Marge de sécurité : aucun texte plus près du bord" }),
    length("radius", { note: "Rayon des coins arrondis" }),
  ],
  { note: "Un format de pièce" },
);

const paper = group(
  "papier",
  [length("width", { required: true, note: "Largeur" }), length("height", { required: true, note: "Hauteur" })],
  { note: "Un papier qui n’est pas déjà connu" },
);

const component = group(
  "composant",
  [
    text("title", { required: true, note: "Titre du composant" }),
    choice("kind", KINDS, { required: true, note: "Sorte de composant" }),
    list("cards", word("file"), {
      required: true,
      single: true,
      least: 1,
      note: "Fichier des pièces, ou liste de fichiers ; pour un livret, dossier de ses chapitres",
    }),
    choice("duplex", DUPLEX, { note: "Impression recto verso" }),
    length("thickness", { note: "Livret : épaisseur d’une feuille, 0.1mm sans cette clé" }),
    group(
      "paper",
      [
        word("weight", { required: true, pattern: WEIGHT, note: "Grammage, par exemple 80 ou 250-300" }),
        word("cover", { pattern: WEIGHT, note: "Livret : grammage de la couverture imprimée à part" }),
      ],
      { note: "Le papier conseillé, dit sur le bon d’impression" },
    ),
    choice("cover", COVERS, { note: "Livret : couverture imprimée avec le reste (self) ou à part (separate)" }),
    copies,
  ],
  { note: "Un composant : jeu de cartes, plateau, fiches…" },
);

const gang = group(
  "planche",
  [
    text("title", { required: true, note: "Titre de la planche commune" }),
    list("of", word("component", { pattern: ID }), {
      required: true,
      single: true,
      least: 1,
      note: "Composants imprimés ensemble",
    }),
  ],
  { note: "Des composants de même format qui partagent leurs feuilles" },
);

export const PRESS_ORDERS = ["interleaved", "two-files"] as const;
export const PRESS_MARKS = ["none", "offset"] as const;

const product = group(
  "produit",
  [
    length("width", { note: "Largeur une fois coupé ; sans elle, tous les formats conviennent" }),
    length("height", { note: "Hauteur une fois coupé" }),
    length("bleed", { note: "Fond perdu demandé, 3mm sans cette clé" }),
    choice("order", PRESS_ORDERS, {
      note: "Rectos et versos qui alternent (interleaved) ou un fichier de rectos et un de versos (two-files)",
    }),
    choice("marks", PRESS_MARKS, { note: "Sans traits de coupe (none) ou avec, hors du fond perdu (offset)" }),
    number("ink", { whole: true, least: 150, most: 400, note: "Le plus d’encre qu’il accepte, en pour cent : 300" }),
  ],
  { note: "Ce que demande un imprimeur pour un produit : mallette build --target press --product NOM" },
);

const press = group(
  "press",
  [
    word("profile", { note: "Profil ICC de l’imprimeur (quadrichromie), un fichier du kit ; sans lui, FOGRA39" }),
    word("condition", { note: "Nom de la condition d’impression de ce profil, par exemple FOGRA51" }),
    map("products", product, { pattern: ID, note: "Les produits de vos imprimeurs" }),
  ],
  { note: "Pour les imprimeurs en ligne et les fabricants de cartes" },
);

export const KIT = group(
  "kit.yaml",
  [
    word("kit", { required: true, pattern: ID, note: "Identifiant du kit" }),
    text("title", { required: true, note: "Titre du kit" }),
    word("version", { required: true, note: 'Version imprimée, par exemple "1.0"' }),
    date("date", { required: true, note: "Date de cette version, par exemple 2026-11-24" }),
    word("locale", { required: true, pattern: LOCALE, note: "Langue des textes" }),
    text("author", { note: "Qui a fait le kit" }),
    text("licence", { note: "Ligne de licence imprimée sur les pièces" }),
    map("formats", format, { required: true, pattern: ID, note: "Les formats du kit" }),
    map("papers", paper, { pattern: ID, note: "Les papiers à ajouter" }),
    map("components", component, { required: true, pattern: ID, note: "Les composants, dans l’ordre de la boîte" }),
    group(
      "links",
      [
        word("redirect", {
          pattern: REDIRECT,
          note: "Site de redirection : chaque QR code mène à cette adresse suivie de l’identifiant du lien",
        }),
      ],
      {
        note: "Où mènent les QR codes",
      },
    ),
    press,
    map("gangs", gang, { pattern: ID, note: "Les composants imprimés sur les mêmes feuilles" }),
  ],
  { note: "Le kit : son nom, ses formats, ses composants" },
);
