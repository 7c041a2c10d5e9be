import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRENCH_RULES, french, NBSP, NNBSP, SEAM } from "../../src/localise/typography/french.js";

/** `~` is a no-break space, `¬` a narrow one, `|` a place where bold or italic begins or ends. */
const shown = (text: string): string => text.replaceAll(NBSP, "~").replaceAll(NNBSP, "¬").replaceAll(SEAM, "|");
const typed = (text: string): string => text.replaceAll("~", NBSP).replaceAll("¬", NNBSP).replaceAll("|", SEAM);
const printed = (text: string): string => shown(french(typed(text)));

/** By rule, so that a rule without an example is seen. */
const EXAMPLES: Readonly<Record<string, readonly (readonly [typed: string, printed: string])[]>> = {
  apostrophe: [
    ["l'eau d'aujourd'hui", "l’eau d’aujourd’hui"],
    ['l\'"IA"', "l’«~IA~»"],
    ["l'« IA »", "l’«~IA~»"],
    ["l'|IA|", "l’|IA|"],
    ["10' et 'mot'", "10' et 'mot'"],
  ],
  "points de suspension": [
    ["Euh... oui", "Euh… oui"],
    ["a.. b", "a.. b"],
  ],
  "guillemets droits": [
    ['Il dit "oui".', "Il dit «~oui~»."],
    ['"oui", "non"', "«~oui~», «~non~»"],
    ['("oui")', "(«~oui~»)"],
    ['"|oui|"', "«~|oui|~»"],
    ['|"oui"|', "|«~oui~»|"],
    ['un " seul', 'un " seul'],
    ['""', '""'],
    ['5"x7"', '5"x7"'],
  ],
  "guillemets dans des guillemets": [
    ['"Il dit "oui" à tous"', "«~Il dit “oui” à tous~»"],
    ["« Il dit « oui » à tous »", "«~Il dit “oui” à tous~»"],
    ['« Il dit "oui" à tous »', "«~Il dit “oui” à tous~»"],
    ["« a » et « b »", "«~a~» et «~b~»"],
  ],
  "espace après «": [["«mot» et «   mot   »", "«~mot~» et «~mot~»"]],
  "espace avant »": [["« mot»", "«~mot~»"]],
  "espace fine avant ; ! ?": [
    ["Qui ? Moi ! Toi ; eux", "Qui¬? Moi¬! Toi¬; eux"],
    ["Il dit « oui » ?", "Il dit «~oui~»¬?"],
    ['Il dit "oui" ?', "Il dit «~oui~»¬?"],
    ["etc. ?", "etc.¬?"],
    ["Quoi  ?!", "Quoi¬?!"],
    ["|mot| !", "|mot|¬!"],
    ["mot |!|", "mot¬|!|"],
    ["Le signe « ? » seul", "Le signe «~?~» seul"],
    ["? au début", "? au début"],
  ],
  "espace fine manquante avant ; ! ?": [
    ["Qui? Moi! Toi; eux", "Qui¬? Moi¬! Toi¬; eux"],
    ["Quoi?!", "Quoi¬?!"],
    ["(quoi)?", "(quoi)¬?"],
    ["Il dit «oui»?", "Il dit «~oui~»¬?"],
    ["|mot|!", "|mot¬|!"],
    ["a?b", "a?b"],
  ],
  "espace avant :": [
    ["Ainsi : ceci", "Ainsi~: ceci"],
    ["|Ainsi| : ceci", "|Ainsi|~: ceci"],
    ["Ainsi :", "Ainsi~:"],
    ["un :-)", "un :-)"],
  ],
  "espace manquante avant :": [
    ["Ainsi: ceci", "Ainsi~: ceci"],
    ["à 10:30 précises", "à 10:30 précises"],
    ["2:1", "2:1"],
  ],
  "numéros de téléphone": [
    ["Appelez le 06 12 34 56 78.", "Appelez le 06~12~34~56~78."],
    ["1 06 12 34", "1 06 12 34"],
  ],
  milliers: [
    ["1 000 et 12 345 678", "1¬000 et 12¬345¬678"],
    ["1~000", "1¬000"],
    ["en 2024 100 élèves", "en 2024 100 élèves"],
    ["1 0000", "1 0000"],
  ],
  "espace manquante avant % et €": [
    ["30% et 5€", "30~% et 5~€"],
    ["|30|%", "30~%".replace("30", "|30").replace("~", "~|")],
  ],
  unités: [
    ["30 % de 12 km en 3 h", "30~% de 12~km en 3~h"],
    ["1 000 €", "1¬000~€"],
    ["12 ans, 1 an, 5 cartes", "12~ans, 1~an, 5~cartes"],
    ["|30| %", "|30|~%"],
    ["3 hommes, 2 sœurs", "3 hommes, 2 sœurs"],
  ],
  "heures et minutes": [
    ["à 13 h 30", "à 13~h~30"],
    ["à 13h30", "à 13h30"],
  ],
  "jour et mois": [
    ["le 24 novembre 2026, le 1er mai", "le 24~novembre 2026, le 1er~mai"],
    ["|24| août", "|24|~août"],
    ["en 2024 mai, 3 marsouins, 5 maisons", "en 2024 mai, 3 marsouins, 5 maisons"],
  ],
  "nom et version": [
    ["la Licence Ouverte 2.0, dite Etalab 2.0", "la Licence~Ouverte~2.0, dite Etalab~2.0"],
    ["|Licence Ouverte| 2.0", "|Licence~Ouverte|~2.0"],
    ["sous licence OFL 1.1", "sous licence OFL~1.1"],
    ["plus de 2.0 et Paris 2", "plus de 2.0 et Paris 2"],
  ],
  abréviations: [
    ["n° 5, N° 6, p. 12, Mme Curie, M. Curie", "n°~5, N°~6, p.~12, Mme~Curie, M.~Curie"],
    ["stop. 12", "stop. 12"],
  ],
  siècles: [
    ["au XXIe siècle", "au XXIe~siècle"],
    ["le 1er, la 2e fois", "le 1er, la 2e fois"],
  ],
  "intervalle d’années": [
    ["1939-1945", "1939–1945"],
    ["2026-11-24", "2026-11-24"],
    ["0102-2024", "0102-2024"],
  ],
  "tiret d’incise": [
    ["oui - mais - non", "oui – mais – non"],
    ["a - - b", "a – – b"],
    ["porte-clé", "porte-clé"],
  ],
  "av. J.-C.": [["av. J.-C.", "av.~J.-C."]],
};

