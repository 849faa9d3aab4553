import { env } from "@/lib/env";
import { buildJsonSchema } from "@/lib/transfer/json-schema";

export const dynamic = "force-dynamic";

/** The JSON Schema of downloads as JSON, for anyone: it holds nothing of anybody's. Made when asked for: its address is a setting. */
export function GET(): Response {
  return new Response(`${JSON.stringify(buildJsonSchema(env().APP_URL), null, 2)}\n`, {
    headers: {
      "Content-Type": "application/schema+json",
      "Cache-Control": "public, max-age=86400",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
