/** `2026-11-24` → whether there is such a day; and French dates → ISO. */

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `written` is a day of the calendar in ISO form. */
export function isDay(written: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29 && !leap) return false;
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

/** `24/11/2026`, `24.11.2026` → `2026-11-24`; undefined for anything else. */
export function isoDay(written: string): string | undefined {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  if (found === null) return undefined;
  const [, day = "", month = "", year = ""] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}
