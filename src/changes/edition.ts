/** The text of a manifest that was kept → the edition that it tells of, or what is wrong with it, at its place. */
import { parseDocument } from "yaml";
import { FIRST_SCHEMA, isOurPath, MANIFEST_SCHEMA, type Manifest } from "../deliver/index.js";
import type { Diagnostics, Source, Span } from "../diagnostics/index.js";
import * as say from "./messages.js";

export interface Edition {
  readonly manifest: Manifest;
  /** Whether it tells texts and places of pieces, as manifests do since their second schema. */
  readonly knowsTexts: boolean;
}

/** Undefined, and reported, when it is no manifest of ours. */
export function readEdition(source: Source, diagnostics: Diagnostics): Edition | undefined {
  let read: unknown;
  try {
    read = JSON.parse(source.text);
  } catch (error) {
    diagnostics.report(say.notJson(placeOfSyntax(source, error as Error)));
    return undefined;
  }
  const { schema } = isRecord(read) ? read : { schema: undefined };
  if (schema !== MANIFEST_SCHEMA && schema !== FIRST_SCHEMA) {
    const isNewer = typeof schema === "string" && /^mallette\.manifest\/\d+$/.test(schema);
    const at = placeOf(source, ["schema"]);
    diagnostics.report(isNewer ? say.newerSchema(at, schema) : say.foreign(at));
    return undefined;
  }
  const mistake = firstMistake(read, []);
  if (mistake !== undefined) {
    diagnostics.report(say.badManifest(placeOf(source, mistake), mistake.join(".")));
    return undefined;
  }
  const manifest = read as Manifest;
  if (manifest.since !== undefined) {
    diagnostics.report(say.onlyReprint(placeOf(source, ["since"]), manifest.since));
    return undefined;
  }
  return { manifest, knowsTexts: schema === MANIFEST_SCHEMA };
}

type Path = readonly (string | number)[];
type Check = (value: unknown, path: Path) => Path | undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const when =
  (isRight: (value: unknown) => boolean): Check =>
  (value, path) =>
    isRight(value) ? undefined : path;
const isText = (value: unknown): value is string => typeof value === "string";
const text = when(isText);
/** What is shown to people as it stands: nothing in it may move their cursor. */
const isName = (value: unknown): value is string => isText(value) && !/\p{Cc}/u.test(value);
const name = when(isName);
const count = when((value) => Number.isInteger(value));
const maybe =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? undefined : check(value, path);
const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? first(value.map((each, index) => () => check(each, [...path, index]))) : path;
const record =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path) =>
    isRecord(value)
      ? first(
          Object.entries(checks).map(
            ([key, check]) =>
              () =>
                check(value[key], [...path, key]),
          ),
        )
      : path;

function first(checks: readonly (() => Path | undefined)[]): Path | undefined {
  for (const check of checks) {
    const mistake = check();
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

/** A real day, as it is printed on pieces. */
const isDay = (value: unknown): boolean =>
  isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** What is asked of a manifest: that which comparing and checking files read of it. */
const firstMistake = record({
  kit: name,
  version: name,
  date: when(isDay),
  locale: name,
  since: maybe(name),
  pieces: listOf(
    record({
      id: when((value) => isName(value) && /^[^/]+\/[^/]+$/.test(value)),
      hash: text,
      number: maybe(count),
      texts: maybe((value, path) =>
        isRecord(value)
          ? first(
              Object.entries(value).map(
                ([field, each]) =>
                  () =>
                    name(field, path) ?? text(each, [...path, field]),
              ),
            )
          : path,
      ),
    }),
  ),
  files: listOf(
    record({
      path: when((value) => isText(value) && isOurPath(value)),
      target: text,
      paper: text,
      sha256: text,
      faces: listOf(
        record({ piece: text, side: when((value) => value === "front" || value === "back"), hash: maybe(text) }),
      ),
    }),
  ),
});

/** The value at a path, or the nearest thing around it; JSON is YAML too, whose reader knows places. */
function placeOf(source: Source, path: Path): Span {
  const document = parseDocument(source.text);
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { readonly range?: readonly number[] } | undefined)?.range;
    if (range) return { source, start: range[0]!, end: length === path.length ? range[1]! : range[0]! + 1 };
  }
  return { source, start: 0, end: 1 };
}

/** Node tells where text ends to be JSON (« … at position 15 »), but not always; YAML's reader stumbles nearby. */
function placeOfSyntax(source: Source, { message }: Error): Span {
  const begin = source.text.search(/\S/);
  const isOther = begin >= 0 && !/[[{]/.test(source.text[begin]!);
  const said = /position (\d+)/.exec(message)?.[1] ?? parseDocument(source.text).errors[0]?.pos[0];
  const start = isOther ? begin : Number(said ?? source.text.length);
  return { source, start: Math.min(start, source.text.length), end: Math.min(start + 1, source.text.length) };
}
