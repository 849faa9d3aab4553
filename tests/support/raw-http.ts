import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface RawAnswer {
  readonly status: number;
  /** Header names in lower case; of one that came several times, a value a line. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A connection on which a test writes what no HTTP client would. */
export class RawConnection {
  readonly #socket: Socket;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<unknown>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => this.#chunks.push(chunk));
    // A server that has answered may hang up on what is still being sent.
    socket.on("error", () => undefined);
    this.#ended = once(socket, "close");
  }

  static async open(origin: string): Promise<RawConnection> {
    const { port } = new URL(origin);
    const socket = connect(Number(port), "127.0.0.1");
    await once(socket, "connect");
    return new RawConnection(socket);
  }

  /** Resolves when the system has taken it. */
  async write(bytes: string | Uint8Array): Promise<void> {
    await new Promise<void>((resolve) => this.#socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes, () => resolve()));
  }

  /** Everything that came, once the server has closed the connection; null when it closed without a word. */
  async answer(): Promise<RawAnswer | null> {
    await this.#ended;
    const text = Buffer.concat(this.#chunks).toString("latin1");
    const [head = "", ...rest] = text.split("\r\n\r\n");
    const [first = "", ...lines] = head.split("\r\n");
    const status = /^HTTP\/1\.1 (\d{3})/.exec(first)?.[1];
    if (!status) return null;
    const headers = new Map<string, string>();
    for (const line of lines) {
      const [name, value] = [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()];
      headers.set(name, headers.has(name) ? `${headers.get(name)}\n${value}` : value);
    }
    return { status: Number(status), headers, body: rest.join("\r\n\r\n") };
  }

  /** Hangs up the way a crashed client does. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  hangUp(): void {
    this.#socket.destroy();
  }
}

/** Sends these bytes on a connection of their own. */
export async function sendRaw(origin: string, bytes: string): Promise<RawAnswer | null> {
  const connection = await RawConnection.open(origin);
  await connection.write(bytes);
  return connection.answer();
}

/** The head of a request after which the server is to close the connection. */
export function rawHead(line: string, headers: Readonly<Record<string, string>>): string {
  const all = { Host: "localhost", Connection: "close", ...headers };
  return `${line} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}
