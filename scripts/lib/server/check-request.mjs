import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { isOwnOrigin } from "../../../lib/platform/http/own-origin.mjs";

/**
 * @typedef {object} Refusal
 * @property {number} status
 * @property {string} words
 * @property {Record<string, string>} [headers]
 */

const METHODS = ["GET", "HEAD", "POST", "DELETE", "OPTIONS"];
const HOST = /^(?:\[[\da-f:.]+\]|[\w.-]{1,253})(?::\d{0,5})?$/i;
/** Headers that would have Next's file server answer 412 or 416, for which Next has no page: then it fails (500). Without them the file comes whole, which every client takes. */
const LEFT_OUT = ["range", "if-range", "if-match", "if-unmodified-since"];
/** Pages of Next's own that are no addresses. */
const INTERNAL = /^\/_global-error(?:[./]|$)/;

const ROUTER_STATE_LENGTH = 8_000;
/** Of brackets, two for each part of an address. Ours need some twenty. */
const ROUTER_STATE_DEPTH = 80;

const bad = (words) => ({ status: 400, words });

/**
 * Why a request is refused before anybody answers it, or null: what is malformed would otherwise be an error inside Next
 * (status 500) or read differently by different readers. Brings an address in absolute form (`GET http://host/path`) into
 * the usual one: Next would redirect to that host.
 * @param {import("node:http").IncomingMessage} request
 * @param {string} appUrl
 * @returns {Refusal | null}
 */
export function checkRequest(request, appUrl) {
  const { method = "", headers } = request;
  if (!METHODS.includes(method)) return { status: 405, words: "This method is not used here.", headers: { Allow: METHODS.join(", ") } };
  return checkHost(request) ?? checkAddress(request) ?? checkHeaders(headers, appUrl);
}

function checkHost({ headers, rawHeaders, httpVersionMajor, httpVersionMinor }) {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length === 0 && httpVersionMajor === 1 && httpVersionMinor === 0) return null;
  return hosts.length === 1 && HOST.test(headers.host ?? "") ? null : bad("The request must name one host.");
}

function checkAddress(request) {
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/i.exec(request.url ?? "");
  if (absolute) {
    const [, authority, rest] = absolute;
    if (authority.toLowerCase() !== request.headers.host?.toLowerCase()) return bad("The address and the Host header differ.");
    request.url = rest.startsWith("/") ? rest : `/${rest}`;
  }
  const { url = "" } = request;
  const [path, query = ""] = url.split("?", 2);
  if (!path.startsWith("/")) return bad("This is no address of the workbook.");
  if (INTERNAL.test(path)) return { status: 404, words: "There is nothing at this address." };
  return isReadable(path) && !/%00/.test(query) ? null : bad("This address can't be read.");
}

/** Percent-encoding that is UTF-8 without control characters. */
function isReadable(path) {
  try {
    return !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

function checkHeaders(headers, appUrl) {
  for (const name of LEFT_OUT) delete headers[name];
  const { origin } = headers;
  if (origin !== undefined && origin !== "null" && !URL.canParse(origin)) return bad("The Origin header can't be read.");
  // Next refuses these too, but as a failure of its own (500), and it believes any Host.
  if (headers["next-action"] !== undefined && origin !== undefined && !isOwnOrigin(origin, headers.host, appUrl)) {
    return { status: 403, words: "This request did not come from the workbook's own pages." };
  }
  return isRouterState(headers["next-router-state-tree"]) ? null : bad("The router's state can't be read.");
}

/** By Next's own check, once length and depth are bounded: it took 1 s for a header of 10 KB, nested 1,000 deep. */
function isRouterState(header) {
  if (header === undefined) return true;
  try {
    if (header.length > ROUTER_STATE_LENGTH || depthOf(decodeURIComponent(header)) > ROUTER_STATE_DEPTH) return false;
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

function depthOf(json) {
  let depth = 0;
  let most = 0;
  for (const sign of json) {
    if (sign === "[" || sign === "{") most = Math.max(most, (depth += 1));
    else if (sign === "]" || sign === "}") depth -= 1;
  }
  return most;
}

/**
 * The same for a body that is whole: a form in parts must have an end, and a server action's arguments must be JSON.
 * @param {import("node:http").IncomingMessage} request
 * @param {readonly Buffer[]} chunks
 * @returns {Refusal | null}
 */
export function checkBody({ headers }, chunks) {
  const type = headers["content-type"] ?? "";
  if (/^multipart\/form-data/i.test(type)) {
    const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
    const isWhole = boundary && Buffer.concat(chunks).includes(`--${boundary[1] ?? boundary[2]}--`);
    return isWhole ? null : bad("This form arrived incomplete.");
  }
  return headers["next-action"] === undefined || isJson(Buffer.concat(chunks).toString()) ? null : bad("This form can't be read.");
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
