/** The codes of texts of operators. Made by `scripts/operator-codes.mjs`; not to be changed by hand. */

/** Bits of each symbol's code, a hexadecimal digit each: literals and lengths (0 to 285). */
export const SYMBOL_BITS =
  "bbcccccccc6fffffffffffffffffffff5fffffffeefff95a5555556556ff9f8fffbdcbbbfdbffcfefbca9ecccffbfbfff887888aaccf88bbcbaccdfbfdffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbf2444456788999baabcdcdefeefed";

/** The same for distances (0 to 29). */
export const DISTANCE_BITS = "ccb9a8655755454545444545455554";

/** A last block with these codes, from its first bit to the first symbol: bytes in base 64, and bits in the last of them. */
export const TABLE =
  "7f0HgG65caiJkco6zjnbcN61fTGIBzj2ddvmE0k/2vKamruSbJq2u//unpHcTYojPdPPOeecc84555xzzjnnnLPprwLO333v5Qz19Na73ifxTh/gBwqFQlWhUAgF";
export const TABLE_BITS = 4;
