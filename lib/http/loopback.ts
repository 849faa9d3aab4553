const HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
const ADDRESS = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i;

/** Whether a Host header names this machine itself: then no other site's name can have led the browser here. */
export function isLoopbackHost(host: string): boolean {
  return HOST.test(host);
}

/** Whether an address of a connection is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return ADDRESS.test(address);
}
