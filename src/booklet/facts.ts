/** The pages of a pass → the facts that the next pass prints; and a witness of which facts a chapter asked for. */
import type { PageFacts } from "../compose/index.js";

/** What is printed for a page while nobody knows it: as wide as most numbers of a booklet. */
const SOME_PAGE = "88";

export const factsOf = (labels: ReadonlyMap<string, string>): PageFacts => ({
  page: (id) => labels.get(id) ?? SOME_PAGE,
});

/** Takes down what is asked, so that a chapter is made anew only when one of its answers has changed. */
export class Witness implements PageFacts {
  readonly #facts: PageFacts;
  readonly #asked = new Map<string, string>();

  constructor(facts: PageFacts) {
    this.#facts = facts;
  }

  page(id: string): string {
    const answer = this.#facts.page(id);
    this.#asked.set(id, answer);
    return answer;
  }

  /** Whether `facts` would have answered the same. */
  holds(facts: PageFacts): boolean {
    return [...this.#asked].every(([id, answer]) => facts.page(id) === answer);
  }
}
