/** A web server of this computer that misbehaves as it is told; the tests never ask the real network. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createPlainServer, type Server } from "node:net";
import { afterAll } from "vitest";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** `times`: how often this path was asked before. */
export type Page = (request: IncomingMessage, response: ServerResponse, times: number) => void;

export interface TestServer {
  readonly base: string;
  /** `METHOD /path` of every request, in order. */
  readonly asked: readonly string[];
  readonly userAgents: ReadonlySet<string>;
  readonly path: (path: string) => string;
}

/** Answers each path as its page does, and any other with 404. */
export async function serve(pages: Readonly<Record<string, Page>>): Promise<TestServer> {
  const asked: string[] = [];
  const userAgents = new Set<string>();
  const server = createServer((request, response) => {
    const { method = "", url = "" } = request;
    const times = asked.filter((one) => one.endsWith(` ${url}`)).length;
    asked.push(`${method} ${url}`);
    userAgents.add(request.headers["user-agent"] ?? "");
    response.on("error", () => {});
    (pages[url] ?? status(404))(request, response, times);
  });
  const base = await listening(server);
  return { base, asked, userAgents, path: (path) => base + path };
}

/** Something that is no web server: says `words` to whoever comes. */
export const serveWords = (words: string): Promise<string> =>
  listening(
    createPlainServer((socket) => {
      socket.on("error", () => {});
      socket.end(words);
    }),
  );

/** An address at which nothing listens any more. */
export async function deserted(): Promise<string> {
  const server = createServer();
  const base = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return base;
}

async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Page =>
  (_request, response) =>
    void response.writeHead(code, headers).end();

export const redirect = (code: number, location: string): Page => status(code, { location });

/** One page after the other, the last for ever. */
export const inTurn =
  (...pages: readonly Page[]): Page =>
  (request, response, times) =>
    pages[Math.min(times, pages.length - 1)]!(request, response, times);

/** Another page for HEAD. */
export const onHead =
  (head: Page, other: Page): Page =>
  (request, response, times) =>
    (request.method === "HEAD" ? head : other)(request, response, times);

/** Never answers. */
export const silence: Page = () => {};

/** A page without end. */
export const endless: Page = (_request, response) => {
  response.writeHead(200);
  const more = (): void => {
    while (!response.destroyed && response.write("x".repeat(65_536)));
    response.once("drain", more);
  };
  more();
};

export const hangUp: Page = (request) => void request.socket.destroy();
