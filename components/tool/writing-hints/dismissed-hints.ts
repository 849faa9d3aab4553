import type { Hint } from "./find-hints";

const STORAGE_KEY = "writing-hints-dismissed";
/** For a browser that keeps nothing. */
const inMemory = new Set<string>();

/** Whether this note was dismissed at this box, in this tab of this browser. */
export function isDismissed(field: HTMLElement, hint: Hint): boolean {
  return read().has(markOf(field, hint));
}

export function dismiss(field: HTMLElement, hints: readonly Hint[]): void {
  const marks = read();
  for (const hint of hints) marks.add(markOf(field, hint));
  for (const mark of marks) inMemory.add(mark);
  try {
    sessionStorage.setItem(STORAGE_KEY, [...marks].join(" "));
  } catch {
    // Kept in memory above.
  }
}

function read(): Set<string> {
  try {
    return new Set([...inMemory, ...(sessionStorage.getItem(STORAGE_KEY)?.split(" ") ?? [])]);
  } catch {
    return new Set(inMemory);
  }
}

/** A number that stands for box and finding: the words themselves are not kept a second time. */
function markOf(field: HTMLElement, { finding }: Hint): string {
  const words = `${location.pathname} ${field.id} ${finding.kind} ${finding.text.toLowerCase()}`;
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
