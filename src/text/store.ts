/** Opened faces → the chain of faces for a style: the best face of each family, then those of the fallback families. */
import type { FontFace } from "./glyphs.js";

export interface FontStore {
  /** Names of the families that have at least one face. */
  readonly families: ReadonlySet<string>;
  /**
   * Faces to ask for each character, in order. Unknown families are skipped; when none is known the store's first
   * family stands in, so that the chain is empty only when the store is.
   */
  chain(families: readonly string[], weight: number, italic: boolean): readonly FontFace[];
}

/** Which families are asked for characters that the chosen ones lack. */
export interface FallbackFamilies {
  /** Asked last, in order. */
  readonly fallback: readonly string[];
  /** Asked right after a family, and before all others: its partner in another script. */
  readonly partners?: ReadonlyMap<string, string> | undefined;
}

/** A store of `faces`. */
export function fontStore(faces: readonly FontFace[], { fallback, partners }: FallbackFamilies): FontStore {
  const byFamily = new Map<string, FontFace[]>();
  for (const face of faces) {
    const family = byFamily.get(face.family);
    if (family) family.push(face);
    else byFamily.set(face.family, [face]);
  }
  const chains = new Map<string, readonly FontFace[]>();

  const buildChain = (families: readonly string[], weight: number, italic: boolean): readonly FontFace[] => {
    const known = families.filter((family) => byFamily.has(family));
    const first = known.length > 0 ? known : [...byFamily.keys()].slice(0, 1);
    const paired = first.flatMap((family) => [family, ...(partners?.has(family) ? [partners.get(family)!] : [])]);
    const chosen = [...paired, ...fallback].flatMap((family) => {
      const face = nearestFace(byFamily.get(family) ?? [], weight, italic);
      return face ? [face] : [];
    });
    return sameChain([...new Set(chosen)]);
  };

  const findChain = (families: readonly string[], weight: number, italic: boolean): readonly FontFace[] => {
    const key = `${weight}|${italic}|${families.join("|")}`;
    const chain = chains.get(key) ?? buildChain(families, weight, italic);
    chains.set(key, chain);
    return chain;
  };

  const byList = new WeakMap<readonly string[], AskedChain>();
  return {
    families: new Set(byFamily.keys()),
    chain(families, weight, italic) {
      // Styles are asked about again and again: their list of families is the same object each time.
      const near = byList.get(families);
      if (near && near.weight === weight && near.italic === italic) return near.chain;
      const chain = findChain(families, weight, italic);
      byList.set(families, { weight, italic, chain });
      return chain;
    },
  };
}

interface AskedChain {
  readonly weight: number;
  readonly italic: boolean;
  readonly chain: readonly FontFace[];
}

/** Chains by their first face. */
const chainsOf = new WeakMap<FontFace, (readonly FontFace[])[]>();

/** One array for each chain of faces, whichever store asks: words are remembered by chain, from one build to the next. */
function sameChain(chain: readonly FontFace[]): readonly FontFace[] {
  const [first] = chain;
  if (first === undefined) return chain;
  const alike = chainsOf.get(first) ?? [];
  chainsOf.set(first, alike);
  const known = alike.find((other) => other.length === chain.length && other.every((face, at) => face === chain[at]));
  if (known === undefined) alike.push(chain);
  return known ?? chain;
}

/** The face that CSS Fonts 4 (§5.2) would choose in a family: slope before weight. */
function nearestFace(faces: readonly FontFace[], weight: number, italic: boolean): FontFace | undefined {
  const sloped = faces.filter((face) => face.italic === italic);
  const candidates = sloped.length > 0 ? sloped : faces;
  let best: FontFace | undefined;
  for (const face of candidates) {
    if (!best || weightRank(face.weight, weight) < weightRank(best.weight, weight)) best = face;
  }
  return best;
}

/** Larger than any distance between two weights: separates the directions in which CSS looks. */
const NEXT_DIRECTION = 10_000;

/** Smaller is better. From 400 to 500: up to 500, then lighter, then bolder. Light text goes lighter, bold text bolder. */
function weightRank(actual: number, wanted: number): number {
  const distance = Math.abs(actual - wanted);
  if (wanted >= 400 && wanted <= 500) {
    if (actual >= wanted && actual <= 500) return distance;
    return distance + (actual < wanted ? NEXT_DIRECTION : 2 * NEXT_DIRECTION);
  }
  const preferred = wanted < 400 ? actual <= wanted : actual >= wanted;
  return preferred ? distance : distance + NEXT_DIRECTION;
}
