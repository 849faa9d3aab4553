import type { Answer } from "@/lib/domain/answer/answers";

type State = Answer | null;

/** What somebody else did to an answer while changes of it were unsent here; it came after the first `at` states. */
interface OthersChange {
  readonly at: number;
  readonly before: State;
  readonly after: State;
}

/** What the server may have of an answer that was changed here. */
export interface UnsentState {
  /** What it was before the unsent changes, and as it was at each attempt to send it, oldest first. */
  readonly states: readonly State[];
  readonly others: readonly OthersChange[];
}

/** An attempt may have reached the server though its answer was lost: of the last so many that is remembered. */
const MOST_STATES = 4;
/** With more than that in between, nobody can tell any more what the server has. */
const MOST_OTHERS = 50;

/**
 * Remembers of each answer with unsent changes what it was without them: a document built anew knows nothing of the one
 * before, so that only answers can be compared. Answers are kept as they are, for no cost while people type.
 */
export class UnsentStates {
  readonly #states = new Map<string, UnsentState>();

  /** The answer was changed here. */
  edited(itemId: string, before: State): void {
    if (!this.#states.has(itemId)) this.#states.set(itemId, { states: [before], others: [] });
  }

  /** The answer was changed elsewhere, as it shows here with the changes of this page in it. */
  changedElsewhere(itemId: string, before: State, after: State): void {
    const known = this.#states.get(itemId);
    if (!known) return;
    const at = known.states.length;
    const last = known.others.at(-1);
    // Nothing was written here in between: as good as one change.
    const goesOn = last?.at === at && last.after === before;
    const others = goesOn ? [...known.others.slice(0, -1), { ...last, after }] : [...known.others, { at, before, after }];
    this.#states.set(itemId, { ...known, others });
  }

  /** All that is unsent goes out as it is now. */
  sending(read: (itemId: string) => State): void {
    for (const [itemId, { states, others }] of this.#states) {
      const now = read(itemId);
      if (now === states.at(-1)) continue;
      const first = states[0] as State;
      const isFull = states.length === MOST_STATES;
      const kept = isFull ? [first, ...states.slice(2)] : states;
      const shifted = isFull ? others.map((change) => ({ ...change, at: Math.max(1, change.at - 1) })) : others;
      this.#states.set(itemId, { states: [...kept, now], others: shifted });
    }
  }

  /** What went out last is saved; answers that were changed since are `stillUnsent`. */
  saved(stillUnsent: ReadonlySet<string>): void {
    for (const [itemId, { states, others }] of this.#states) {
      if (!stillUnsent.has(itemId)) this.#states.delete(itemId);
      else if (states.length > 1) {
        const since = others.filter(({ at }) => at >= states.length).map((change) => ({ ...change, at: 1 }));
        this.#states.set(itemId, { states: states.slice(-1), others: since });
      }
    }
  }

  /** Null when it can't be told. */
  find(itemId: string): UnsentState | null {
    const known = this.#states.get(itemId);
    return known && known.others.length <= MOST_OTHERS ? known : null;
  }

  clear(): void {
    this.#states.clear();
  }
}
