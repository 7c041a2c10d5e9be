/** The stylesheet under every template: what elements are before a theme speaks. */
import type { CssText } from "./stylesheet.js";

const TEXT = `
front, back, flow, slot, face, table, thead, tbody, div, p, h1, h2, h3, h4, ul, ol, li, section, header, footer, aside, figure, figcaption, img, qr, article, blockquote { display: block }
strong, b { font-weight: 700 }
em, i { font-style: italic }
a { hyphens: none }
u { text-decoration: underline }
sup { vertical-align: super; font-size: 65% }
sub { vertical-align: sub; font-size: 65% }
h1, h2, h3, h4 { font-weight: 700; break-after: avoid; break-inside: avoid }
tr { display: flex; break-inside: avoid }
th, td { display: block; flex: 1 1 0%; min-width: 0 }
th { font-weight: 700 }
ul { list-style: disc }
ol { list-style: decimal }
icon { width: 1em; height: 1em }
style { display: none }
`;

export const DEFAULT_STYLESHEET: CssText = {
  source: { name: "mallette:defaults.css", text: TEXT },
  text: TEXT,
  start: 0,
};
