import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";

interface Arguments {
  readonly params: Promise<{ nextauth: string[] }>;
}

// Only what the sign-in and sign-out forms need; next-auth's own pages, its session endpoint (which accepts data from
// the client) and its log stay shut.
const OPEN: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf"],
  POST: ["callback", "signout"],
};

async function handle(request: NextRequest, context: Arguments): Promise<Response> {
  const { nextauth } = await context.params;
  const action = nextauth[0] ?? "";
  if (!OPEN[request.method]?.includes(action)) return new Response(null, { status: 404 });
  const response: Response = await NextAuth(request, context, authOptions());
  // Not "storage": changes that were not sent yet wait there, and the app clears them itself.
  if (action === "signout") response.headers.set("Clear-Site-Data", '"cache"');
  response.headers.set("Cache-Control", "no-store");
  return response;
}

export { handle as GET, handle as POST };
