import { isIPv4, isIPv6 } from "node:net";

// Plain JavaScript: the server around Next (scripts/lib/server), which is no part of the bundle, asks it too.

/**
 * What an address is counted as. One line has 2^64 addresses of IPv6, so there it is the network (its first half); an
 * IPv4 address counts as itself, in whichever of its spellings.
 * @param {string} address
 * @returns {string}
 */
export function networkOf(address) {
  const [plain = ""] = address.split("%");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(":")}::/64` : address;
}

/**
 * All eight groups, without leading zeros.
 * @param {string} address
 */
function groupsOf(address) {
  const [before = "", after] = address.toLowerCase().split("::");
  const split = (/** @type {string} */ part) => part.split(":").filter(Boolean).flatMap(toGroups);
  const [first, last] = [split(before), split(after ?? "")];
  const gap = after === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...new Array(Math.max(0, gap)).fill("0"), ...last];
}

/**
 * A group, or the two that are written like an IPv4 address.
 * @param {string} part
 */
function toGroups(part) {
  if (!part.includes(".")) return [Number.parseInt(part, 16).toString(16)];
  const [a = 0, b = 0, c = 0, d = 0] = part.split(".").map(Number);
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}
