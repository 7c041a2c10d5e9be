import { expect, test } from "vitest";
import { difference, rasterise } from "../pixels.js";
import { writeSvg } from "../svg-writer.js";
import { draw, wrap } from "./drawing.js";

/** Antialiasing of our rounding and of arcs, out of 255; one wrong shape of a hundredth of the area makes 1 or more. */
const TOLERANCE = 0.5;

const STOPS =
  '<stop offset="0" stop-color="#c30"/><stop offset=".6" stop-color="gold"/><stop offset="1" stop-color="teal" stop-opacity=".4"/>';
const linear = (attributes: string): string => `<linearGradient id="a" ${attributes}>${STOPS}</linearGradient>`;
const radial = (attributes: string): string => `<radialGradient id="a" ${attributes}>${STOPS}</radialGradient>`;
const filled = (gradient: string, shape = '<rect x="10" y="20" width="80" height="50" fill="url(#a)"/>'): string =>
  wrap(`<defs>${gradient}</defs>${shape}`);
const clipped = (clip: string, clipAttributes = ""): string =>
  wrap(
    `<clipPath id="c" ${clipAttributes}>${clip}</clipPath><rect x="5" y="5" width="90" height="80" fill="navy" clip-path="url(#c)"/>`,
  );

const PIN = '<path id="p" d="M50 10C70 10 80 30 70 50L50 90L30 50C20 30 30 10 50 10Z"/>';

