import type { IncomingMessage, ServerResponse } from "node:http";
import { DATA_HEADERS } from "./data-headers";
import type { RouteRequest } from "./route-request";

export interface DirectRoute<Params> {
  readonly method: string;
  /** The route's parameters when a request's path and query are its address, else null. */
  readonly readParams: (url: string) => Params | null;
  readonly handler: (request: RouteRequest, route: { readonly params: Promise<Params> }) => Promise<Response>;
}

/** Answers a request that is its route's; gives false, and leaves alone, any other. */
export type DirectAnswer = (request: IncomingMessage, response: ServerResponse) => boolean;

const holder = globalThis as typeof globalThis & { workbookDirectAnswer?: DirectAnswer };
const offered: DirectAnswer[] = [];

/**
 * Offers a route's handler to the server (scripts/lib/app-server.mjs), so that its requests need not pass through Next,
 * whose handling was most of what a save cost. It stays an ordinary route: whatever is not answered here, Next answers.
 */
export function offerDirectRoute<Params>(route: DirectRoute<Params>): void {
  offered.push(directAnswer(route));
  holder.workbookDirectAnswer = (request, response) => offered.some((answer) => answer(request, response));
}

export function directAnswer<Params>({ method, readParams, handler }: DirectRoute<Params>): DirectAnswer {
  return (request, response) => {
    const params = request.method === method ? readParams(request.url ?? "") : null;
    if (params === null) return false;
    handler(routeRequest(request), { params: Promise.resolve(params) })
      .then((answer) => send(answer, response))
      .catch((error: unknown) => {
        console.error(`${method} ${request.url} failed:`, error);
        response.destroy();
      });
    return true;
  };
}

const ALWAYS: readonly string[] = DATA_HEADERS.flatMap(({ key, value }) => [key, value]);

function routeRequest(request: IncomingMessage): RouteRequest {
  const { headers, method = "", url = "" } = request;
  return {
    method,
    url: `http://localhost${url}`,
    headers: { get: (name) => headers[name.toLowerCase()]?.toString() ?? null },
    // Whoever stops reading still wants to answer: the connection must outlive the body.
    body: { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) },
    takeWhole: () => takeWhole(request),
  };
}

/** Reading piece by piece, with a deadline for each, costs more than a small body is long. */
function takeWhole(request: IncomingMessage): Uint8Array<ArrayBuffer> | null {
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (!request.complete || request.readableLength !== length || length === 0) return null;
  return request.read(length) as Buffer<ArrayBuffer> | null;
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  const headers = ALWAYS.slice();
  for (const [name, value] of answer.headers) headers.push(name, value);
  const body = answer.body ? Buffer.from(await answer.arrayBuffer()) : undefined;
  if (body) headers.push("Content-Length", String(body.byteLength));
  // As pairs and with the head in one go: one by one they cost several times as much.
  response.writeHead(answer.status, headers);
  response.end(body);
}
