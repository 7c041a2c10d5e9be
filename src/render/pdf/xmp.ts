/** Document information → the same as XMP properties, escaped. */
import type { DocumentInfo } from "./pdfkit.js";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);

const list = (kind: "Alt" | "Seq", name: string, text: string): string => {
  const lang = kind === "Alt" ? ' xml:lang="x-default"' : "";
  return text === ""
    ? ""
    : `<dc:${name}><rdf:${kind}><rdf:li${lang}>${escapeXml(text)}</rdf:li></rdf:${kind}></dc:${name}>\n`;
};

/** What goes between the tags of `rdf:RDF`. */
export function xmpProperties(info: DocumentInfo, date: Date): string {
  const moment = date.toISOString().replace(/\.\d+Z$/, "Z");
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
${list("Alt", "title", info.title)}${list("Seq", "creator", info.author)}${list("Alt", "description", info.subject)}<dc:language><rdf:Bag><rdf:li>${escapeXml(info.lang)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<xmp:CreatorTool>${escapeXml(info.creator)}</xmp:CreatorTool>
<pdf:Producer>PDFKit</pdf:Producer>
</rdf:Description>`;
}
