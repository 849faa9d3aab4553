import "server-only";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { ExportError } from "@/lib/exports/document/export-error";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";
import { env } from "@/lib/platform/env";
import { schemaAddress } from "./json-schema";
import { buildWorkbookFile } from "./workbook-file";

/** Half of a surrogate pair: no character, and refused by many readers of JSON. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * The export as JSON, made in the export process itself: writing it costs no more than handing the same data to a worker. Everything is
 * kept as it was typed, control characters included; only half characters become "�" and are counted.
 */
export async function renderJson(document: ExportDocument): Promise<RenderedExport> {
  let notShown = 0;
  const wellFormed = (_key: string, value: unknown) => {
    if (typeof value !== "string" || value.isWellFormed()) return value;
    notShown += value.match(LONE_SURROGATE)?.length ?? 0;
    return value.toWellFormed();
  };
  const file = buildWorkbookFile(document, schemaAddress(env().APP_URL));
  try {
    return { bytes: Buffer.from(`${JSON.stringify(file, wellFormed, 2)}\n`), notShown };
  } catch (error) {
    // The longest string there can be is half a gigabyte.
    if (error instanceof RangeError) throw new ExportError("too-large", error);
    throw error;
  }
}
