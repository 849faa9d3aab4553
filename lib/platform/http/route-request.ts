/** What a route reads of a request. A Request has it, and so has Node's own request with little ado (direct-route.ts). */
export interface RouteRequest {
  readonly method: string;
  /** The whole address. Its host is not to be relied on: see `headers`. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
  /** The whole body at once, when all of it is here already (and nobody has begun to read it), else null. */
  readonly takeWhole?: () => Uint8Array<ArrayBuffer> | null;
}
