import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { cleanAuthRequest, forgetCallback } from "@/lib/platform/auth/clean-auth-request";
import { authOptions, PASSWORD_PROVIDER, SAMPLE_PROVIDER } from "@/lib/platform/auth/options";
import { forgetSeat } from "@/lib/platform/auth/seat-cookie";
import { sessionCookieName } from "@/lib/platform/auth/session-cookie";

interface Arguments {
  readonly params: Promise<{ nextauth: string[] }>;
}

// Only what the sign-in and sign-out forms need; next-auth's own pages, its session endpoint (which accepts data from
// the client) and its log stay shut.
const OPEN = new Set(["GET csrf", "POST signout", `POST callback/${PASSWORD_PROVIDER}`, `POST callback/${SAMPLE_PROVIDER}`]);

async function handle(request: NextRequest, context: Arguments): Promise<Response> {
  const { nextauth } = await context.params;
  if (!OPEN.has(`${request.method} ${nextauth.join("/")}`)) return new Response(null, { status: 404 });
  const options = authOptions();
  const clean = await cleanAuthRequest(request, options);
  if (!clean) return forgetCallback(options);
  const response: Response = await NextAuth(clean, context, options);
  // Not "storage": changes that were not sent yet wait there, and the app clears them itself.
  if (nextauth[0] === "signout") response.headers.set("Clear-Site-Data", '"cache"');
  // Whoever uses this browser next is not in a meeting either.
  if (endsSession(response)) forgetSeat(response.headers);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

/** Whether the browser is told to forget who is signed in. */
function endsSession(response: Response): boolean {
  return response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookieName()}=;`));
}

export { handle as GET, handle as POST };
