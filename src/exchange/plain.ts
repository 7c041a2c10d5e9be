/** A text → what of it every format can hold: what differs only in the rest has not been edited. */
import { isSameText } from "../catalog/index.js";

/** Without what XML and spreadsheets cannot hold; one form of line ends. */
export const sayable = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");

/** Programs add and drop spaces around a text. */
export const comparable = (text: string): string => sayable(text).trim();

export const isBlank = (text: string): boolean => comparable(text) === "";

export const isSameFrench = (a: string, b: string): boolean => isSameText(sayable(a), sayable(b));
