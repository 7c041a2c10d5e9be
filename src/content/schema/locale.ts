/** What locales/xx/locale.yaml and locales/xx/links.yaml may hold. */
import { choice, date, group, ID, LOCALE, list, map, number, text, URL_PATTERN, word } from "./shape.js";

/** Numbering systems of CLDR that people print with. */
const DIGITS = ["latn", "arab", "arabext", "beng", "deva", "khmr", "tamldec", "thai"] as const;

export const PROFILE = group(
  "locale.yaml",
  [
    text("name", { required: true, translate: false, note: "Nom de la langue, dans cette langue" }),
    choice("direction", ["ltr", "rtl"], { note: "Sens de l’écriture, si ce n’est pas celui de la langue" }),
    list("paper", word("paper"), {
      single: true,
      least: 1,
      note: "Papiers sur lesquels on imprime dans cette langue : A4, Letter…",
    }),
    map("fonts", word("family"), {
      note: "Famille du kit : famille à essayer juste après elle, pour les signes qui lui manquent",
    }),
    choice("digits", DIGITS, { note: "Chiffres des nombres calculés, si ce ne sont pas ceux de la langue" }),
    list("hyphens", word("word"), {
      note: "Mots coupés autrement que par les motifs de la langue : ana-ly-sis ; sans tiret, jamais coupés",
    }),
    map("glossary", word("term"), {
      note: "Terme français : sa traduction, que l’on doit retrouver dans chaque texte",
    }),
    list("quotes", word("quote"), { least: 2, most: 2, note: "Guillemet ouvrant, guillemet fermant" }),
    group(
      "gate",
      [
        number("translated", { least: 0, most: 100, default: 100, note: "Pourcentage de textes traduits" }),
        number("reviewed", { least: 0, most: 100, default: 0, note: "Pourcentage de textes relus" }),
      ],
      { note: "Ce qu’il faut pour imprimer pour de bon" },
    ),
  ],
  { note: "Le profil d’une langue" },
);

const link = group(
  "lien",
  [
    word("url", { required: true, pattern: URL_PATTERN, note: "Adresse de la page dans cette langue" }),
    word("language", { pattern: LOCALE, note: "Langue de la page, si ce n’est pas celle du profil" }),
    date("checked", { required: true, note: "Jour où quelqu’un a vu la page fonctionner" }),
  ],
  { note: "Un lien dans cette langue" },
);

export const LOCALE_LINKS = map("links.yaml", link, {
  pattern: ID,
  note: "Les pages qui existent dans cette langue, par identifiant de cards/links.yaml",
});
