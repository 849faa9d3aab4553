import { ROUND_LIMITS } from "./round";

/** What is wrong with a list of names, one a line, naming the line; null where nothing is. Empty lines are left out. */
export function findGuestProblem(lines: readonly string[]): string | null {
  const seen = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const name = line.trim();
    if (name === "") continue;
    if (name.length > ROUND_LIMITS.guestName) return `Line ${index + 1} is longer than ${ROUND_LIMITS.guestName} characters. Shorten it.`;
    const key = name.toLocaleLowerCase("en-US");
    const before = seen.get(key);
    if (before !== undefined) return `Lines ${before + 1} and ${index + 1} name “${name}”. Tell the two apart, for example by a last name, or take one out.`;
    seen.set(key, index);
  }
  return null;
}
