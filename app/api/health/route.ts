import { canReachDatabase } from "@/lib/platform/db/health";

export const dynamic = "force-dynamic";

/** For load balancers and the launcher: 200 when the app can read its database, else 503. */
export async function GET(): Promise<Response> {
  const ok = await canReachDatabase();
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
