/** A sheet → XLIFF 1.2, the format of translation agencies and their tools. */
import * as say from "./messages.js";
import type { Row, Sheet } from "./rows.js";
import { xmlAttribute, xmlText } from "./xml.js";

export function writeXliff(sheet: Sheet): Uint8Array {
  const { kit, source, target, rows } = sheet;
  const file = attributes({
    original: kit,
    "source-language": source.tag,
    "target-language": target.tag,
    datatype: "plaintext",
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file${file}>`,
    "    <body>",
    ...rows.flatMap(unitLines),
    "    </body>",
    "  </file>",
    "</xliff>",
  ];
  return Buffer.from(`${lines.join("\n")}\n`);
}

function unitLines({ id, where, notes, french, translation, max, remarks, ...row }: Row): readonly string[] {
  const state = row.reviewed ? "final" : STATES[row.state];
  const unit = attributes({
    id,
    ...(max !== undefined && { maxwidth: String(max), "size-unit": "char" }),
    approved: row.reviewed ? "yes" : "no",
    "xml:space": "preserve",
  });
  return [
    `      <trans-unit${unit}>`,
    `        <source>${xmlText(french)}</source>`,
    `        <target state="${state}">${xmlText(translation)}</target>`,
    ...[where, ...notes].map((note) => noteLine(say.NOTE_AUTHOR, note)),
    ...remarks.map((remark) => noteLine(say.REMARK_AUTHOR, remark)),
    "      </trans-unit>",
  ];
}

const STATES = { translated: "translated", stale: "needs-review-translation", missing: "needs-translation" } as const;

const noteLine = (from: string, text: string): string => `        <note${attributes({ from })}>${xmlText(text)}</note>`;

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`)
    .join("");
