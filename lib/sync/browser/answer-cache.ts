import type { Answer, Answers, TableRow } from "@/lib/domain/answer/answers";

/** Answers as objects that stay the same until they change, with who wants to know when they do. */
export class AnswerCache {
  readonly #initial: Answers;
  readonly #read: (itemId: string) => Answer | null;
  readonly #known: Map<string, Answer | null>;
  readonly #itemListeners = new Map<string, Set<() => void>>();
  readonly #anyListeners = new Set<() => void>();

  /** `read` is asked for an answer once it has changed. */
  constructor(initial: Answers, read: (itemId: string) => Answer | null) {
    this.#initial = initial;
    this.#read = read;
    this.#known = new Map(Object.entries(initial));
  }

  get(itemId: string): Answer | null {
    const known = this.#known.get(itemId);
    if (known !== undefined) return known;
    const answer = this.#read(itemId);
    this.#known.set(itemId, answer);
    return answer;
  }

  /** The answer as it was last read or announced: in the middle of a change, as it was before. */
  getKnown(itemId: string): Answer | null {
    return this.#known.get(itemId) ?? null;
  }

  getInitial(itemId: string): Answer | null {
    return this.#initial[itemId] ?? null;
  }

  subscribe(itemId: string, listener: () => void): () => void {
    const listeners = this.#itemListeners.get(itemId) ?? new Set();
    this.#itemListeners.set(itemId, listeners);
    return listen(listeners, listener);
  }

  subscribeAll(listener: () => void): () => void {
    return listen(this.#anyListeners, listener);
  }

  /** The answers to these items changed. */
  announce(itemIds: Iterable<string>): void {
    for (const itemId of itemIds) {
      this.#known.set(itemId, keepUnchangedRows(this.#known.get(itemId) ?? null, this.#read(itemId)));
      this.#itemListeners.get(itemId)?.forEach((listener) => listener());
    }
    this.#anyListeners.forEach((listener) => listener());
  }
}

export function listen<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const isTable = (answer: Answer | null): answer is readonly TableRow[] => Array.isArray(answer);

/** Rows that did not change stay the same objects, so that only the edited row is drawn again. */
function keepUnchangedRows(before: Answer | null, after: Answer | null): Answer | null {
  if (!isTable(before) || !isTable(after)) return after;
  const old = new Map(before.map((row) => [row.id, row]));
  return after.map((row) => {
    const same = old.get(row.id);
    return same && JSON.stringify(same.cells) === JSON.stringify(row.cells) ? same : row;
  });
}
