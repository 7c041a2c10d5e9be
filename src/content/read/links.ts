/** cards/links.yaml → the addresses of the kit, by id. */
import type { Kit, Link } from "../kit.js";
import { LINKS } from "../schema/links.js";
import { groupsOf, placeIn, stringIn, textIn } from "../values.js";
import { checkedFile, type Desk } from "./desk.js";

export const LINKS_FILE = "cards/links.yaml";

/** Empty when the kit has no links. A wrong address was reported and is empty. */
export function readLinks(
  desk: Desk,
  { locale, redirect }: Pick<Kit, "locale" | "redirect">,
): ReadonlyMap<string, Link> {
  if (!desk.files.has(LINKS_FILE)) return new Map();
  const file = checkedFile(desk, LINKS_FILE, LINKS);
  const links = (file === undefined ? [] : groupsOf(file)).map(([id, { values, at }]): readonly [string, Link] => [
    id,
    {
      id,
      url: stringIn(values, "url") ?? "",
      printed: redirect === undefined ? (stringIn(values, "url") ?? "") : redirect + id,
      title: textIn(values, "title") ?? { kind: "text", value: id, at, field: "title" },
      language: stringIn(values, "language") ?? locale,
      checked: stringIn(values, "checked") ?? "",
      at,
      urlAt: placeIn(values, "url", at),
      checkedAt: placeIn(values, "checked", at),
    },
  ]);
  return new Map(links);
}
