import { type Mutant, unit } from "./mutant";

/** Faults in what is read from imported files and dates, and in the numbers and words of exported ones. */
export const FILES_MUTANTS: readonly Mutant[] = [
  {
    name: "an entry that is no answer is passed over in silence",
    file: "lib/imports/import-plan.ts",
    find: '  if (form === "no-answer") return NO_ANSWER;\n',
    replace: "",
    killedBy: unit("tests/imports/hostile-import.test.ts"),
  },
  {
    name: "a number beyond numbers becomes a blank answer",
    file: "lib/imports/pick-answers.mjs",
    find: 'if (typeof value === "number") return Number.isFinite(value) ? value : {};',
    replace: 'if (typeof value === "number") return value;',
    killedBy: unit("tests/imports/hostile-import.test.ts"),
  },
  {
    name: "Excel shows halves as binary has them",
    file: "lib/exports/sheets/xlsx.mjs",
    find: "isHalf && !isExact",
    replace: "isHalf && false",
    killedBy: unit("tests/exports/sheets/shown-numbers.test.ts"),
  },
  {
    name: "halves are rounded down",
    file: "lib/domain/text/rounding.ts",
    find: "2 * numerator * 10 ** decimals + denominator",
    replace: "2 * numerator * 10 ** decimals",
    killedBy: unit("tests/domain/rounding.test.ts"),
  },
  {
    name: "a year of two digits is taken",
    file: "lib/domain/text/dates.ts",
    find: "if (year.length !== 4) return { problem: YEAR_PROBLEM };",
    replace: "",
    killedBy: unit("tests/domain/dates.test.ts"),
  },
  {
    name: "long words are measured whole",
    file: "lib/exports/docx/page-numbers.mjs",
    find: "length > LONGEST_WORD",
    replace: "length > 1e9",
    killedBy: unit("tests/exports/docx/page-numbers.test.ts"),
  },
];
