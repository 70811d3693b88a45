/** IPv4 networks. Pure. */
import { isIPv4 } from "node:net";

function toNumber(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Whether two addresses are in one network; `mask` like 255.255.255.0. */
export function isWithin(address: string, other: string, mask: string): boolean {
  return (toNumber(address) & toNumber(mask)) === (toNumber(other) & toNumber(mask));
}

/** Whether an address is in a network such as 127.0.0.0/8; of an IPv6 address only the part of an IPv4 one in it counts. */
export function isInNetwork(address: string, network: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  const [base = "", bits = "32"] = network.split("/");
  if (!isIPv4(plain) || !isIPv4(base)) return false;
  const mask = Number(bits) === 0 ? 0 : (-1 << (32 - Number(bits))) >>> 0;
  return (toNumber(plain) & mask) === (toNumber(base) & mask);
}
