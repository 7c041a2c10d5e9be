/** The booklets of a request → their pages, laid out before files are planned: only then is it known how many there are. */
import { type Booklet, type BookletTools, layOutBooklet } from "../booklet/index.js";
import type { Kit } from "../content/kit.js";

/** By component. One that cannot be laid out was reported, and is absent. */
export async function layOutBooklets(
  kit: Kit,
  wanted: (component: string) => boolean,
  tools: BookletTools,
): Promise<ReadonlyMap<string, Booklet>> {
  const found = new Map<string, Booklet>();
  for (const component of kit.components) {
    if (component.kind !== "booklet" || !wanted(component.id)) continue;
    const booklet = await layOutBooklet(component, tools);
    if (booklet) found.set(component.id, booklet);
  }
  return found;
}
