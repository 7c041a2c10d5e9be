import { describe, expect, it } from "vitest";
import { isPrivate } from "../../src/links/private.js";
import { failureOf, request } from "../../src/links/request.js";
import { serve, status } from "./server.js";

describe("a private address", () => {
  it.each([
    ["127.0.0.1", true],
    ["127.8.8.8", true],
    ["0.0.0.0", true],
    ["10.1.2.3", true],
    ["100.64.0.1", true],
    ["100.128.0.1", false],
    ["169.254.169.254", true],
    ["172.16.0.1", true],
    ["172.32.0.1", false],
    ["192.168.1.1", true],
    ["224.0.0.1", true],
    ["255.255.255.255", true],
    ["1.1.1.1", false],
    ["93.184.216.34", false],
    ["::", true],
    ["::1", true],
    ["fe80::1", true],
    ["fd12:3456::1", true],
    ["::ffff:127.0.0.1", true],
    ["::ffff:93.184.216.34", false],
    ["2001:4860:4860::8888", false],
    ["example.org", false],
  ])("%s: %s", (ip, expected) => {
    expect(isPrivate(ip)).toBe(expected);
  });

  it.each(["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])("as %s is not asked", async (host) => {
    const server = await serve({ "/": status(200) });
    const url = new URL(server.path("/").replace("127.0.0.1", host));
    expect(await request(url, "HEAD", { timeout: 1000, userAgent: "essai" })).toEqual({ failure: "private" });
    expect(server.asked).toEqual([]);
  });
});

describe("what the system says", () => {
  it.each([
    ["ENOTFOUND", "dns"],
    ["EAI_AGAIN", "offline"],
    ["ENETUNREACH", "offline"],
    ["ECONNREFUSED", "refused"],
    ["EHOSTUNREACH", "refused"],
    ["ETIMEDOUT", "timeout"],
    ["CERT_HAS_EXPIRED", "certificate"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate"],
    ["EPROTO", "certificate"],
    ["HPE_INVALID_CONSTANT", "garbled"],
    ["HPE_HEADER_OVERFLOW", "garbled"],
    ["ECONNRESET", "cut"],
    ["EPIPE", "cut"],
    [undefined, "cut"],
  ])("%s is told as %s", (code, failure) => {
    expect(failureOf(code === undefined ? {} : { code })).toBe(failure);
  });
});

it("a name and a password in an address are not sent", async () => {
  const server = await serve({
    "/": (asked, response) => void response.writeHead(asked.headers.authorization ? 500 : 200).end(),
  });
  const url = new URL(server.path("/").replace("//", "//moi:secret@"));
  expect(await request(url, "GET", { timeout: 1000, userAgent: "essai", allowsPrivate: true })).toMatchObject({
    status: 200,
  });
});
