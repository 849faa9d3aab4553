import { z } from "zod";
import { FORMAT, FORMAT_VERSION, workbookFileSchema } from "./workbook-schema";

/** The address of the published schema under this site; `version` is in it, so that an old file keeps its own. */
export const SCHEMA_PATH = `/schema/${FORMAT}-${FORMAT_VERSION}.json`;

/** Where files of this site say that their schema is. */
export function schemaAddress(appUrl: string): string {
  return `${appUrl}${SCHEMA_PATH}`;
}

/** The file's JSON Schema (draft 2020-12), made from the very schema that types what is written. */
export function buildJsonSchema(appUrl: string): object {
  const { $schema, ...schema } = z.toJSONSchema(workbookFileSchema);
  return { $schema, $id: schemaAddress(appUrl), title: "PS-COPE Workbook", ...schema };
}
