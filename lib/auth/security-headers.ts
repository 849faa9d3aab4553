export interface HeaderOptions {
  readonly nonce: string;
  /** The app is reached over https. */
  readonly isSecure: boolean;
  /** The development server evaluates code and injects styles. */
  readonly isDevelopment: boolean;
}

/** One nonce per response; nothing may be framed, embedded or posted elsewhere. */
export function contentSecurityPolicy({ nonce, isSecure, isDevelopment }: HeaderOptions): string {
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

/** The headers of every answer, besides the policy above. */
export function securityHeaders({ isSecure }: Pick<HeaderOptions, "isSecure">): Readonly<Record<string, string>> {
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
