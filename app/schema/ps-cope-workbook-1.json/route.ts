import firstSchema from "@/lib/exports/json/schema-1.json";
import { env } from "@/lib/platform/env";
import { schemaResponse } from "../schema-response";

export const dynamic = "force-dynamic";

/** The schema that files of the first version name: they still can be brought in, so it stays as it was. */
export function GET(): Response {
  return schemaResponse({ ...firstSchema, $id: `${env().APP_URL}/schema/ps-cope-workbook-1.json` });
}
