import {
  DEFAULT_EXPORT,
  type ExportConflict,
  type ExportContent,
  type ExportOptions,
  parseExportOptions,
} from "@/lib/exports/document/export-options";
import type { ExportRights } from "@/lib/exports/read/export-rights";

export type PageParameters = Readonly<Record<string, string | string[] | undefined>>;

/** What the page's address asks for. */
export interface AskedExport {
  /** What the form shows as chosen. */
  readonly options: ExportOptions;
  /** Why these choices make no file; null when they do. `parameter` tells which of them to change. */
  readonly problem: { readonly parameter: ExportConflict["parameter"] | null; readonly message: string } | null;
}

function toSearch(parameters: PageParameters): URLSearchParams {
  return new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as [string, string])),
  );
}

/** The first kind of content that the person may have; of chosen tools, all that are theirs. */
function usualOptions(rights: ExportRights, options: ExportOptions): ExportOptions {
  const content: ExportContent = rights.contents[0] ?? "forms";
  return { ...options, content, tools: content === "tools" ? rights.tools.map(({ slug }) => slug) : [] };
}

/**
 * Reads the page's address. Times are given in the agency's zone unless it names another. A file goes places: unless the address
 * says otherwise, people are in it by role.
 */
export function readAskedExport(parameters: PageParameters, rights: ExportRights, timeZone: string): AskedExport {
  const search = toSearch(parameters);
  if (!search.has("timeZone")) search.set("timeZone", timeZone);
  if (!search.has("names")) search.set("names", "roles");
  const parsed = parseExportOptions(search);
  const understood = parsed.ok ? parsed.options : parsed.conflict?.options;
  if (!understood) {
    const options = usualOptions(rights, { ...DEFAULT_EXPORT, names: "roles", timeZone });
    return { options, problem: { parameter: null, message: "We could not read this address, so the usual choices are shown." } };
  }
  if (!search.has("content")) return { options: usualOptions(rights, understood), problem: null };
  if (!rights.contents.includes(understood.content)) {
    const message = "What this address asks for is not open to you, so another choice is shown.";
    return { options: usualOptions(rights, understood), problem: { parameter: null, message } };
  }
  return { options: understood, problem: parsed.ok ? null : (parsed.conflict ?? null) };
}
