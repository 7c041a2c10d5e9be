/** Everything about problems: what one is, where it is, what was meant, and how it is shown. */
export type { Diagnostic, Severity, Source, Span } from "./diagnostic.js";
export { Diagnostics } from "./diagnostic.js";
export type { JsonProblem } from "./json.js";
export { toJsonProblems } from "./json.js";
export type { Limited, Reporter } from "./limit.js";
export { limitPerFile } from "./limit.js";
export type { Position } from "./position.js";
export { positionOf } from "./position.js";
export { suggest } from "./suggest.js";
export { harmless, printForTerminal } from "./terminal.js";
