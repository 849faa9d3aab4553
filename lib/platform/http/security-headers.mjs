// Plain JavaScript: the server around Next (scripts/lib/server), which is no part of the bundle, reads it too.

/**
 * @typedef {object} HeaderOptions
 * @property {string} nonce
 * @property {boolean} isSecure The app is reached over https.
 * @property {boolean} isDevelopment The development server evaluates code and injects styles.
 */

/**
 * One nonce per response; nothing may be framed, embedded or posted elsewhere.
 * @param {HeaderOptions} options
 * @returns {string}
 */
export function contentSecurityPolicy({ nonce, isSecure, isDevelopment }) {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Attributes only: charts and growing text boxes set widths and heights. They can't load or run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    // The page for when there is no network; 'strict-dynamic' above would not let it in.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** For answers that are data: opened in a browser they may do nothing. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** For scripts: one that runs as a worker lives under the policy it came with, not its page's. */
export const SCRIPT_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The headers of every answer, besides a policy.
 * @param {Pick<HeaderOptions, "isSecure">} options
 * @returns {Readonly<Record<string, string>>}
 */
export function securityHeaders({ isSecure }) {
  return {
    "X-Content-Type-Options": "nosniff",
    // Links in letters carry tokens; they stay on this site. ("no-referrer" would also blank the Origin of our own posts.)
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ...(isSecure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
