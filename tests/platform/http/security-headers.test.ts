import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "@/lib/platform/http/security-headers.mjs";

const live = { nonce: "bm9uY2U=", isSecure: true, isDevelopment: false };

describe("the content security policy", () => {
  test.each([
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "default-src 'self'",
    "worker-src 'self'",
    "script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'",
    "style-src 'self' 'nonce-bm9uY2U='",
    "upgrade-insecure-requests",
  ])("says %s", (directive) => {
    expect(contentSecurityPolicy(live).split("; ")).toContain(directive);
  });

  test("lets no inline or evaluated script run", () => {
    const scripts = contentSecurityPolicy(live).split("; ").find((directive) => directive.startsWith("script-src"));
    expect(scripts).not.toMatch(/unsafe/);
    expect(contentSecurityPolicy(live)).not.toMatch(/https?:|\*/);
  });

  test("doesn't send plain http to https where there is none", () => {
    expect(contentSecurityPolicy({ ...live, isSecure: false })).not.toContain("upgrade-insecure-requests");
  });
});

describe("the other headers", () => {
  test("keep https for a year once it is there", () => {
    expect(securityHeaders({ isSecure: true })["Strict-Transport-Security"]).toBe("max-age=31536000; includeSubDomains");
    expect(securityHeaders({ isSecure: false })["Strict-Transport-Security"]).toBeUndefined();
  });

  test("refuse guessing types, framing, and telling other sites where people were", () => {
    expect(securityHeaders({ isSecure: true })).toMatchObject({
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "same-origin",
    });
  });
});
