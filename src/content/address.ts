/** What a link on paper or in a PDF may lead to: nothing that runs. `#anchor` is a place of the same booklet. */
export const isSafeAddress = (address: string): boolean => /^(?:https?:\/\/|mailto:|#[\p{L}])/iu.test(address);
