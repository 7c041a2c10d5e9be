/** The codes of short texts of operators. Made by `scripts/operator-codes.mjs`; not to be changed by hand. */

/** Bits of each symbol's code, a hexadecimal digit each: literals and lengths (0 to 285). */
export const SYMBOL_BITS =
  "6677778aab6ccccccccccccccccccccc5cccccccbbccc8484455555555cc8c7cccaba99acbaccacbcaba7baabcc9caccc6667669aabc8899a99aabcacbbcccccccccccccccccccccccccccccccccccccccccccccccccccdcccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccaf4556667776789a878bbcdfffffff";

/** The same for distances (0 to 29). */
export const DISTANCE_BITS = "fcd9a7654645443444444555568bfe";

/** A last block with these codes, from its first bit to the first symbol: bytes in base 64, and bits in the last of them. */
export const TABLE =
  "7f0HgCRHUjeOVrUZ6QrvPST+DpiYiPQJQwM67YoTiEOnPulgEVBVXbXSMbOrXekQd3jvvffew4f33nvvvffee9CLzKrq7upZTc8d3/OPb9WVUZERv7Bpau79AQ==";
export const TABLE_BITS = 1;
