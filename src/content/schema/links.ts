/** What cards/links.yaml may hold. */
import { date, group, ID, LOCALE, map, text, URL_PATTERN, word } from "./shape.js";

const link = group(
  "lien",
  [
    word("url", { required: true, pattern: URL_PATTERN, note: "Adresse de la page" }),
    text("title", { required: true, note: "Titre de la page" }),
    word("language", { pattern: LOCALE, note: "Langue de la page, si ce n’est pas celle du kit" }),
    date("checked", { required: true, note: "Jour où quelqu’un a vu la page fonctionner" }),
  ],
  { note: "Un lien" },
);

export const LINKS = map("links.yaml", link, { pattern: ID, note: "Les liens du kit, par identifiant" });
