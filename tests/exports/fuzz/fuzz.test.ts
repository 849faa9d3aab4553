import { describe, expect, it, vi } from "vitest";
import { fuzzPdf } from "./fuzz";
import { fuzzFormats } from "./fuzz-formats";

vi.setConfig({ testTimeout: 120_000 });

describe("hostile documents", () => {
  // npm run proof -- fuzz makes a thousand.
  it("become whole PDF/UA-1 files that show every letter and count what they cannot show", async () => {
    const { failures, documents } = await fuzzPdf(1, 15);
    expect(failures).toEqual([]);
    expect(documents).toBe(15);
  });

  it.each([1, 2, 3])("become whole Word, Excel, CSV and JSON files without a formula (seed %i)", async (seed) => {
    expect(await fuzzFormats(seed)).toEqual([]);
  });
});
