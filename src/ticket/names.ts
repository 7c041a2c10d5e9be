/** How tickets and archives are called: the same in every language, a proof told by its name alone. */
import type { LocalKit } from "../localise/index.js";
import { fileName, LABELS_FILE, TICKET_FILE } from "../plan/messages.js";

/** Of its file, and of its pages in messages. */
export const TICKET_NAME = TICKET_FILE;

/** From the folder of the locale, without its ending. */
export const ticketPath = (folder: string, local: LocalKit): string => `${folder}/${fileName(TICKET_NAME, local)}`;

/** The file of the labels of many boxes, beside it. */
export const labelsName = (local: LocalKit): string => `${fileName(LABELS_FILE, local)}.pdf`;
