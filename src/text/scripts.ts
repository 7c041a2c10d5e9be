/** Text → its script (ISO 15924), for texts that hold one script or several. */

/** Letters, digits and punctuation of European Latin text: nearly every word of a kit ends here. */
const PLAIN_LATIN = /^[ -\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf]*$/;

/** Every script that the fonts of a kit are likely to draw. An unknown one is shaped as `Zzzz`, by default rules. */
const SCRIPTS = [
  ["Latn", "Latin"],
  ["Arab", "Arabic"],
  ["Hebr", "Hebrew"],
  ["Grek", "Greek"],
  ["Cyrl", "Cyrillic"],
  ["Deva", "Devanagari"],
  ["Thai", "Thai"],
  ["Khmr", "Khmer"],
  ["Laoo", "Lao"],
  ["Hani", "Han"],
  ["Hira", "Hiragana"],
  ["Kana", "Katakana"],
  ["Hang", "Hangul"],
  ["Armn", "Armenian"],
  ["Geor", "Georgian"],
  ["Ethi", "Ethiopic"],
  ["Tfng", "Tifinagh"],
  ["Beng", "Bengali"],
  ["Guru", "Gurmukhi"],
  ["Gujr", "Gujarati"],
  ["Orya", "Oriya"],
  ["Taml", "Tamil"],
  ["Telu", "Telugu"],
  ["Knda", "Kannada"],
  ["Mlym", "Malayalam"],
  ["Sinh", "Sinhala"],
  ["Mymr", "Myanmar"],
  ["Tibt", "Tibetan"],
  ["Mong", "Mongolian"],
  ["Syrc", "Syriac"],
  ["Thaa", "Thaana"],
  ["Nkoo", "Nko"],
  ["Bopo", "Bopomofo"],
] as const;

const patterns = new Map<string, RegExp>();

/** Whether `character` is of the script of that name; patterns with scripts in them take V8 a while to make. */
function isOf(name: string, character: string): boolean {
  const pattern = patterns.get(name) ?? new RegExp(`\\p{Script=${name}}`, "u");
  patterns.set(name, pattern);
  return pattern.test(character);
}

const NEUTRAL = /[\p{Script=Common}\p{Script=Inherited}]/u;

export interface ScriptRun {
  readonly text: string;
  readonly script: string;
}

/** Runs of one script each, in order. Punctuation, digits and marks go with the letters before them, else after. */
export function scriptRuns(text: string): readonly ScriptRun[] {
  if (PLAIN_LATIN.test(text)) return [{ text, script: "Latn" }];
  const runs: { text: string; script: string }[] = [];
  let pending = "";
  for (const character of text) {
    const last = runs.at(-1);
    if (NEUTRAL.test(character)) {
      if (last) last.text += character;
      else pending += character;
      continue;
    }
    const script = SCRIPTS.find(([, name]) => isOf(name, character))?.[0] ?? "Zzzz";
    if (last?.script === script) last.text += character;
    else {
      runs.push({ text: pending + character, script });
      pending = "";
    }
  }
  return runs.length > 0 ? runs : [{ text, script: "Zyyy" }];
}
