/** Addresses → the answer of each: a few sites at once, one request at a time to each of them. */
import { type Answer, type Asker, ask } from "./ask.js";

/** `onAnswer` hears of each address as it is known. */
export async function askAll(
  addresses: Iterable<string>,
  asker: Asker,
  onAnswer: (address: string, answer: Answer) => void = () => {},
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const polite = oneAtATime(asker);
  const sites = [...bySite(addresses)];
  const worker = async (): Promise<void> => {
    for (let site = sites.shift(); site !== undefined; site = sites.shift()) {
      for (const address of site) {
        const answer = await ask(address, polite);
        answers.set(address, answer);
        onAnswer(address, answer);
      }
    }
  };
  await Promise.all(Array.from({ length: asker.limits.atOnce }, worker));
  return answers;
}

/** Each address once, those of one site together: otherwise a site with many would keep every worker waiting. */
function bySite(addresses: Iterable<string>): Iterable<readonly string[]> {
  const sites = new Map<string, string[]>();
  for (const address of new Set(addresses)) {
    const site = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? "";
    sites.set(site, [...(sites.get(site) ?? []), address]);
  }
  return sites.values();
}

/** Redirects lead to sites that another worker may be asking: so it is the request that waits for its turn. */
function oneAtATime(asker: Asker): Asker {
  const turns = new Map<string, Promise<unknown>>();
  return {
    ...asker,
    request(url, method) {
      const before = turns.get(url.host)?.then(() => asker.sleep(asker.limits.pause));
      const reply = before?.then(() => asker.request(url, method)) ?? asker.request(url, method);
      turns.set(url.host, reply);
      return reply;
    },
  };
}
