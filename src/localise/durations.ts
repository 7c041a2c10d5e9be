/** Minutes and days → the words for them in a language. */

/** `15` → « 15 min », `90` → « 1 h 30 » (in French; elsewhere « 1 h 30 min »), with spaces that no line ends in. */
export function durationText(minutes: number, locale: string): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!/^fr\b/.test(locale)) return unitText(hours, rest, locale);
  if (hours === 0) return `${rest}\u00A0min`;
  return rest === 0 ? `${hours}\u00A0h` : `${hours}\u00A0h\u00A0${String(rest).padStart(2, "0")}`;
}

/** Latin letters, the symbols that need no translation: « 1 h 30 min »; other letters, the language's own words. */
function unitText(hours: number, minutes: number, locale: string): string {
  const hasSymbols = new Intl.Locale(locale).maximize().script === "Latn";
  const say = hasSymbols ? symbol : word;
  const parts = [
    hours > 0 ? say(hours, "hour", locale) : "",
    minutes > 0 || hours === 0 ? say(minutes, "minute", locale) : "",
  ].filter(Boolean);
  const words = hasSymbols
    ? parts.join(" ")
    : new Intl.ListFormat(locale, { type: "unit", style: "narrow" }).format(parts);
  return words.replaceAll(" ", "\u00A0");
}

type Unit = "hour" | "minute";

const SYMBOLS: Readonly<Record<Unit, string>> = { hour: "h", minute: "min" };

const symbol = (value: number, unit: Unit, locale: string): string =>
  `${new Intl.NumberFormat(locale).format(value)}\u00A0${SYMBOLS[unit]}`;

const word = (value: number, unit: Unit, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);

/** `2026-11-24` → « 24/11/2026 », or as the language writes a day in figures. */
export const shortDate = (day: string, locale: string): string => written(day, locale, "short");

/** `2026-11-24` → « 24 novembre 2026 », whatever the machine's time zone; other words stay as they are. */
export const longDate = (day: string, locale: string): string => written(day, locale, "long");

const DATES = {
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
} as const;

/** The same few dates stand on every sheet, and a calendar takes a tenth of a millisecond to open. */
const dates = new Map<string, string>();

function written(day: string, locale: string, style: keyof typeof DATES): string {
  const key = `${style} ${locale} ${day}`;
  const known = dates.get(key);
  if (known !== undefined) return known;
  const time = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return day;
  const text = new Intl.DateTimeFormat(locale, { ...DATES[style], timeZone: "UTC" }).format(time);
  dates.set(key, text);
  return text;
}
