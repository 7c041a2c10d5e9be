/** The codes of fonts. Made by `scripts/deflate-codes.mjs`; not to be changed by hand. */
import type { Codes } from "./quick-deflate.js";

export const FONT_CODES: Codes = {
  symbolBits:
    "355688778888787787877677888888777776777777777777887676778887877888888888878888888888899899999989999889999aa999999aa899999aa99aaa9aabaaaaabba9bba9aab9acbaaba8bbcbcadaabb9bab9abbbbacaaaabbbbabcbbbaa9bbcacbaabbcabacabbcaccbabacababbaacabbbabac9a998bbb9bbba877cf567789989999aaaabbbbbcdcedfb",
  distanceBits: "aab26577575555554544444568adcd",
  table:
    "7f0HYGPVnfcPf8+5tuQiS5alK7mqXfVq6+pKtmXJvci9zXiqp9hTYCp4GswAA6ElTMJAhg0EJ5vlgWRChhSWkkI2CUyybCBZwpIsuyEsIYElCWGHGSeZJFja91zJM55CSdtn/88byOce6ejU3/m1c82zDw==",
  tableBits: 6,
};
