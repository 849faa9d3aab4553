import { DATA_POLICY, SCRIPT_POLICY, securityHeaders } from "../../../lib/platform/http/security-headers.mjs";

const SCRIPT_PATH = /^\/_next\/static\/|\.js(?:\?|$)/;

/**
 * The headers that no answer goes without, whoever makes it: a page's policy with its nonce comes from proxy.ts, but Next
 * answers much by itself (static files, redirects, bad addresses) and Node some.
 * @param {string} path
 * @param {boolean} isSecure The app is reached over https.
 * @returns {readonly (readonly [name: string, value: string])[]}
 */
export function headersFor(path, isSecure) {
  const policy = SCRIPT_PATH.test(path) ? SCRIPT_POLICY : DATA_POLICY;
  return [...Object.entries(securityHeaders({ isSecure })), ["Content-Security-Policy", policy]];
}

/**
 * Adds to a response, at the moment its head is sent, those of the headers that it does not have by then. Not before: Next
 * puts a route's own header beside one that is there, not in its place.
 * @param {import("node:http").ServerResponse} response
 * @param {ReturnType<typeof headersFor>} headers
 */
export function addMissingHeaders(response, headers) {
  const { writeHead } = response;
  response.writeHead = (status, ...more) => {
    const given = typeof more.at(-1) === "object" ? namesOf(more.at(-1)) : [];
    for (const [name, value] of headers) {
      if (!response.headersSent && !response.hasHeader(name) && !given.includes(name.toLowerCase())) response.setHeader(name, value);
    }
    return writeHead.call(response, status, ...more);
  };
}

/** writeHead takes headers as an object, as pairs, or as names and values in turns. */
function namesOf(given) {
  const names = Array.isArray(given) ? given.flat().filter((_, index) => index % 2 === 0) : Object.keys(given ?? {});
  return names.map((name) => String(name).toLowerCase());
}
