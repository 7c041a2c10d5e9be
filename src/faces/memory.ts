/** What outlives a build: opened fonts and icons, finished faces with what they depend on. */
import { type Icons, openIcons } from "../assets/index.js";
import type { CompiledTemplates } from "../compose/index.js";
import type { KitFiles } from "../content/index.js";
import { fileState } from "../file-state.js";
import type { LocalKit } from "../localise/index.js";
import type { Styler } from "../style/index.js";
import { loadShaper, type Shaper } from "../text/index.js";
import type { FontShelf } from "./fonts.js";
import type { PieceFaces } from "./index.js";
import { Relay } from "./relay.js";

export interface FaceMemory {
  readonly shaper: Shaper;
  readonly shelf: FontShelf;
  readonly icons: Icons;
  /** By everything that the kit's faces share (theme, templates, words …), then by piece. */
  readonly kits: Map<string, KeptKit>;
}

/** What is made once for all builds of a kit whose theme, templates, words … stay the same. */
export interface KitTools {
  readonly templates: CompiledTemplates;
  /** By template and trim. */
  readonly stylers: Map<string, Styler>;
  /** Where templates and styles report, whichever build it is. */
  readonly relay: Relay;
}

interface KeptKit {
  readonly tools: KitTools;
  readonly faces: Map<string, KeptFaces>;
}

interface KeptFaces {
  readonly faces: PieceFaces;
  /** Pictures of the kit that it shows, with the state in which they were read. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** `resolvePackage`: name of a package of icons → the folder it is installed in. */
export async function createFaceMemory(resolvePackage: (name: string) => string | undefined): Promise<FaceMemory> {
  return { shaper: await loadShaper(), shelf: new Map(), icons: openIcons(resolvePackage), kits: new Map() };
}

/** Kits of more pieces are books of thousands: to keep a part of their faces spares little and takes much room. */
const MOST_KEPT = 1000;

/** The faces of one kit in one language, for one build. */
export interface FaceKeeper {
  readonly tools: KitTools;
  /** A face whose pictures are still what they were. */
  find(key: string): PieceFaces | undefined;
  keep(key: string, faces: PieceFaces, pictures: readonly string[]): void;
}

const freshTools = (): KitTools => ({ templates: new Map(), stylers: new Map(), relay: new Relay() });

export function keepFaces(memory: FaceMemory, local: LocalKit, files: KitFiles): FaceKeeper {
  const shared = sharedKey(local, files);
  const known = memory.kits.get(shared);
  // Templates and styles tell their problems once: those that told any are made anew, to tell them again.
  const tools = known && !known.tools.relay.told ? known.tools : freshTools();
  const kept = known?.faces ?? new Map<string, KeptFaces>();
  // Only the last kit is kept: an edit of the theme changes all its faces.
  memory.kits.clear();
  memory.kits.set(shared, { tools, faces: kept });
  const pieces = local.kit.components.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const states = new Map<string, string>();
  const stateOf = (path: string): string => {
    const state = states.get(path) ?? fileState(files.place(`assets/${path}`));
    states.set(path, state);
    return state;
  };
  return {
    tools,
    find(key) {
      const known = kept.get(key);
      const same = known && [...known.pictures].every(([path, state]) => stateOf(path) === state);
      return same ? known.faces : undefined;
    },
    keep(key, faces, pictures) {
      if (pieces > MOST_KEPT || (kept.size >= MOST_KEPT && !kept.has(key))) return;
      kept.set(key, { faces, pictures: new Map(pictures.map((path) => [path, stateOf(path)])) });
    },
  };
}

/** Everything that all faces of a kit depend on. */
function sharedKey({ kit, locale, intl, quotes, hyphens, direction, proof }: LocalKit, files: KitFiles): string {
  const words = [...kit.ui].map(([name, text]) => `${name}=${text.state}|${text.value}`).join("\n");
  const links = [...kit.links.values()]
    .map(({ id, printed, title, language }) => `${id}=${printed}|${title.state}|${title.value}|${language}`)
    .join("\n");
  const formats = [...kit.formats.values()].map(({ at, ...format }) => JSON.stringify(format)).join("\n");
  const fonts = kit.fonts.families
    .flatMap(({ name, faces }) =>
      faces.map(({ path, weight, italic }) => `${name}|${weight}|${italic}|${path}|${fileState(path)}`),
    )
    .join("\n");
  const parts = files.list("templates").filter((name) => name.endsWith(".hbs"));
  const templates = parts.map(
    (name) =>
      kit.sources.find((source) => source.name === `templates/${name}`)?.text ??
      new TextDecoder().decode(files.read(`templates/${name}`)),
  );
  const said = [kit.title, kit.author, kit.licence].map(({ value, state }) => `${state}|${value}`);
  const names = [
    kit.id,
    kit.version,
    kit.date,
    kit.locale,
    ...said,
    locale,
    intl,
    ...quotes,
    ...hyphens,
    direction,
    proof,
  ];
  return [
    ...names,
    kit.theme?.text ?? "",
    words,
    links,
    formats,
    fonts,
    kit.fonts.fallback.join("|"),
    ...templates,
  ].join("\u0005");
}
