/** What is typed for a decision and not recorded: kept by the tab, so that loading the page again loses nothing. */

export interface KeptDecision {
  readonly value: string | null;
  readonly rationale: string;
  readonly dissent: string;
}

const PREFIX = "decision:";

/** For a tab that refuses storage, and for a form that gives way for a moment. */
const here = new Map<string, KeptDecision>();

const keyOf = (roundId: string, itemId: string) => `${PREFIX}${roundId} ${itemId}`;

export function readKeptDecision(roundId: string, itemId: string): KeptDecision | null {
  const key = keyOf(roundId, itemId);
  const known = here.get(key);
  if (known) return known;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { value, rationale, dissent } = kept as Partial<KeptDecision>;
    return { value: typeof value === "string" ? value : null, rationale: String(rationale ?? ""), dissent: String(dissent ?? "") };
  } catch {
    return null;
  }
}

export function keepDecision(roundId: string, itemId: string, decision: KeptDecision): void {
  here.set(keyOf(roundId, itemId), decision);
  try {
    sessionStorage.setItem(keyOf(roundId, itemId), JSON.stringify(decision));
  } catch {
    // Then it lasts as long as the page.
  }
}

export function dropDecision(roundId: string, itemId: string): void {
  here.delete(keyOf(roundId, itemId));
  try {
    sessionStorage.removeItem(keyOf(roundId, itemId));
  } catch {
    // Nothing was kept.
  }
}

/** Before somebody else signs in with this tab. */
export function dropAllDecisions(): void {
  here.clear();
  try {
    for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX))) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
