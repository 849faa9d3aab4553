// Runs in any Node, however old: nothing newer than plain functions here.

const OLDEST = [20, 19];

/** @returns words for a person when this Node is too old, else "". */
export function nodeProblem(version) {
  const parts = version.replace(/^v/, "").split(".").map(Number);
  const isNewEnough = parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
  if (isNewEnough) return "";
  return "The workbook needs Node " + OLDEST.join(".") + " or newer; this is " + version + ". Install a newer one from https://nodejs.org and start again.";
}