describe.each(FRENCH_RULES.map(({ why }) => why))("%s", (why) => {
  it("has examples", () => expect(EXAMPLES[why]?.length ?? 0).toBeGreaterThan(0));
  it.each(EXAMPLES[why] ?? [])("%s", (before, after) => expect(printed(before)).toBe(after));
});

describe("an address keeps every sign as it is", () => {
  it.each([
    ["https://exemple.fr/a?b=c;d!e", "https://exemple.fr/a?b=c;d!e"],
    ["Voir https://exemple.fr/?q=1 ?", "Voir https://exemple.fr/?q=1¬?"],
    ["https://exemple.fr/1-2...3'4", "https://exemple.fr/1-2...3'4"],
    ['"https://exemple.fr"', "«~https://exemple.fr~»"],
    ["écrire à l.a-b@exemple.fr !", "écrire à l.a-b@exemple.fr¬!"],
    ["cnil.fr/ia?x=y", "cnil.fr/ia?x=y"],
    ["Connaissez-vous cnil.fr?", "Connaissez-vous cnil.fr¬?"],
    ['"voir cnil.fr ici"', "«~voir cnil.fr ici~»"],
    ['...cnil.fr"a"', '…cnil.fr"a"'],
    ["un.deux.fr et trois.org", "un.deux.fr et trois.org"],
  ])("%s", (before, after) => expect(printed(before)).toBe(after));
});

describe("whatever is typed", () => {
  const scrap = fc.constantFrom(
    ..."aé1 «»\"'!?;:.,-–…%€°()”“\n~¬|",
    " - ", "...", "n° ", "1 000", "1939-1945", "13 h 30", "cnil.fr", "https://a.fr/?", "av. J.-C.", "XXe siècle",
  ); // biome-ignore format: one line of signs, one of words
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.array(scrap, { maxLength: 14 }).map((parts) => typed(parts.join(""))) },
    { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  );

  it("applying the rules twice changes nothing more", () => {
    fc.assert(
      fc.property(text, (words) => {
        const once = french(words);
        expect(shown(french(once))).toBe(shown(once));
      }),
      { numRuns: 3000 },
    );
  });

  it("no letter, digit or seam is lost", () => {
    const kept = (words: string): string => words.replace(/[^\p{L}\p{N}\uE00F]/gu, "");
    fc.assert(
      fc.property(text, (words) => void expect(kept(french(words))).toBe(kept(words))),
      { numRuns: 1000 },
    );
  });

  it("a very long word or row of signs is set in no time", () => {
    for (const long of ["a".repeat(20_000), "a.".repeat(10_000), " ".repeat(20_000), "«".repeat(2_000)]) {
      const start = performance.now();
      french(long);
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});
