import { expect, test } from "vitest";
import { isNarrowlyMeasured } from "@/lib/domain/indicators/narrow-measures";

test.each([
  [["Recidivism rate"]],
  [["Abstinence at 6 months"]],
  [["Re-arrests within a year", "Negative drug tests"]],
  [["rearrest and reconviction"]],
  [["Days sober; new charges"]],
  [["Number of arrests", ""]],
  [["Clean urines", "Probation violations"]],
  [["Relapse rate, return to use"]],
  [["Percent drug-free"]],
  [["Returned to jail"]],
])("%j measures only abstinence or recidivism", (indicators) => {
  expect(isNarrowlyMeasured(indicators)).toBe(true);
});

test.each([
  [[]],
  [["", "  "]],
  [["Offer rate; acceptance rate"]],
  [["Recidivism rate", "People to count on"]],
  [["Housing and abstinence"]],
  [["Abstinence, stable housing"]],
  [["Sober living beds"]],
  [["Fentanyl test strips handed out"]],
  [["Arrests avoided by deflection to a peer"]],
  [["Overdose deaths"]],
  [["People reached before arrest"]],
  [["Training on relapse"]],
  [["Clean syringes handed out"]],
  [["Recovery capital survey, also for people who use"]],
  [["Reduced return to use rates", "Greater housing stability"]],
  [["Cleanliness of the waiting room"]],
  [["Abstinence ".repeat(1_000)]],
])("%j does not, or is in doubt", (indicators) => {
  expect(isNarrowlyMeasured(indicators)).toBe(false);
});
