/** A word somebody typed + the words that exist → the one that was probably meant. */

/** What a French speaker types → the English word that files use, where spelling alone would not tell. */
const FRENCH: ReadonlyMap<string, readonly string[]> = new Map([
  ["adresse", ["url", "link", "address"]],
  ["affiche", ["poster"]],
  ["alias", ["id"]],
  ["auteur", ["author"]],
  ["autrice", ["author"]],
  ["booleen", ["boolean"]],
  ["cartes", ["cards"]],
  ["carte", ["card"]],
  ["champs", ["fields"]],
  ["champ", ["field"]],
  ["choix", ["choice", "of"]],
  ["composants", ["components"]],
  ["consigne", ["instruction", "prompt"]],
  ["couleur", ["color", "colour"]],
  ["couverture", ["cover"]],
  ["decoupe", ["trim"]],
  ["defaut", ["default"]],
  ["definition", ["definition"]],
  ["duree", ["duration", "minutes"]],
  ["epaisseur", ["thickness"]],
  ["exemplaires", ["copies"]],
  ["explication", ["explanation", "why"]],
  ["familles", ["families"]],
  ["fiches", ["sheets"]],
  ["fichier", ["file"]],
  ["fondperdu", ["bleed"]],
  ["gabarit", ["template"]],
  ["graisse", ["weight"]],
  ["grammage", ["weight"]],
  ["groupe", ["group"]],
  ["hauteur", ["height"]],
  ["icone", ["icon"]],
  ["identifiant", ["id"]],
  ["image", ["picture", "image"]],
  ["italique", ["italic"]],
  ["jeu", ["deck"]],
  ["langue", ["language", "locale"]],
  ["largeur", ["width"]],
  ["lien", ["link", "url"]],
  ["liste", ["list"]],
  ["livret", ["booklet"]],
  ["marge", ["safe", "margin"]],
  ["matrice", ["matrix"]],
  ["modele", ["template"]],
  ["nom", ["name", "title"]],
  ["nombre", ["number", "count"]],
  ["note", ["note"]],
  ["obligatoire", ["required"]],
  ["papier", ["paper"]],
  ["papiers", ["papers"]],
  ["photo", ["picture", "image"]],
  ["pieces", ["pieces"]],
  ["plateau", ["board"]],
  ["police", ["font"]],
  ["pourquoi", ["why"]],
  ["question", ["question", "prompt"]],
  ["rectoverso", ["duplex"]],
  ["reponse", ["answer"]],
  ["reponses", ["answers"]],
  ["secours", ["fallback"]],
  ["source", ["source"]],
  ["sorte", ["kind"]],
  ["taille", ["size"]],
  ["texte", ["text", "body"]],
  ["titre", ["title"]],
  ["traduire", ["translate"]],
  ["verifie", ["checked"]],
]);

/** Words this short are only matched exactly or through the table: at one letter's distance anything resembles them. */
const SHORTEST_GUESS = 3;

/** Longer than any name in a kit; keeps the distance below cheap whatever was typed. */
const LONGEST_GUESS = 60;

/** Letters and digits only, without accents or case: `Réponse_Juste` → `reponsejuste`. */
const plain = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gu, "oe")
    .toLowerCase()
    .replace(/[-_\s.]/gu, "");

/**
 * The candidate that `word` was probably meant to be, or undefined when none is close: accents, case, `-` and `_`
 * do not count, French words find their English name, and a third of the letters may be wrong.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_GUESS) return undefined;
  const typed = plain(word);
  if (typed === "") return undefined;
  const known = new Map<string, string>();
  for (const candidate of candidates) if (!known.has(plain(candidate))) known.set(plain(candidate), candidate);
  const same = known.get(typed);
  if (same !== undefined) return same;
  for (const meaning of FRENCH.get(typed) ?? []) {
    const found = known.get(meaning);
    if (found !== undefined) return found;
  }
  return closest(typed, known);
}

function closest(typed: string, known: ReadonlyMap<string, string>): string | undefined {
  if (typed.length < SHORTEST_GUESS) return undefined;
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const [letters, name] of known) {
    if (letters.length < 2 || Math.abs(letters.length - typed.length) > allowed) continue;
    const distance = editDistance(typed, letters);
    if (distance <= allowed && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

/** Damerau-Levenshtein: how many letters to add, drop, change or swap with their neighbour. */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  const rows: number[][] = [b.map((_, index) => index + 1)];
  rows[0]?.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const above = rows[i - 1] ?? [];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
