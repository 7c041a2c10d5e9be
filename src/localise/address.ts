/** What a link on paper or in a PDF may lead to: nothing that runs. */
export const isSafeAddress = (address: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(address);
