import { buildJsonSchema } from "@/lib/exports/json/json-schema";
import { env } from "@/lib/platform/env";
import { schemaResponse } from "../schema-response";

export const dynamic = "force-dynamic";

/** The JSON Schema of downloads as JSON. Made when asked for: its address is a setting. */
export function GET(): Response {
  return schemaResponse(buildJsonSchema(env().APP_URL));
}
