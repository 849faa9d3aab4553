/** No address of this app comes near it. */
const LONGEST = 2_000;

/** A path of this app to go to after signing in; anything else (another site, a script) becomes the fallback. */
export function safeNextPath(next: string | null | undefined, fallback = "/agencies"): string {
  if (!next || next.length > LONGEST || !next.startsWith("/")) return fallback;
  // "//host", "/\host" and control characters would leave this site.
  if (/^\/[/\\]/.test(next) || /[\u0000-\u001f\u007f]/.test(next)) return fallback;
  return next;
}
