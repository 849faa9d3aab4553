import { createServer } from "node:http";
import { nameConnection, sourceOf } from "../connection.mjs";
import { addMissingHeaders, headersFor } from "./answer-headers.mjs";
import { bodyLimit } from "./body-limits.mjs";
import { BodyPlaces } from "./body-places.mjs";
import { checkBody, checkRequest } from "./check-request.mjs";
import { hasBody, holdBody } from "./hold-body.mjs";
import { answerRaw, statusOfError } from "./raw-answers.mjs";

const HEADERS_WITHIN_MS = 15_000;
/** Only what no other deadline ends: the largest import at the slowest pace allowed. */
const REQUEST_WITHIN_MS = 75 * 60_000;
const CHECK_EVERY_MS = 5_000;
/** Streams hold a connection for each open tab. */
const MOST_CONNECTIONS = 10_000;
/** How long the rest of a body that was answered already may still come: a connection closed at once loses the answer. */
const REST_WITHIN_MS = 5_000;

const WORDS = { "too-large": [413, "This is more than the workbook takes in one piece."], "too-slow": [408, "This took too long to arrive."] };

/**
 * The server around the app: every answer has the security headers, what is malformed is refused with 4xx, and a body is
 * held to its limits and pace and handed on when it is whole.
 * @param {object} options
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void} options.answer
 * @param {string} options.appUrl Where people reach the app.
 * @param {import("../../../lib/platform/http/body-pace.mjs").Pace} [options.pace]
 * @param {number} [options.headersWithinMs]
 * @param {number} [options.bodiesPerSource]
 * @param {number} [options.trustedProxies]
 */
export function createAppServer({ answer, appUrl, pace, headersWithinMs = HEADERS_WITHIN_MS, bodiesPerSource, trustedProxies = 0 }) {
  const isSecure = appUrl.startsWith("https://");
  const places = new BodyPlaces(bodiesPerSource);
  /** The response under way on each connection. */
  const underWay = new WeakMap();

  async function receive(request, response, isAwaited) {
    const { socket } = request;
    const source = sourceOf(request, trustedProxies);
    underWay.set(socket, response);
    response.once("finish", () => endRest(request));
    addMissingHeaders(response, headersFor(request.url ?? "/", isSecure));
    nameConnection(request);
    const refusal = checkRequest(request, appUrl);
    if (refusal) return refuse(request, response, refusal);
    if (!hasBody(request)) return answer(request, response);

    const giveBack = places.take(source);
    if (!giveBack) return refuse(request, response, { status: 503, words: "Too much is arriving at once. Please try again.", headers: { "Retry-After": "10" } });
    response.once("close", giveBack);
    request.once("close", giveBack);
    const { maxBytes, isRefusedAbove } = bodyLimit(request);
    if (isAwaited && !(isRefusedAbove && Number(request.headers["content-length"]) > maxBytes)) response.writeContinue();
    const { outcome, chunks } = await holdBody(request, maxBytes, pace);
    if (outcome === "whole") giveBack();
    if (outcome === "gone") return;
    if (outcome === "too-slow" || (outcome === "too-large" && isRefusedAbove)) {
      const [status, words] = WORDS[outcome];
      return refuse(request, response, { status, words });
    }
    const problem = outcome === "whole" && isRefusedAbove ? checkBody(request, chunks) : null;
    if (problem) return refuse(request, response, problem);
    return answer(request, response);
  }

  const server = createServer({
    headersTimeout: headersWithinMs,
    requestTimeout: REQUEST_WITHIN_MS,
    connectionsCheckingInterval: Math.min(CHECK_EVERY_MS, headersWithinMs),
    // Node would answer by itself, without the headers; checkRequest does.
    requireHostHeader: false,
  });
  server.maxConnections = MOST_CONNECTIONS;
  const onRequest = (isAwaited) => (request, response) => void receive(request, response, isAwaited).catch((error) => fail(request, response, error));
  server.on("request", onRequest(false));
  server.on("checkContinue", onRequest(true));
  server.on("checkExpectation", (request, response) => {
    addMissingHeaders(response, headersFor("/", isSecure));
    refuse(request, response, { status: 417, words: "This expectation can't be met." });
  });
  server.on("connect", (_request, socket) => answerRaw(socket, 405, isSecure));
  server.on("clientError", (error, socket) => {
    // In the midst of an answer a second one would spoil the first.
    if (underWay.get(socket)?.headersSent && !underWay.get(socket).writableFinished) socket.destroy();
    else answerRaw(socket, statusOfError(error), isSecure);
  });
  return server;
}

function refuse(request, response, { status, words, headers = {} }) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers });
  response.end(request.method === "HEAD" ? undefined : `${words}\n`);
}

/** Lets the rest of an answered body come for a moment, then ends the connection. */
function endRest(request) {
  if (request.complete) return;
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), REST_WITHIN_MS);
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => clearTimeout(timer));
}

function fail(request, response, error) {
  console.error(`${request.method} ${request.url} failed:`, error);
  if (!response.headersSent) response.statusCode = 500;
  response.end();
}
