import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAppServer } from "@/scripts/lib/server/create-server.mjs";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Real servers of the kind that stands around the app, on ports of their own, all answering what a test says. */
export class AppServers {
  readonly #answer: Answer;
  readonly #appUrl: string;
  readonly #servers: Server[] = [];

  constructor(answer: Answer, appUrl: string) {
    this.#answer = answer;
    this.#appUrl = appUrl;
  }

  /** @returns the new server's origin. */
  async start(options: Partial<Parameters<typeof createAppServer>[0]> = {}): Promise<string> {
    const server = createAppServer({ answer: this.#answer, appUrl: this.#appUrl, ...options });
    this.#servers.push(server);
    await once(server.listen(0, "127.0.0.1"), "listening");
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Ends them all, with what is still connected. */
  stop(): void {
    for (const server of this.#servers) server.closeAllConnections();
    for (const server of this.#servers) server.close();
  }
}
