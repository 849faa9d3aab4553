import type { Unreached } from "@/lib/domain/people/mention-places";

/** Says of what was typed like a mention that it reached nobody, and why; empty when there is nothing of it. */
export function describeUnreached(unreached: readonly Unreached[]): string {
  return unreached.map(describe).join(" ");
}

function describe({ word, fits }: Unreached): string {
  const why = fits > 1 ? `${fits} people here have a name that begins so. Type more of it` : "nobody who can open this tool has a name that begins so";
  return `“@${word}” reached nobody: ${why}.`;
}
