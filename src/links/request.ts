/** An address and a method → the status and the headers that count, or why there is no answer. No body is ever read. */
import { type ClientRequest, request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isPrivate, PRIVATE, publicLookup } from "./private.js";

/** Why there is no answer: in our words, not in those of the system. */
export type Failure =
  | "dns"
  | "offline"
  | "refused"
  | "certificate"
  | "timeout"
  | "garbled"
  | "cut"
  | "private"
  | "unusable";

export type Reply =
  | { readonly status: number; readonly location?: string | undefined; readonly retryAfter?: string | undefined }
  | { readonly failure: Failure };

export type Method = "HEAD" | "GET";

export interface Asking {
  /** Milliseconds until the headers must be there. */
  readonly timeout: number;
  readonly userAgent: string;
  /** For tests alone: servers of this computer are asked too. */
  readonly allowsPrivate?: boolean | undefined;
}

/** Asks once. Never rejects. */
export function request(url: URL, method: Method, asking: Asking): Promise<Reply> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!asking.allowsPrivate && isPrivate(host)) return Promise.resolve({ failure: "private" });
  return new Promise((resolve) => {
    const ask = open(url, { ...optionsOf(url, method, asking), hostname: host });
    if (ask === undefined) return resolve({ failure: "unusable" });
    const timer = setTimeout(() => finish({ failure: "timeout" }), asking.timeout);
    const finish = (reply: Reply): void => {
      clearTimeout(timer);
      resolve(reply);
      // The status says all: nobody waits for the page, however long it is.
      ask.destroy();
    };
    ask.on("response", ({ statusCode = 0, headers }) => {
      const { location, "retry-after": retryAfter } = headers;
      finish({ status: statusCode, location: location && asText(location), retryAfter });
    });
    // After the first end, being destroyed is one more error: it is not told.
    ask.on("error", (error: NodeJS.ErrnoException) => finish({ failure: failureOf(error) }));
    ask.on("upgrade", (_response, socket) => {
      socket.destroy();
      finish({ failure: "garbled" });
    });
    ask.end();
  });
}

/** Names and passwords in an address are left out: they are for a person to give. */
const optionsOf = (url: URL, method: Method, { userAgent, allowsPrivate }: Asking): RequestOptions => ({
  method,
  port: url.port,
  path: url.pathname + url.search,
  headers: { "user-agent": userAgent, accept: "text/html,*/*;q=0.8", "accept-language": "*" },
  // One connection a request, closed with it: none is left open when the command ends.
  agent: false,
  ...(!allowsPrivate && { lookup: publicLookup }),
});

/** What Node refuses to ask throws at once. */
function open(url: URL, options: RequestOptions): ClientRequest | undefined {
  try {
    return url.protocol === "https:" ? httpsRequest(options) : httpRequest(options);
  } catch {
    return undefined;
  }
}

/** Headers are read a byte a sign; servers that write letters there write UTF-8. */
const asText = (header: string): string => Buffer.from(header, "latin1").toString("utf8");

const FAILURES: readonly (readonly [RegExp, Failure])[] = [
  [new RegExp(`^${PRIVATE}$`), "private"],
  [/^(ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA)$/, "dns"],
  [/^(EAI_\w+|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/, "offline"],
  [/^(ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN)$/, "refused"],
  [/^ETIMEDOUT$/, "timeout"],
  [/CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH|^INVALID_CA|^ERR_SSL|^ERR_TLS|^EPROTO$/, "certificate"],
  [/^HPE_/, "garbled"],
];

/** By Node's code; a connection that ends in its middle has several. */
export const failureOf = ({ code = "" }: Pick<NodeJS.ErrnoException, "code">): Failure =>
  FAILURES.find(([pattern]) => pattern.test(code))?.[1] ?? "cut";
