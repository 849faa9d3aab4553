/**
 * Puts the fonts of the PDF export into lib/exports/pdf/fonts/ (not in version control), together with
 * files.json, which files each family has, and coverage.json, which characters it can show. Runs after installing; does nothing when up to date.
 * Typst reads TTF but not WOFF, and the choice of families decides what a reader can copy out of the PDF
 * (current Noto Sans Arabic, for one, comes out doubled), so change it only with the extraction tests.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PACKAGES = path.join(HERE, "../../../node_modules/@expo-google-fonts");
const TARGET = path.join(HERE, "fonts");
const COVERAGE = path.join(TARGET, "coverage.json");

/**
 * In the order in which the template looks for a character. The first is the design's own face. Each document loads only
 * those that it needs, so that one more costs room on the disk and nothing else.
 */
const FAMILIES = [
  { name: "public-sans", weights: ["400Regular", "600SemiBold", "700Bold"] },
  { name: "source-sans-3", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-sc", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-kr", weights: ["400Regular", "700Bold"] },
  { name: "ibm-plex-sans-arabic", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-hebrew", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-devanagari", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-thai", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-symbols-2", weights: ["400Regular"] },
  { name: "noto-sans-math", weights: ["400Regular"] },
  { name: "noto-emoji", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-armenian", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-georgian", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-ethiopic", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-cherokee", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-canadian-aboriginal", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-bengali", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-gurmukhi", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-gujarati", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-oriya", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-tamil", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-telugu", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-kannada", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-malayalam", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-sinhala", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-khmer", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-lao", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-myanmar", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-syriac", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-thaana", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-nko", weights: ["400Regular"] },
  { name: "noto-sans-tifinagh", weights: ["400Regular"] },
  { name: "noto-sans-adlam", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-vai", weights: ["400Regular"] },
  { name: "noto-sans-osage", weights: ["400Regular"] },
  { name: "noto-sans-mongolian", weights: ["400Regular"] },
  { name: "noto-sans-lisu", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-yi", weights: ["400Regular"] },
  { name: "noto-sans-ol-chiki", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-meetei-mayek", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-chakma", weights: ["400Regular"] },
  { name: "noto-sans-hanifi-rohingya", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-tai-viet", weights: ["400Regular"] },
  { name: "noto-sans-cham", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-javanese", weights: ["400Regular", "700Bold"] },
  { name: "noto-sans-balinese", weights: ["400Regular", "700Bold"] },
  { name: "noto-serif-tibetan", weights: ["400Regular", "700Bold"] },
];

function fontFile(family, weight) {
  const folder = path.join(PACKAGES, family.name, weight);
  const file = readdirSync(folder).find((name) => name.endsWith(".ttf"));
  if (!file) throw new Error(`No TTF in ${folder}`);
  return path.join(folder, file);
}

/** Sorted code points as [first, last, first, last, …]. */
function toRanges(codePoints) {
  const ranges = [];
  for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
    if (ranges.at(-1) === codePoint - 1) ranges[ranges.length - 1] = codePoint;
    else ranges.push(codePoint, codePoint);
  }
  return ranges;
}

function installedVersions() {
  return FAMILIES.map((family) => {
    const manifest = readFileSync(path.join(PACKAGES, family.name, "package.json"), "utf8");
    return `files ${family.name}@${JSON.parse(manifest).version} ${family.weights.join(" ")}`;
  }).join(", ");
}

const versions = installedVersions();
const isCurrent = existsSync(COVERAGE) && JSON.parse(readFileSync(COVERAGE, "utf8")).versions === versions;
if (!isCurrent) {
  const { openSync } = await import("fontkit");
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  for (const family of FAMILIES) {
    for (const weight of family.weights) {
      const file = fontFile(family, weight);
      copyFileSync(file, path.join(TARGET, path.basename(file)));
    }
  }
  // Bold covers what regular covers, so one file per family tells.
  const families = FAMILIES.map((family) => {
    const regular = openSync(fontFile(family, "400Regular"));
    const files = family.weights.map((weight) => path.basename(fontFile(family, weight)));
    return { name: regular.familyName, files, ranges: toRanges(regular.characterSet) };
  });
  writeFileSync(path.join(TARGET, "files.json"), JSON.stringify(Object.fromEntries(families.map(({ name, files }) => [name, files]))));
  const coverage = families.map(({ name, ranges }) => ({ name, ranges }));
  writeFileSync(COVERAGE, JSON.stringify({ versions, families: coverage }));
}
