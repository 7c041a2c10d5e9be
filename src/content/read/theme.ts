/** templates/theme.css → its source; the style stage reads it. */
import type { Source } from "../../diagnostics/diagnostic.js";
import { type Desk, openSource } from "./desk.js";

export const THEME_FILE = "templates/theme.css";

/** Undefined when the kit has no theme, or when it cannot be read (which is reported). */
export const readTheme = (desk: Desk): Source | undefined =>
  desk.files.has(THEME_FILE) ? openSource(desk, THEME_FILE) : undefined;
