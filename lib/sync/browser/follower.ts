/** Keeps the store up to date with the server, as the page comes and goes. */
export interface Follower {
  /** Looks for the server at once. */
  wake(): void;
  show(): void;
  hide(): void;
  /** The device says it has no network. */
  lose(): void;
  /** The server took a change. */
  reached(): void;
  stop(): void;
}
