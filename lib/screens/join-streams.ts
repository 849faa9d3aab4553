import "server-only";

/** The comment that keeps a stream open; it belongs to no one of several. */
const COMMENT = ":".charCodeAt(0);

const encoder = new TextEncoder();
/** What has become of a stream that was asked for along with another and may not be opened. */
const REFUSED = encoder.encode("event: refused\ndata: {}\n\n");

/**
 * One body for the streams of several tabs: a browser opens six connections to a host over HTTP/1.1, and pages have to
 * come through them as well. The events of `own` go on as they are; those of the others are marked by a first line of
 * data, their place among them. It ends when all have; one that is cut cuts all, since the browser comes back with each.
 */
export function joinStreams(
  own: ReadableStream<Uint8Array>,
  others: readonly (ReadableStream<Uint8Array> | null)[],
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();

  async function pass(stream: ReadableStream<Uint8Array> | null, mark: Uint8Array): Promise<void> {
    if (!stream) return writer.write(Buffer.concat([mark, REFUSED]));
    for await (const event of stream as unknown as AsyncIterable<Uint8Array>) {
      await writer.write(event[0] === COMMENT ? event : Buffer.concat([mark, event]));
    }
  }

  const passing = [
    pass(own, encoder.encode("")),
    ...others.map((stream, place) => pass(stream, encoder.encode(`data: ${place}\n`))),
  ];
  Promise.all(passing)
    .then(() => writer.close())
    // The reader is gone, or a stream was cut.
    .catch((reason: unknown) => writer.abort(reason))
    .catch(() => undefined);
  return readable;
}
