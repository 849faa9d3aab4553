import type { ResponseStore } from "@/lib/sync/browser/response-store";

export type Stop = () => void;

interface Hearing {
  readonly start: (store: ResponseStore) => Stop;
  stop: Stop | null;
}

interface OpeningStoreOptions {
  readonly load: () => Promise<ResponseStore>;
  /** The store has come. */
  readonly onOpened: (store: ResponseStore) => void;
  /** It could not be loaded: most of the time there is no network. Can be tried again. */
  readonly onFailed: () => void;
}

/** A store that comes later, and who waits for it. */
export class OpeningStore {
  readonly #options: OpeningStoreOptions;
  readonly #hearing = new Set<Hearing>();
  #store: ResponseStore | null;
  #opening: Promise<ResponseStore> | null;

  /** @param store That of an earlier visit, where its script is there already. */
  constructor(options: OpeningStoreOptions, store: ResponseStore | null) {
    this.#options = options;
    this.#store = store;
    this.#opening = store && Promise.resolve(store);
  }

  get store(): ResponseStore | null {
    return this.#store;
  }

  /** Loads the store, unless it is there or on its way. */
  open(): Promise<ResponseStore> {
    this.#opening ??= this.#options.load().then(
      (store) => this.#take(store),
      (error: unknown) => {
        this.#opening = null;
        this.#options.onFailed();
        throw error;
      },
    );
    return this.#opening;
  }

  /** Acts at once where the store is there, else as soon as it is; without it, not at all. */
  whenOpen(act: (store: ResponseStore) => void): void {
    if (this.#store) act(this.#store);
    else this.open().then(act, () => undefined);
  }

  /** Listens to the store from when it has come. Loads nothing. */
  hear(start: (store: ResponseStore) => Stop): Stop {
    if (this.#store) return start(this.#store);
    const hearing: Hearing = { start, stop: null };
    this.#hearing.add(hearing);
    return () => {
      this.#hearing.delete(hearing);
      hearing.stop?.();
    };
  }

  #take(store: ResponseStore): ResponseStore {
    this.#store = store;
    for (const hearing of this.#hearing) hearing.stop = hearing.start(store);
    this.#options.onOpened(store);
    return store;
  }
}
