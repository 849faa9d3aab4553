/** The request header in which proxy.ts tells a tool's page that this browser opens the tool for the first time. */
export const FIRST_VISIT_HEADER = "x-first-visit";

/** Holds the tools that this browser has opened: their directions are folded from then on. Nothing else depends on it. */
export const SEEN_TOOLS_COOKIE = "seen-tools";

const TOOL_PAGE = /^\/teams\/[^/]+\/tools\/([\w-]{1,40})$/;
const MOST_TOOLS = 60;
const ONE_YEAR_SECONDS = 31_536_000;

interface Visit {
  readonly isFirst: boolean;
  /** The cookie to set, when it is to change. */
  readonly cookie: string | null;
}

/**
 * What opening this address means for the cookie; null for any other page.
 * @param known The cookie's value as the browser sent it.
 */
export function noteVisit(pathname: string, known: string | undefined, isSecure: boolean): Visit | null {
  const slug = TOOL_PAGE.exec(pathname)?.[1];
  if (slug === undefined) return null;
  const seen = (known ?? "").split(".").filter((part) => /^[\w-]{1,40}$/.test(part));
  if (seen.includes(slug)) return { isFirst: false, cookie: null };
  const value = [...seen, slug].slice(-MOST_TOOLS).join(".");
  const attributes = `Path=/; Max-Age=${ONE_YEAR_SECONDS}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  return { isFirst: true, cookie: `${SEEN_TOOLS_COOKIE}=${value}; ${attributes}` };
}
