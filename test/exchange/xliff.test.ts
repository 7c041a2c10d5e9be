/** XLIFF 1.2 as we write it, and as translation tools save it. */
import { describe, expect, it } from "vitest";
import { addReviews } from "../../src/translation/index.js";
import { catalogOf, EXPECTED, receive, send, UNITS } from "./support.js";

const written = (...args: Parameters<typeof send>): string => Buffer.from(send(...args)).toString("utf8");

describe("an XLIFF that is written", () => {
  const catalog = catalogOf(UNITS, undefined, (entry) =>
    entry.id === "jeu/un/texte"
      ? { ...entry, stale: true, previous: { source: "Un astre." }, remarks: ["Star?"] }
      : entry,
  );
  const text = written("xliff", UNITS, catalog, addReviews(catalog, {}, new Set(["jeu/un/titre"])));

  it("names its languages", () => {
    expect(text).toContain('<file original="essai" source-language="fr" target-language="en-GB" datatype="plaintext">');
  });

  it("says of each text how long it may be, how far it is, who said what", () => {
    expect(text).toContain(
      `      <trans-unit id="jeu/un/titre" maxwidth="12" size-unit="char" approved="yes" xml:space="preserve">
        <source>Le Soleil</source>
        <target state="final">The Sun</target>
        <note from="kit">Jeu · jeu/un/titre</note>
      </trans-unit>
      <trans-unit id="jeu/un/texte" approved="no" xml:space="preserve">
        <source>Une **étoile**, la plus proche.</source>
        <target state="needs-review-translation">A **star**, the nearest one.</target>
        <note from="kit">Jeu · jeu/un/texte</note>
        <note from="kit">À garder : **…** (gras)</note>
        <note from="kit">Dit simplement</note>
        <note from="kit">Avant le dernier changement : Un astre.</note>
        <note from="translator">Star?</note>
      </trans-unit>`.replace("changement :", "changement\u00a0:"),
    );
    expect(text).toContain('<target state="needs-translation"></target>');
  });
});

const file = (inside: string, head = 'target-language="en-GB"'): string =>
  `<?xml version="1.0"?><xliff version="1.2"><file ${head}><body>${inside}</body></file></xliff>`;
const unit = (target: string, more = ""): string =>
  `<trans-unit id="a" ${more}><source>Un</source>${target}</trans-unit>`;
const rowOf = (inside: string, head?: string) => receive(file(inside, head)).received?.rows[0];

describe("what tools save", () => {
  it.each([
    ["<target>One</target>", undefined],
    ['<target state="translated">One</target>', "translated"],
    ['<target state="signed-off">One</target>', "translated"],
    ['<target state="needs-review-translation">One</target>', "stale"],
    ['<target state="needs-adaptation">One</target>', "stale"],
    ['<target state="new">One</target>', "stale"],
    ['<target state="needs-translation"/>', "missing"],
  ])("%s is %s", (target, state) => expect(rowOf(unit(target))?.state).toBe(state));

  it.each([
    ["marks of segments", "<target><mrk mid='0'>One</mrk><mrk mid='1'> two</mrk></target>", "One two"],
    ["inline elements", "<target>O<g id='1'>n</g>e<x id='2'/></target>", "One"],
    ["entities and CDATA", "<target>a &lt;b&gt; &amp; &#233; <![CDATA[<c>]]></target>", "a <b> & é <c>"],
    ["no translation", "", ""],
    [
      "proposals left aside",
      "<target>One</target><alt-trans><source>Deux</source><target>Two</target></alt-trans>",
      "One",
    ],
  ])("%s", (_, target, translation) => {
    expect(rowOf(unit(target))).toMatchObject({ id: "a", french: "Un", translation });
  });

  it("remarks of people, not those of the kit", () => {
    const notes = '<note from="kit">Où</note><note>À voir</note><note from="Ana">Deux\nlignes</note>';
    expect(rowOf(unit(`<target>One</target>${notes}`))?.remarks).toEqual(["À voir", "Deux", "lignes"]);
  });

  it("approved is approved", () => {
    expect(rowOf(unit("<target>One</target>", 'approved="yes"'))?.approved).toBe(true);
    expect(rowOf(unit("<target>One</target>"))?.approved).toBe(false);
  });

  it.each(["", 'target-language="en"', 'target-language="EN-gb"', 'target-language="en_GB"'])(
    `« %s » is ${EXPECTED.target.tag}`,
    (head) => expect(rowOf(unit("<target>One</target>"), head)).toBeDefined(),
  );

  it("groups and several files are one", () => {
    const inside = `<group>${unit("<target>One</target>")}</group></body></file><file original="b"><body>${unit("<target>Two</target>")}`;
    expect(receive(file(inside)).received?.rows.map(({ translation }) => translation)).toEqual(["One", "Two"]);
  });
});
