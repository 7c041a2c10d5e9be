import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localise } from "../../src/localise/index.js";
import { EMPTY_KIT, text } from "./support.js";

const french = localise(EMPTY_KIT, "fr-FR");
const html = (words: string): string =>
  french.html(text(words, "markdown")).replaceAll("\u00A0", "~").replaceAll("\u202F", "¬");

describe("a markdown field takes a few marks", () => {
  it.each([
    ["bold", "un **mot** ici", "un <strong>mot</strong> ici"],
    ["italic", "un *mot* ici", "un <em>mot</em> ici"],
    ["bold in italic", "*un **mot** ici*", "<em>un <strong>mot</strong> ici</em>"],
    ["an underscore inside a word is an underscore", "mon_nom_de_fichier", "mon_nom_de_fichier"],
    ["a backslash takes a mark's meaning away", "deux \\*étoiles\\*", "deux *étoiles*"],
    ["a line break by two spaces", "un  \ndeux", "un<br />\ndeux"],
    ["a line break by a backslash", "un\\\ndeux", "un<br />\ndeux"],
    ["one paragraph stands alone", "un\n\n", "un"],
    ["two paragraphs are elements", "un\n\ndeux", "<p>un</p>\n<p>deux</p>"],
    ["a list", "- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>"],
    ["a numbered list keeps its first number", "3. un\n4. deux", '<ol start="3">\n<li>un</li>\n<li>deux</li>\n</ol>'],
    ["a link", "[la CNIL](https://www.cnil.fr/)", '<a href="https://www.cnil.fr/">la CNIL</a>'],
    ["a mail address", "[écrire](mailto:a@b.fr)", '<a href="mailto:a@b.fr">écrire</a>'],
    ["typography crosses the marks", "**Attention** : l'*IA* !", "<strong>Attention</strong>~: l’<em>IA</em>¬!"],
    ["quotes around a mark", 'dire "*oui*"', "dire «~<em>oui</em>~»"],
    ["no typography in an address", "[x](https://a.fr/?a=1!)", '<a href="https://a.fr/?a=1!">x</a>'],
  ])("%s", (_rule, words, markup) => expect(html(words)).toBe(markup));
});

describe("nothing else becomes markup", () => {
  it.each([
    ["an element", "<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"],
    ["an element beside a mark", "*a* <script>x</script>", "<em>a</em> &lt;script&gt;x&lt;/script&gt;"],
    ["code", "`x`", "`x`"],
    ["a heading", "# x", "# x"],
    ["a table", "|a|b|\n|-|-|", "|a|b|\n|-|-|"],
    ["a reference", "&lt; *x*", "&amp;lt¬; <em>x</em>"],
    ["quotes that could end an attribute", "*a* \"' b", "<em>a</em> &quot;&#39; b"],
  ])("%s", (_rule, words, markup) => expect(html(words)).toBe(markup));

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//autre.fr",
    "page.html",
    "ftp://a.fr",
  ])("a link to %s stays words", (address) => expect(html(`[x](${address})`)).not.toContain("<a"));

  it("a picture stays words", () => expect(html("![x](https://a.fr/x.png)")).not.toContain("<img"));

  it("a plain text field knows no marks at all", () => {
    expect(french.html(text("**un** <b> \"' & - x"))).toBe(
      "**un** &lt;b&gt; &quot;&#39; &amp; - x".replace(" - ", " – "),
    );
  });

  it("a link that leads nowhere is its words", () => {
    expect(french.html(text("voir [**ici**]() et [là](javascript:x)", "markdown"))).toBe(
      "voir <strong>ici</strong> et [là](javascript:x)",
    );
  });

  it("only the marks' own elements come out, whatever is typed", () => {
    const scrap = fc.constantFrom(
      ..."*_[]()<>&\"'\\ \n-a1.",
      "<script>",
      "](javascript:x)",
      "](https://a.fr)",
      "- ",
      "1. ",
      "\uE000",
      "\uE001",
      "\uE002",
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 25 }), (parts) => {
        const markup = french.html(text(parts.join(""), "markdown"));
        const rest = markup.replace(
          /<\/?(?:p|strong|em|ul|ol|li)>|<br \/>|<ol start="\d+">|<a href="(?:https?:\/\/|mailto:)[^"<>']*">|<\/a>/g,
          "",
        );
        expect(rest).not.toMatch(/[<>"'\uE000-\uF8FF]/);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("plain words", () => {
  it("have the language's typography", () => expect(french.plain(text("l'IA ?"))).toBe("l’IA\u202F?"));
  it("lose private-use signs, which serve as marks further on", () => {
    expect(french.plain(text("a\uE000\uE001b\uF8FF"))).toBe("ab");
    expect(french.html(text("*a*\uE0000\uE001x\uE002", "markdown"))).toBe("<em>a</em>0x");
  });
  it("lose white space at both ends", () => expect(french.plain(text("  a\n"))).toBe("a"));
  it("in a language without rules of its own have what all share", () => {
    const english = localise(EMPTY_KIT, "en");
    expect(english.plain(text("it's: 1 000 !"))).toBe("it’s: 1 000 !");
    expect(english.html(text("it's **so** !", "markdown"))).toBe("it’s <strong>so</strong> !");
  });
});

it.each([
  ["fr", "ltr"],
  ["en-GB", "ltr"],
  ["ar", "rtl"],
  ["fa-IR", "rtl"],
  ["he", "rtl"],
  ["arn", "ltr"],
])("%s is written %s", (locale, direction) => expect(localise(EMPTY_KIT, locale).direction).toBe(direction));
