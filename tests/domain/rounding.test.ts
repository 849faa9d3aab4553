import { describe, expect, it } from "vitest";
import { formatFraction, formatPercent, isBelow, roundHalfUp } from "@/lib/domain/text/rounding";

/** Half up, worked out in whole numbers of any size. */
function exactly(numerator: number, denominator: number, decimals: number): number {
  const scaled = BigInt(numerator) * 10n ** BigInt(decimals);
  return Number((2n * scaled + BigInt(denominator)) / (2n * BigInt(denominator)));
}

describe("rounding", () => {
  it("is half up for every fraction that up to 84 halves or 42 ratings can make, in percent and with one decimal", () => {
    for (let denominator = 1; denominator <= 168; denominator++) {
      for (let numerator = 0; numerator <= 5 * denominator; numerator++) {
        const fraction = { numerator, denominator };
        const tenths = exactly(numerator, denominator, 1);
        const percent = exactly(numerator, denominator, 2);
        if (roundHalfUp(fraction, 1) !== tenths || roundHalfUp(fraction, 2) !== percent || roundHalfUp(fraction) !== exactly(numerator, denominator, 0)) {
          expect.fail(`${numerator}/${denominator}`);
        }
        if (formatFraction(fraction, 1) !== `${Math.trunc(tenths / 10)}.${tenths % 10}`) expect.fail(`${numerator}/${denominator} in words`);
        if (isBelow(fraction, 3) !== BigInt(numerator) < 3n * BigInt(denominator)) expect.fail(`${numerator}/${denominator} < 3`);
      }
    }
  });

  it.each([
    [23, 40, "58%"],
    [29, 200, "15%"],
    [1, 3, "33%"],
    [0, 7, "0%"],
    [7, 7, "100%"],
    [199, 200, "100%"],
  ])("%d of %d is %s", (numerator, denominator, shown) => {
    expect(formatPercent({ numerator, denominator })).toBe(shown);
  });

  it("keeps the zeros of a decimal", () => {
    expect(formatFraction({ numerator: 59, denominator: 20 }, 1)).toBe("3.0");
    expect(formatFraction({ numerator: 1, denominator: 30 }, 2)).toBe("0.03");
    expect(formatFraction({ numerator: 5, denominator: 2 }, 0)).toBe("3");
  });

  it("holds for sizes in bytes", () => {
    const bytes = 25 * 1024 * 1024;
    expect(roundHalfUp({ numerator: bytes - 1, denominator: 1024 * 1024 }, 1)).toBe(exactly(bytes - 1, 1024 * 1024, 1));
  });
});
