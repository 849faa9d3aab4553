import { expect, test } from "vitest";
import { formatBytes } from "@/lib/domain/text/byte-size";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [1023, "1023 bytes"],
  [1024, "1 KB"],
  [14_500, "14 KB"],
  [1024 * 1024 - 1, "1 MB"],
  [2.34 * 1024 * 1024, "2.3 MB"],
  [10 * 1024 * 1024, "10 MB"],
])("%d bytes are %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
