/** The codes of texts of operators. Made by `scripts/deflate-codes.mjs`; not to be changed by hand. */
import type { Codes } from "./quick-deflate.js";

export const OPERATOR_CODES: Codes = {
  symbolBits:
    "bbcccccccc6fffffffffffffffffffff5fffffffeefff95a5555556556ff9f8fffbdcbbbfdbffcfeebca9ecccffbfbfff887888aaccf88bbcbaccdfbfdffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbf2444456788999baabcdcdeffefed",
  distanceBits: "ccb9a8655755454545444545455554",
  table:
    "7f0HgG65caiJkco6zjnbcN61fTGIBzj2ddvmE0k/2vIuNXcl2TRtd//dPSO5mxRHeqafc84555xzzjnnnHPOOWfTXwWcv/veyxnq6a293ifxTh/gBwqFQlWhUAgF",
  tableBits: 4,
};
