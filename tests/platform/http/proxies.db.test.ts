import { expect, test } from "vitest";

process.env.TRUSTED_PROXIES = "2";
const { clientAddress } = await import("@/lib/platform/http/client-address");

test.each([
  ["203.0.113.9, 10.0.0.1", "203.0.113.9"],
  ["1.2.3.4, 203.0.113.9, 10.0.0.1", "203.0.113.9"],
  ["1.2.3.4,5.6.7.8,203.0.113.9,10.0.0.1", "203.0.113.9"],
  ["10.0.0.1", null],
  ["", null],
  [null, null],
])("behind two proxies, %j means %j: what the client wrote itself doesn't count", (header, expected) => {
  expect(clientAddress(header)).toBe(expected);
});
