/** Document information → the same as XMP properties, escaped. */
import { createHash } from "node:crypto";
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
</rdf:Description>${info.intent ? pressProperties(info, moment) : ""}`;
}

/** What PDF/X-4 asks for beside. The document is known by what it says of itself: no clock and no chance. */
function pressProperties({ title, subject, lang }: DocumentInfo, moment: string): string {
  const id = uuid(JSON.stringify([title, subject, lang, moment]));
  return `
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmp:MetadataDate>${moment}</xmp:MetadataDate>
<xmpMM:DocumentID>${id}</xmpMM:DocumentID>
<xmpMM:InstanceID>${id}</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description>`;
}

/** A UUID of version 8 (RFC 9562): made from contents. */
function uuid(text: string): string {
  const digits = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(digits[16]!, 16) & 3) | 8).toString(16);
  return `uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
