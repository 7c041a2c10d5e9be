import { describe, expect, it } from "vitest";
import { optionNamed } from "../../src/cli/options.js";
import { listLinks } from "../../src/links/list.js";
import { REDIRECT_FORMATS, redirectTable } from "../../src/links/redirects.js";
import { load, RIGHT } from "../content/memory-kit.js";

const LINKS = `deux: { url: "https://b.org/?a=1;2#ici", title: B, checked: 2026-11-20 }
cnil: { url: "https://www.cnil.fr/", title: La CNIL, checked: 2026-11-20 }
`;
const kitWith = (redirect: string) =>
  load({ "cards/links.yaml": LINKS, "kit.yaml": `${RIGHT["kit.yaml"]}links: { redirect: "${redirect}" }\n` });

describe("the table of redirects", () => {
  const { kit } = kitWith("https://example.org/go/");
  const rows = listLinks([{ locale: "fr", links: kit!.links }], new Map());

  it("for Netlify", () => {
    expect(redirectTable(rows, "netlify")).toBe(
      "/go/cnil https://www.cnil.fr/ 302\n/go/deux https://b.org/?a=1;2#ici 302\n",
    );
  });

  it("for a spreadsheet", () => {
    expect(redirectTable(rows, "csv")).toBe(
      'https://example.org/go/cnil;https://www.cnil.fr/\nhttps://example.org/go/deux;"https://b.org/?a=1;2#ici"\n',
    );
  });

  it("is offered in every format that there is", () => {
    expect(optionNamed("redirects")?.choices).toEqual(REDIRECT_FORMATS);
  });
});

describe("the redirect of a kit", () => {
  it.each(["https://go.example.org/", "http://localhost:8080/", "https://example.org/go/x/"])(
    "%s is right",
    (address) => {
      const { kit, problems } = kitWith(address);
      expect(problems).toEqual([]);
      expect([...kit!.links.values()].map(({ printed }) => printed)).toEqual([`${address}deux`, `${address}cnil`]);
    },
  );

  it.each([
    ["https://go.example.org", "links: { redirect: https://go.example.org/ }"],
    ["go.example.org", "links: { redirect: https://go.example.org/ }"],
    ["https://go.example.org/?id=", undefined],
    ["ftp://go.example.org/", undefined],
    ["https:///", undefined],
  ])("%s is told", (address, correction) => {
    const { problems } = kitWith(address);
    expect(problems).toMatchObject([{ code: "bad-redirect", file: "kit.yaml", correction }]);
  });

  it("without one, the address of the page is printed", () => {
    expect(load({}).kit!.links.get("cnil")!.printed).toBe("https://www.cnil.fr/");
  });
});
