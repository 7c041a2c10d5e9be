/** Text → where UAX #14 lets lines end. Only this file knows the package `linebreak`. */
import LineBreaker from "linebreak";

/** Letters and digits. */
const LETTER = "0-9A-Za-zÀ-ÖØ-öø-ÿŒœ";
/**
 * A word or a number of European languages with the sign and the space that part it from the next one, or the end of the
 * text: a line may end there (LB18, LB3) and nowhere before. Most of what is ever set is such words, and to look each sign
 * up in tables takes long.
 */
const PLAIN_WORD = new RegExp(`[${LETTER}][${LETTER}’]*(?: ?[,.;:!?]? (?=[${LETTER}])|[,.;:!?]?$)`, "y");
/** The end of a stretch that what follows cannot change: the next such space. */
const PLAIN_SPACE = new RegExp(`[${LETTER},.;:] (?=[${LETTER}])`, "g");

/** Tells each offset at which a line may or must end, the end of the text included. */
export function lineEndsOf(text: string, tell: (offset: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const end = endOfMatch(PLAIN_WORD, text, at);
    if (end !== undefined) {
      tell(end);
      at = end;
      continue;
    }
    const stretchEnd = endOfMatch(PLAIN_SPACE, text, at) ?? text.length;
    const breaker = new LineBreaker(text.slice(at, stretchEnd));
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) tell(at + next.position);
    at = stretchEnd;
  }
}

function endOfMatch(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
