import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { applyUpdate, decodeUpdate, encodeStateAsUpdate, encodeStateVector, Item, parseUpdateMeta } from "yjs";
import { createDocument, readAnswers, writeAnswer } from "@/lib/sync/document/document";
import { editionOf, nextEditionSeq } from "@/lib/sync/edition";
import { EDITION_HEADER, PROTOCOL_HEADER, REFRESH, SEQ_HEADER } from "@/lib/sync/protocol";
import { UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import { ITEMS, STATUS } from "../document/sample-items";

/** Whoever saves beside the person under test. */
export const GRACE = { userId: "grace", name: "Grace H." };

/** How the server treats what is sent to it. */
type Behaviour =
  | "save"
  /** Hangs up without an answer. */
  | "hang-up"
  /** Takes requests in and never answers. */
  | "hang"
  /** Saves, and then the answer is lost. */
  | "save-and-hang-up"
  | { readonly status: number; readonly type?: string; readonly retryAfter?: number; readonly body: string };

/** A real HTTP server that speaks the updates route's protocol over a document in memory. */
export class UpdatesServer {
  readonly #http = createServer((request, response) => void this.#answer(request, response));
  behaviour: Behaviour = "save";
  /** Who may read: with a number, asking for updates gets that status. */
  access: "open" | "someone-else" | number = "open";
  /** A longer text in one answer is refused, naming the item. */
  maxLength = 100;
  doc = createDocument(ITEMS);
  seq = 0;
  readonly received: Uint8Array[] = [];
  /** Somebody hostile takes the numbers of so many of the next changes before they come. */
  steals = 0;
  readonly #stolen = new Map<number, number>();
  /** Whose changes the requests said they carry. */
  readonly users = new Set<unknown>();
  /** The server was renewed: it no longer speaks with pages as old as these. */
  isRenewed = false;
  /** Which versions the requests named, and the addresses of the streams. */
  readonly versions = new Set<unknown>();
  streamAddress = "";
  /** How the event stream behaves; a number is the status it is refused with. */
  streaming: "open" | "silent" | number = 404;
  readonly #streams = new Set<ServerResponse>();
  /** How often a stream was asked for. */
  streamsAsked = 0;
  /** How often the updates were asked for. */
  pulls = 0;
  #open = 0;
  mostAtOnce = 0;
  #isHolding = false;
  readonly #waiting: (() => void)[] = [];

  static async start(): Promise<UpdatesServer> {
    const server = new UpdatesServer();
    await new Promise<void>((resolve) => server.#http.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/updates`;
  }

  get answers() {
    return readAnswers(this.doc, ITEMS);
  }

  get state(): { documentState: string; seq: number; answers: ReturnType<typeof readAnswers> } {
    return { documentState: Buffer.from(encodeStateAsUpdate(this.doc)).toString("base64"), seq: this.seq, answers: this.answers };
  }

  /** Requests that wait for `release`. */
  get held(): number {
    return this.#waiting.length;
  }

  /** Holds answers back until `release`; each is given as the server behaved when it was asked. */
  hold(): void {
    this.#isHolding = true;
  }

  release(): void {
    this.#isHolding = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Holds back only what it holds already. */
  letPass(): void {
    this.#isHolding = false;
  }

  async stop(): Promise<void> {
    this.release();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** A teammate's change, saved. */
  save(update: Uint8Array): void {
    applyUpdate(this.doc, update);
    this.seq++;
    this.send("update", { seq: this.seq, update: Buffer.from(update).toString("base64"), by: GRACE, itemIds: [] });
  }

  /** Builds the document anew from its answers, as the server does. */
  rebuild(): void {
    const { answers } = this;
    this.doc = createDocument(ITEMS);
    for (const item of ITEMS) if (answers[item.id] !== undefined) writeAnswer(this.doc, item, answers[item.id] as never);
    this.seq = nextEditionSeq(this.seq);
    const update = Buffer.from(encodeStateAsUpdate(this.doc)).toString("base64");
    this.send("update", { seq: this.seq, update, by: GRACE, itemIds: [] });
  }

  /** Writes something else under the numbers of this change. */
  #steal(update: Uint8Array): void {
    const { from, to } = parseUpdateMeta(update);
    for (const [writer, clock] of from) {
      if (this.#stolen.has(writer)) continue;
      const doc = createDocument(ITEMS);
      applyUpdate(doc, encodeStateAsUpdate(this.doc));
      doc.clientID = writer;
      for (let taken = clock; taken < (to.get(writer) as number); taken++) writeAnswer(doc, STATUS, taken % 2 ? "in-progress" : "yes");
      applyUpdate(this.doc, encodeStateAsUpdate(doc));
      this.#stolen.set(writer, clock);
    }
    this.seq++;
    this.steals--;
  }

  #buildsOnStolen(update: Uint8Array): boolean {
    return decodeUpdate(update).structs.some(
      (struct) => struct instanceof Item && struct.origin !== null && struct.origin.clock >= (this.#stolen.get(struct.origin.client) ?? Infinity),
    );
  }

  /** Sends an event to everyone who has a stream. */
  send(type: string, data: unknown): void {
    for (const stream of this.#streams) stream.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  get openStreams(): number {
    return this.#streams.size;
  }

  /** The network between breaks every stream. */
  breakStreams(): void {
    for (const stream of this.#streams) stream.destroy();
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    this.streamsAsked++;
    if (typeof this.streaming === "number") return json(response, this.streaming, { error: "no-access", message: "Not yours to see." });
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    if (this.streaming === "silent") return;
    this.#streams.add(response);
    response.on("close", () => this.#streams.delete(response));
    response.write(`event: hello\ndata: {"seq":${this.seq}}\n\n`);
    const update = Buffer.from(encodeStateAsUpdate(this.doc)).toString("base64");
    if (this.seq > 0) response.write(`event: update\ndata: ${JSON.stringify({ seq: this.seq, update, by: null, itemIds: [] })}\n\n`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.behaviour === "hang") return;
    if (request.url?.startsWith("/updates")) this.versions.add(request.headers[PROTOCOL_HEADER]);
    else this.streamAddress = request.url ?? "";
    if (this.isRenewed) return json(response, 409, { error: REFRESH, message: "Reload the page." });
    if (request.url?.startsWith("/events")) return this.#stream(request, response);
    if (request.method === "GET") {
      this.pulls++;
      const { access } = this;
      if (this.behaviour === "hang-up") return void request.socket.destroy();
      await this.#turn();
      if (access === "someone-else") return json(response, 401, { error: "someone-else", message: "Not you." });
      if (access !== "open") return json(response, access, { error: "no-access", message: "Not yours to see." });
      return json(response, 200, { seq: this.seq, update: Buffer.from(encodeStateAsUpdate(this.doc)).toString("base64") });
    }
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#open);
    const { behaviour } = this;
    await this.#turn();
    this.#open--;
    const update = Buffer.concat(chunks);
    this.received.push(update);
    this.users.add(request.headers["workbook-user"]);
    if (typeof behaviour === "object") {
      const { status, type = "application/json", retryAfter, body } = behaviour;
      if (retryAfter !== undefined) response.setHeader("retry-after", retryAfter);
      response.writeHead(status, { "content-type": type }).end(body);
    } else if (behaviour === "hang-up") request.socket.destroy();
    else this.#save(update, behaviour, request, response);
  }

  async #turn(): Promise<void> {
    if (this.#isHolding) await new Promise<void>((go) => this.#waiting.push(go));
  }

  #save(update: Uint8Array, behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
    if (update.byteLength > UPDATE_MAX_BYTES) {
      return json(response, 413, { error: "too-large", message: "This change is too large.", itemId: null });
    }
    if (Number(request.headers[EDITION_HEADER]) !== editionOf(this.seq)) {
      return json(response, 409, { error: "rebuilt", message: "Reload the page." });
    }
    if (this.steals > 0) this.#steal(update);
    const { to } = parseUpdateMeta(update);
    const writers = [...this.#stolen].flatMap(([writer, clock]) => ((to.get(writer) ?? 0) > clock ? [{ writer, clock }] : []));
    if (writers.length > 0) return json(response, 409, { error: "apart", message: "Reload the page.", writers });
    if (this.#buildsOnStolen(update)) return json(response, 422, { error: "malformed", message: "This change could not be read.", itemId: null });
    const trial = createDocument(ITEMS);
    applyUpdate(trial, encodeStateAsUpdate(this.doc));
    let isNew = false;
    trial.on("update", () => (isNew = true));
    applyUpdate(trial, update);
    if (trial.store.pendingStructs) {
      const stateVector = Buffer.from(encodeStateVector(this.doc)).toString("base64");
      return json(response, 409, { error: "behind", message: "Earlier changes are missing.", stateVector });
    }
    const tooLong = Object.entries(readAnswers(trial, ITEMS)).find(([, answer]) => typeof answer === "string" && answer.length > this.maxLength);
    if (tooLong) return json(response, 422, { error: "invalid-answer", message: "Shorten this answer.", itemId: tooLong[0] });
    if (isNew) this.save(update);
    if (behaviour === "save-and-hang-up") request.socket.destroy();
    else response.writeHead(204, { [SEQ_HEADER]: isNew ? this.seq : 0 }).end();
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
