/** `mallette links`, as somebody meets it who is about to print: a kit of a few links, and sites of this computer. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readCommandLine } from "../../src/cli/command-line.js";
import { runLinks, type World } from "../../src/cli/links/index.js";
import { copyKit, editKit, linkPackages } from "../kits/temporary.js";
import { inTurn, onHead, redirect, serve, status, type TestServer } from "../links/server.js";
import { mallette } from "./fake-terminal.js";

const LINKS = (base: string): string => `# Toutes les adresses.
carnet: { url: "${base}/ciel", title: Le carnet du ciel, checked: 2026-11-20 } # la bonne
etoiles:
  url: ${base}/etoiles
  title: Les étoiles
  language: en
  checked: "2026-11-21"   # à revoir
accueil:
  url: ${base}
  title: L’accueil
  checked: 2026-11-22
`;

let kit: string;
const yaml = (path = "cards/links.yaml"): string => readFileSync(join(kit, path), "utf8");
beforeEach(() => {
  kit = copyKit("atelier", { "cards/links.yaml": LINKS("https://exemple.org") });
  linkPackages(kit);
});

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");

describe("the list", () => {
  it("is a table, what needs attention first", async () => {
    const { code, out, err } = await mallette(["links"], { cwd: kit });
    expect(code).toBe(0);
    expect(plain(out)).toMatchSnapshot();
    expect(plain(err)).toMatchSnapshot();
  });

  it("is blocks of lines on a screen that is too narrow", async () => {
    const { out } = await mallette(["links"], { cwd: kit, columns: 80 });
    expect(plain(out)).toMatchSnapshot();
  });

  it("is one document with --json", async () => {
    const { out, err } = await mallette(["links", "--json"], { cwd: kit });
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchSnapshot();
  });

  it("is not told with --quiet", async () => {
    expect(await mallette(["links", "-q"], { cwd: kit })).toEqual({ code: 0, out: "", err: "" });
  });

  it("of several languages says in which each address is printed", async () => {
    editKit(kit, {
      "locales/en/locale.yaml": "name: English\n",
      "locales/en/links.yaml": 'carnet: { url: "https://example.org/sky", checked: 2026-11-19 }\n',
    });
    const { out } = await mallette(["links", "--locale", "all", "--json"], { cwd: kit });
    const rows = JSON.parse(out).links.map((link: Record<string, unknown>) => [link.id, link.file, link.locales]);
    expect(rows).toEqual([
      ["carnet", "locales/en/links.yaml", ["en"]],
      ["carnet", "cards/links.yaml", ["fr"]],
      ["etoiles", "cards/links.yaml", ["fr", "en"]],
      ["accueil", "cards/links.yaml", ["fr", "en"]],
    ]);
    expect((await mallette(["links", "--locale", "all"], { cwd: kit })).out).toContain("pour fr, en");
    const english = await mallette(["links", "--locale", "en"], { cwd: kit });
    expect(english.out).toContain("https://example.org/sky");
    expect(english.out).not.toContain("exemple.org/ciel");
  });

  it("obeys nothing that the kit has written", async () => {
    editKit(kit, {
      "cards/links.yaml": `a: { url: "https://a.org/\\u202e\\e[2J", title: "T\\e[31m", checked: 2026-11-20 }\n`,
    });
    const { out } = await mallette(["links"], { cwd: kit });
    for (const sign of ["\u001B", "\u202E"]) expect(out).not.toContain(sign);
  });

  it("of a kit without links is short", async () => {
    editKit(kit, {
      "cards/links.yaml": undefined,
      "cards/jeu.yaml": "template: carte\npieces:\n  - { id: lune, title: La Lune, answer: Ronde. }\n",
    });
    const { code, out, err } = await mallette(["links"], { cwd: kit });
    expect({ code, out, err: plain(err) }).toEqual({ code: 0, out: "", err: "Ce kit n’a pas de lien.\n" });
  });

  it("of a kit with mistakes shows both, exit code 1", async () => {
    editKit(kit, { "cards/links.yaml": 'a: { url: "https://a.org/1", title: A }\n' });
    const { code, out, err } = await mallette(["links"], { cwd: kit });
    expect(code).toBe(1);
    expect(out).toContain("jamais");
    expect(err).toContain("checked");
  });
});

describe("the table of redirects", () => {
  const withRedirect = (): void =>
    editKit(kit, { "kit.yaml": (text) => `${text}links: { redirect: https://go.exemple.org/ }\n` });

  it("has the pages of all languages, alone on the standard output", async () => {
    withRedirect();
    editKit(kit, {
      "locales/en/locale.yaml": "name: English\n",
      "locales/en/links.yaml": 'carnet: { url: "https://example.org/sky", checked: 2026-11-19 }\n',
    });
    expect(await mallette(["links", "--redirects", "netlify"], { cwd: kit })).toEqual({
      code: 0,
      err: "",
      out: `/accueil https://exemple.org 302
/carnet https://exemple.org/ciel 302
/en/carnet https://example.org/sky 302
/etoiles https://exemple.org/etoiles 302
`,
    });
  });

  it("is not for a kit without a redirect", async () => {
    const { code, out, err } = await mallette(["links", "--redirects", "csv"], { cwd: kit });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(plain(err)).toContain("ajoutez à kit.yaml : links: { redirect: https://go.exemple.org/ }");
  });

  it("is not written for a kit with mistakes", async () => {
    withRedirect();
    editKit(kit, { "cards/links.yaml": 'carnet: { url: "exemple", title: A, checked: 2026-11-20 }\n' });
    const { code, out } = await mallette(["links", "--redirects", "csv"], { cwd: kit });
    expect({ code, out }).toEqual({ code: 1, out: "" });
  });

  it("the list says what the codes hold", async () => {
    withRedirect();
    expect((await mallette(["links"], { cwd: kit })).out).toContain("code https://go.exemple.org/carnet");
  });
});

describe("typed wrongly", () => {
  it.each([
    ["--write", "L’option --write ne va pas sans --check"],
    ["--redirects netlify --check", "L’option --redirects va seule"],
    ["--redirects nginx", "« nginx » ne convient pas à l’option --redirects."],
    ["--locale xx", "La langue « xx » n’existe pas dans ce kit. Ses langues : fr."],
    ["carnet", "« carnet » est de trop : links n’attend que des options."],
    ["--dry-run", "L’option --dry-run n’existe pas pour « links »."],
  ])("links %s: exit code 2", async (words, sentence) => {
    const { code, out, err } = await mallette(["links", ...words.split(" ")], { cwd: kit });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(plain(err).replace(/\s+/g, " ")).toContain(sentence);
    const { schema, ok } = JSON.parse((await mallette(["links", "--json", ...words.split(" ")], { cwd: kit })).out);
    expect({ schema, ok }).toEqual({ schema: "mallette.links/1", ok: false });
  });

  it("outside of a kit: exit code 2", async () => {
    expect((await mallette(["links"], { cwd: "/" })).code).toBe(2);
  });
});

describe("addresses are asked", () => {
  const world: World = {
    today: () => "2026-12-01",
    network: { allowsPrivate: true, limits: { pause: 0, backoff: 0, timeout: 2_000 } },
  };

  async function check(server: TestServer, options: readonly string[] = [], columns?: number) {
    let out = "";
    let err = "";
    const terminal = {
      cwd: kit,
      color: false,
      columns,
      print: (text: string) => {
        out += text;
      },
      say: (text: string) => {
        err += text;
      },
    };
    const code = await runLinks(readCommandLine(["links", "--check", ...options]), terminal, world);
    const tidy = (text: string): string =>
      plain(text).replaceAll(server.base, "http://exemple.test").replace(/\^+/g, "^^^");
    return { code, out: tidy(out), err: tidy(err) };
  }

  async function site(pages: Parameters<typeof serve>[0]): Promise<TestServer> {
    const server = await serve({ "/": status(200), "/ciel": status(200), "/etoiles": status(200), ...pages });
    writeFileSync(join(kit, "cards/links.yaml"), LINKS(server.base));
    return server;
  }

  it("all answer: exit code 0, nothing is written", async () => {
    const server = await site({ "/ciel": onHead(status(405), inTurn(status(500), status(200))) });
    const before = yaml();
    const { code, out, err } = await check(server);
    expect(code).toBe(0);
    expect(out).toMatch(/^✔ répond +2026-11-20 +carnet /m);
    expect(err).toBe("✔ 3 adresses essayées : toutes répondent.\n");
    expect(yaml()).toBe(before);
  });

  it("one is gone, one has moved: told at their lines, exit code 1", async () => {
    const server = await site({
      "/ciel": redirect(302, "/perdu"),
      "/etoiles": redirect(301, "/astres"),
      "/astres": status(200),
    });
    const { code, out, err } = await check(server);
    expect(code).toBe(1);
    // The table is as wide as the address of the server, whose port is not always as long.
    expect(out.replace(/ {2,}/g, "  ")).toMatchSnapshot();
    expect(err).toMatchSnapshot();
  });

  it("as one document with --json", async () => {
    const server = await site({
      "/ciel": redirect(302, "/perdu"),
      "/etoiles": redirect(308, "/astres"),
      "/astres": status(200),
    });
    const { code, out, err } = await check(server, ["--json"]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(out)).toMatchSnapshot();
  });

  it("only something to look at: exit code 0", async () => {
    const { code, out, err } = await check(await site({ "/": status(403) }));
    expect(code).toBe(0);
    expect(out.split("\n").map((line) => line[0])).toEqual([" ", "⚠", "✔", "✔", undefined]);
    expect(err).toContain("⚠ 3 adresses essayées : 1 lien à regarder.");
  });

  it("shows how far it is on a screen, and wipes it", async () => {
    const { err } = await check(await site({}), [], 80);
    expect(err).toContain("  3 adresses sur 3 · http");
    expect(err.split("\r\u001B[K").at(-1)).toBe("✔ 3 adresses essayées : toutes répondent.\n");
  });

  it("what the codes hold is asked too, and told where it does not lead to the page", async () => {
    const server = await site({
      "/go/etoiles": redirect(302, "/"),
      "/go/accueil": redirect(301, "/"),
    });
    editKit(kit, {
      "kit.yaml": (text) => `${text}links: { redirect: "${server.base.replace("127.0.0.1", "localhost")}/go/" }\n`,
    });
    const { code, out } = await check(server, ["--json"]);
    expect(code).toBe(1);
    const found = JSON.parse(out).problems.map((one: Record<string, unknown>) => [one.code, one.severity, one.line]);
    expect(found).toEqual([
      ["code-lost", "error", 2],
      ["code-strayed", "warning", 4],
      ["code-strayed", "warning", 9],
    ]);
  });

  it("--write notes the day of those that answered, and changes nothing else", async () => {
    const server = await site({ "/etoiles": status(404) });
    const before = yaml();
    const { code, out, err } = await check(server, ["--write"]);
    expect(code).toBe(1);
    expect(err).toContain("✔ 2 dates mises à jour dans cards/links.yaml.");
    expect(out).toMatch(/2026-12-01 +carnet/);
    expect(yaml()).toBe(before.replace("2026-11-20", "2026-12-01").replace("2026-11-22", "2026-12-01"));
    const again = await check(server, ["--write", "--json"]);
    expect(JSON.parse(again.out).files).toEqual([]);
  });

  it("--write keeps the mark at the start of a file of Windows", async () => {
    const server = await site({});
    writeFileSync(join(kit, "cards/links.yaml"), `\ufeff${yaml().replaceAll("\n", "\r\n")}`);
    const before = yaml();
    await check(server, ["--write"]);
    expect(yaml()).toBe(before.replace(/2026-11-2\d/g, "2026-12-01"));
  });

  it("--write spares what was edited in the meantime", async () => {
    const edit = (): void =>
      writeFileSync(join(kit, "cards/links.yaml"), `# Une ligne de plus.\n${yaml().replace("/ciel", "/nuit")}`);
    const server = await site({
      "/etoiles": (_request, response) => {
        edit();
        response.end();
      },
    });
    await check(server, ["--write"]);
    expect(yaml()).toMatch(/^# Une ligne de plus\.\n# Toutes/);
    expect(yaml()).toMatch(/\/nuit.*checked: 2026-11-20/);
    expect(yaml()).toContain('checked: "2026-12-01"   # à revoir');
  });

  it("--write reaches the files of languages", async () => {
    const server = await site({ "/sky": status(200) });
    editKit(kit, {
      "locales/en/locale.yaml": "name: English\n",
      "locales/en/links.yaml": `carnet: { url: "${server.base}/sky", checked: 2026-11-19 }\n`,
    });
    await check(server, ["--write", "--locale", "en"]);
    expect(yaml("locales/en/links.yaml")).toContain("checked: 2026-12-01");
    // The French page was not asked: it is not printed in English.
    expect(yaml()).toMatch(/\/ciel.*checked: 2026-11-20/);
  });

  it("private addresses are told, not asked, outside of tests", async () => {
    const server = await site({});
    const { code, err } = await mallette(["links", "--check"], { cwd: kit });
    expect(code).toBe(1);
    expect(plain(err)).toContain("cette adresse n’existe que sur cet ordinateur ou ce réseau");
    expect(server.asked).toEqual([]);
  });
});
