/** A booklet → how readers find their way through it on the screen: outline, page labels, places of its anchors. */
import type { Booklet } from "../booklet/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Navigation } from "../render/index.js";

/** Pages of a cover of its own, on each end; they bear Roman numbers, as they bear none in print. */
const COVER_SIDE = 2;

/** Headings of a chapter deeper than this would drown the outline. */
const DEEPEST = 2;

export function navigationOf({ headings, places, pages, hasCover }: Booklet, local: LocalKit): Navigation {
  const outline = headings.flatMap(({ id, title, level, depth }) => {
    const place = level <= DEEPEST ? places.get(id) : undefined;
    return place ? [{ title: local.plain(title), level: level + depth, page: place.page, y: place.y }] : [];
  });
  const back = pages.length - COVER_SIDE;
  const labels = hasCover
    ? ([
        { page: 0, style: "roman" },
        { page: COVER_SIDE, style: "decimal" },
        { page: back, style: "roman", start: COVER_SIDE + 1 },
      ] as const)
    : ([{ page: 0, style: "decimal" }] as const);
  return { outline, labels, anchors: places };
}
