/** An IP address → whether it leads to this computer or this network, where no reader of a printed code ever is. */
import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

const NOT_PUBLIC = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  NOT_PUBLIC.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  NOT_PUBLIC.addSubnet(net, prefix, "ipv6");

/** What is no IP address is not private: its name was not looked up yet. */
export function isPrivate(ip: string): boolean {
  const family = isIP(ip);
  return family !== 0 && NOT_PUBLIC.check(ip, family === 6 ? "ipv6" : "ipv4");
}

/** The code of the error that a name gets which leads to a private address. */
export const PRIVATE = "EPRIVATE";

/**
 * Node's own look-up of a name, but for names that lead to a private address. It is judged here, where the connection
 * takes its address from: what is looked up twice may answer differently.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, found, family) => {
    if (error) return callback(error, found, family);
    const addresses = typeof found === "string" ? [found] : (found as readonly { address: string }[]).map(addressOf);
    if (!addresses.some(isPrivate)) return callback(null, found, family);
    callback(Object.assign(new Error(PRIVATE), { code: PRIVATE }), found, family);
  });
};

const addressOf = ({ address }: { readonly address: string }): string => address;
