/** The parts of an XLSX file that are the same for every kit: what it is made of, and how cells look. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const worksheet = (content: string): string => `${XML}<worksheet xmlns="${MAIN}">${content}</worksheet>`;

/** Numbers of the looks below, in the order of `cellXfs`. */
export const LOOK = { plain: 0, title: 1, quiet: 2, text: 3, rightToLeft: 4, number: 5 } as const;

const font = (rgb: string, bold = ""): string =>
  `<font>${bold}<sz val="11"/><color rgb="${rgb}"/><name val="Calibri"/><family val="2"/></font>`;

const fill = (pattern: string, colors = ""): string =>
  `<fill><patternFill patternType="${pattern}">${colors}</patternFill></fill>`;

const solid = (rgb: string): string => fill("solid", `<fgColor rgb="${rgb}"/><bgColor indexed="64"/>`);

/** Number format 49 is text: what is typed stays as it is typed, « 1/2 » as well as « - un ». */
const look = (format: 0 | 49, fontId: number, fillId: number, alignment = ""): string =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"${alignment}/></xf>`;

const alert = (rgb: string): string =>
  `<dxf><fill><patternFill patternType="solid"><bgColor rgb="${rgb}"/></patternFill></fill></dxf>`;

const PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"';
const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

const [BLACK, GREY] = ["FF1A1A1A", "FF666666"];

const STYLES = [
  `${XML}<styleSheet xmlns="${MAIN}">`,
  list("fonts", [font(BLACK), font(BLACK, "<b/>"), font(GREY)]),
  // The first two are the format’s own.
  list("fills", [fill("none"), fill("gray125"), solid("FFE3E3E3"), solid("FFF3F3F3")]),
  list("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]),
  list("cellStyleXfs", [`${PLAIN}/>`]),
  list("cellXfs", [
    `${PLAIN} xfId="0"/>`,
    look(49, 1, 2),
    look(49, 2, 3),
    look(49, 0, 0),
    look(49, 0, 0, ' horizontal="right" readingOrder="2"'),
    look(0, 2, 3),
  ]),
  list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  list("dxfs", [alert("FFFFC7CE"), alert("FFFFEB9C")]),
  "</styleSheet>",
].join("");

/** Looks that a condition gives, in the order of `dxfs`. */
export const ALERT = { tooLong: 0, toDo: 1 } as const;

/** Everything but the sheet itself, by its path in the archive. */
export const frameOf = (title: string): Readonly<Record<string, string>> => ({
  "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": STYLES,
});
