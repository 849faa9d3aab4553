/**
 * Loads a page of the app as a whole instead of moving within it: after signing in, out, or changing what one may do,
 * nothing rendered for the person before may stay in the router's memory.
 */
export function loadPage(path: string): void {
  window.location.assign(path);
}
