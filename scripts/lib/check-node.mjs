// Runs in any Node, however old: nothing newer than plain functions here.

const OLDEST = [20, 19];

/** The first of each line that decodes Brotli safely (CVE-2026-111497). Lines in between and before got no fix. */
const SAFE = [
  [22, 23, 4],
  [24, 22, 1],
  [26, 12, 1],
];

/**
 * @returns words for a person when this Node has a known flaw that can be reached from outside, else "". It may go on: the
 * app itself decodes nothing of the kind, but packages and later versions may.
 */
export function nodeWarning(version) {
  const parts = version.replace(/^v/, "").split(/[.-]/).map(Number);
  const newest = SAFE[SAFE.length - 1];
  if (parts[0] > newest[0] && parts[0] % 2 === 0) return "";
  for (const safe of SAFE) {
    if (parts[0] === safe[0] && (parts[1] > safe[1] || (parts[1] === safe[1] && parts[2] >= safe[2]))) return "";
  }
  const known = SAFE.map(function (safe) {
    return safe.join(".");
  });
  return (
    "This is Node " + version + ", which has a known security flaw (CVE-2026-111497). The workbook starts all the same. " +
    "Before others use it, install Node " + known.join(", ") + " or newer of the same line, from https://nodejs.org."
  );
}

/** @returns words for a person when this Node is too old, else "". */
export function nodeProblem(version) {
  const parts = version.replace(/^v/, "").split(".").map(Number);
  const isNewEnough = parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
  if (isNewEnough) return "";
  return "The workbook needs Node " + OLDEST.join(".") + " or newer; this is " + version + ". Install a newer one from https://nodejs.org and start again.";
}
