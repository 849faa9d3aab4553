// Plain JavaScript: the server around Next (scripts/lib/server), which is no part of the bundle, asks it too.

const HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
const ADDRESS = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i;

/**
 * Whether a Host header names this machine itself: then no other site's name can have led the browser here.
 * @param {string} host
 */
export function isLoopbackHost(host) {
  return HOST.test(host);
}

/**
 * Whether an address of a connection is this machine's own.
 * @param {string} address
 */
export function isLoopbackAddress(address) {
  return ADDRESS.test(address);
}

/**
 * Whether a page under this origin is ours: under APP_URL, or under the name of this machine that the request itself was
 * sent to. Any other name in Host proves nothing, because whoever owns a name can have it point here.
 * @param {string} origin of an Origin header
 * @param {string | null | undefined} host of the same request
 * @param {string} appUrl
 */
export function isOwnOrigin(origin, host, appUrl) {
  // As browsers spell it, and nearly always so.
  if (origin === appUrl) return true;
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  return asked.origin === new URL(appUrl).origin || (isLoopbackHost(asked.host) && asked.host === host);
}