test.each<[string, string]>([
  [
    "basic shapes",
    wrap(
      '<rect x="5" y="5" width="30" height="20"/><circle cx="70" cy="20" r="15"/><ellipse cx="30" cy="60" rx="25" ry="10"/><polygon points="60,50 90,50 75,90"/>',
    ),
  ],
  [
    "rounded rectangles",
    wrap(
      '<rect x="5" y="5" width="40" height="30" rx="8"/><rect x="50" y="5" width="40" height="30" rx="30" ry="6"/><rect x="5" y="50" width="40" height="40" ry="90"/>',
    ),
  ],
  [
    "lines and open outlines",
    wrap(
      '<line x1="5" y1="10" x2="90" y2="30" stroke="red" stroke-width="4"/><polyline points="10 50 40 80 70 40 90 90" fill="none" stroke="#00f8" stroke-width="6" stroke-linejoin="round" stroke-linecap="square"/>',
    ),
  ],
  [
    "percentages and units",
    wrap(
      '<rect width="100%" height="50%" fill="#eee"/><circle cx="50%" cy="50%" r="20%"/><rect x="1mm" y="2pt" width="1cm" height=".5in" fill="red"/>',
    ),
  ],
  [
    "transform lists",
    wrap(
      '<g transform="translate(50 50) rotate(30) scale(.5,1.2)"><rect x="-30" y="-20" width="60" height="40" transform="skewX(20)"/></g><circle r="5" transform="matrix(2 0 .5 1 20 90) rotate(10, 3, 4)"/>',
    ),
  ],
  [
    "strokes under even scales",
    wrap(
      '<path d="M1 1L8 3L2 9" transform="scale(10)" fill="none" stroke="green" stroke-width=".7" stroke-dasharray="1 .5"/>',
    ),
  ],
  [
    "dashes, odd lists said twice",
    wrap('<path d="M10 50H90M10 70H90" stroke="black" stroke-width="6" stroke-dasharray="10 4 2"/>'),
  ],
  [
    "miter limits",
    wrap(
      '<path d="M10 90L30 20L50 90L90 60L50 30" fill="none" stroke="black" stroke-width="8" stroke-miterlimit="2"/>',
    ),
  ],
  [
    "even-odd fills",
    wrap('<path fill-rule="evenodd" d="M10 10H90V90H10ZM30 30H70V70H30Z"/><path d="M40 40H60V60H40Z" fill="red"/>'),
  ],
  [
    "colour notations",
    wrap(
      '<rect width="20" height="90" fill="#f80"/><rect x="20" width="20" height="90" fill="#ff880080"/><rect x="40" width="20" height="90" fill="rgb(10%, 50%, 90%)"/><rect x="60" width="20" height="90" fill="rgba(0,128,0,.5)"/><rect x="80" width="20" height="90" fill="hsl(280, 60%, 40%)"/>',
    ),
  ],
  [
    "currentColor with a colour of the file's own",
    wrap(
      '<g color="crimson"><rect width="50" height="50" fill="currentColor"/><g color="green"><circle cx="70" cy="70" r="20" stroke="currentColor" fill="none" stroke-width="5"/></g></g>',
    ),
  ],
  [
    "style attributes over presentation attributes",
    wrap(
      '<rect width="60" height="60" fill="red" style="fill: blue; fill-opacity: .5; stroke:#000;stroke-width:3px"/>',
    ),
  ],
  [
    "style rules by tag, class and id",
    wrap(
      '<style>/* x */ rect { fill: orange } .b, circle.c { fill: purple; stroke: black } #d { fill: teal !important } rect.b{opacity:.5}</style><rect width="30" height="30"/><rect class="a b" x="40" width="30" height="30"/><circle class="c" cx="20" cy="70" r="15"/><rect id="d" class="b" style="fill:red" x="50" y="50" width="40" height="40"/>',
    ),
  ],
  [
    "hidden things",
    wrap(
      '<g display="none"><rect width="90" height="90"/></g><g visibility="hidden"><circle cx="50" cy="50" r="30"/><circle visibility="visible" cx="20" cy="20" r="10"/></g>',
    ),
  ],
  [
    "opacity of overlapping shapes",
    wrap(
      '<g opacity=".5"><rect x="10" y="10" width="50" height="50" fill="red"/><rect x="40" y="40" width="50" height="50" fill="blue"/></g>',
    ),
  ],
  [
    "opacity of shapes apart",
    wrap(
      '<g opacity=".5"><rect x="10" y="10" width="20" height="50" fill="red"/><rect x="60" y="40" width="30" height="50" fill="blue" fill-opacity=".4"/></g>',
    ),
  ],
  [
    "opacity of a fill under its stroke",
    wrap('<circle opacity=".5" cx="50" cy="50" r="30" fill="gold" stroke="black" stroke-width="15"/>'),
  ],
  [
    "opacity inside opacity",
    wrap(
      '<g opacity=".6"><g opacity=".5"><circle cx="40" cy="50" r="30" fill="red"/><circle cx="60" cy="50" r="30"/></g><rect y="80" width="90" height="10"/></g>',
    ),
  ],
  [
    "use, with its own place and style",
    wrap(
      `<defs>${PIN}</defs><use href="#p" x="-20" fill="red" transform="scale(.8)"/><use xlink:href="#p" x="25" y="5" fill="none" stroke="black"/>`,
    ),
  ],
  [
    "symbols with a view box",
    wrap(
      '<symbol id="s" viewBox="0 0 10 20" preserveAspectRatio="xMinYMax meet"><rect width="10" height="20" fill="#acf"/><circle cx="10" cy="10" r="6"/></symbol><use href="#s" x="5" y="5" width="40" height="40"/><use href="#s" x="50" y="30" width="45" height="60" opacity=".5"/>',
    ),
  ],
  [
    "views inside views",
    wrap(
      '<svg x="10" y="10" width="60" height="40" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMid slice"><circle cx="5" cy="5" r="6" fill="tomato"/></svg><svg x="50%" y="60" width="40" height="30"><rect width="50%" height="200%"/></svg>',
    ),
  ],
  ["a linear gradient over the box", filled(linear(""))],
  ["a linear gradient, slanted over the box", filled(linear('x1="0" y1="0" x2="1" y2="1"'))],
  ["a linear gradient in user units", filled(linear('gradientUnits="userSpaceOnUse" x1="20" y1="30" x2="60" y2="70"'))],
  [
    "a skewed linear gradient",
    filled(
      linear('x1=".2" x2=".7" gradientTransform="rotate(25) skewX(30)"'),
      '<ellipse cx="50" cy="50" rx="45" ry="20" fill="url(#a)" transform="rotate(20 50 50) scale(1 .8)"/>',
    ),
  ],
  [
    "a gradient that inherits",
    wrap(
      `<linearGradient id="b">${STOPS}</linearGradient><radialGradient id="a" xlink:href="#b" cx=".3"/><rect width="90" height="90" fill="url(#a)"/>`,
    ),
  ],
  ["a round radial gradient", filled(radial('gradientUnits="userSpaceOnUse" cx="50" cy="40" r="30" fx="60" fy="45"'))],
  ["a radial gradient squeezed by its box", filled(radial(""))],
  [
    "a radial gradient squeezed by its transform",
    filled(
      radial(
        'gradientUnits="userSpaceOnUse" r="1" cx="0" cy="0" gradientTransform="translate(50 45) rotate(30) scale(40 15)"',
      ),
    ),
  ],
  [
    "a gradient on a stroke",
    filled(
      linear('gradientUnits="userSpaceOnUse" x1="0" x2="100"'),
      '<path d="M10 50H90" stroke="url(#a)" stroke-width="20"/>',
    ),
  ],
  ["a gradient of one stop", filled('<linearGradient id="a"><stop stop-color="teal"/></linearGradient>')],
  [
    "a gradient with a fallback that is not needed",
    filled(linear(""), '<rect width="50" height="50" fill="url(#a) red"/>'),
  ],
  ["a missing gradient with a fallback", wrap('<rect width="50" height="50" fill="url(#nowhere) red"/>')],
  ["a clip by one shape", clipped('<circle cx="50" cy="50" r="40"/>')],
  ["a clip with a hole", clipped('<path clip-rule="evenodd" d="M10 10H90V80H10ZM30 30H70V70H30Z"/>')],
  [
    "a clip in shares of the box",
    clipped('<ellipse cx=".5" cy=".5" rx=".4" ry=".3"/>', 'clipPathUnits="objectBoundingBox"'),
  ],
  [
    "a clip that is clipped",
    wrap(
      '<clipPath id="d"><rect width="50" height="100"/></clipPath><clipPath id="c" clip-path="url(#d)"><circle cx="50" cy="50" r="40"/></clipPath><g clip-path="url(#c)" transform="rotate(10 50 50)"><rect width="100" height="100"/></g>',
    ),
  ],
  [
    "a clip by a used shape",
    wrap(
      `<defs>${PIN}</defs><clipPath id="c" transform="scale(.9)"><use href="#p" x="10"/></clipPath><rect width="100" height="60" fill="green" clip-path="url(#c)"/>`,
    ),
  ],
  ["things that stick out of the view", wrap('<circle cx="95" cy="50" r="60" fill="red"/>')],
  [
    "a view box with an offset",
    wrap('<rect x="-40" y="-30" width="20" height="20"/><circle r="20"/>', 'viewBox="-50 -50 100 100"'),
  ],
  [
    "a rather small view box",
    wrap('<path d="M.1 .1L.9 .2L.55 .87Z" stroke="red" stroke-width=".013"/>', 'viewBox="0 0 1 1"'),
  ],
  [
    "comments and CDATA",
    wrap("<!-- <text>no</text> --><style><![CDATA[ circle { fill: #08f } ]]></style><circle cx='50' cy='50' r='30'/>"),
  ],
])("draws %s as another renderer does", async (_, svg) => {
  const [theirs, ours] = await Promise.all([rasterise(svg), rasterise(writeSvg(draw(svg)))]);
  expect(difference(theirs, ours)).toBeLessThan(TOLERANCE);
  // An empty picture would agree with an empty picture.
  expect(theirs.some((channel) => channel < 250)).toBe(true);
});

test("a clip covers what any of its shapes covers, whichever way round they are drawn", async () => {
  const shapes =
    '<path d="M10 10H60V60H10Z"/><path d="M40 40V90H90V40Z"/><path d="M80 80Q90 0 30 40Z" transform="rotate(5)"/>';
  const covered = wrap(`<clipPath id="c">${shapes}</clipPath><rect width="100" height="100" clip-path="url(#c)"/>`);
  const [expected, ours] = await Promise.all([rasterise(wrap(shapes)), rasterise(writeSvg(draw(covered)))]);
  expect(difference(expected, ours)).toBeLessThan(TOLERANCE);
});

test("a wrong drawing would be noticed", async () => {
  const [one, other] = await Promise.all([
    rasterise(wrap('<circle cx="50" cy="50" r="30"/>')),
    rasterise(wrap('<circle cx="52" cy="50" r="30"/>')),
  ]);
  expect(difference(one, other)).toBeGreaterThan(TOLERANCE);
});
