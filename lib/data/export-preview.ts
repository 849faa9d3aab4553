import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import type { ExportAbout } from "@/lib/export/export-document";
import type { ExportOptions } from "@/lib/export/export-options";
import type { ToolReport } from "@/lib/tools/report-model";
import { isSameTool, toolKey, type ToolRef } from "@/lib/tools/tool-ref";
import { countAttachments } from "./export-counts";
import { loadExportBody, toolsWithAttachments } from "./export-document";
import { listEvidenceEntries } from "./export-evidence";
import { listRolesByName, withRoles } from "./export-names";

/** One tool of an export. Counts are 0 where they were not asked for. */
export interface PreviewTool extends Pick<ToolReport, "ref" | "label" | "name" | "status" | "progress"> {
  readonly comments: number;
  readonly changes: number;
  readonly files: number;
}

/** What an export made now would hold. */
export interface ExportPreview {
  readonly options: ExportOptions;
  readonly about: ExportAbout;
  readonly hasReadiness: boolean;
  /** In the order of the export. */
  readonly tools: readonly PreviewTool[];
}

/** The same tools, answers and words about itself as the export's own, without loading what only needs to be counted. */
export async function previewExport(context: TeamContext, options: ExportOptions): Promise<ExportPreview> {
  const body = await loadExportBody(context, options);
  const refs = toolsWithAttachments(body);
  const [counts, files] = await Promise.all([
    options.hasComments || options.hasHistory ? countAttachments(context, refs) : null,
    options.hasEvidence ? listEvidenceEntries(context, refs) : [],
  ]);
  const countsOf = (toolRef: ToolRef) => ({
    comments: (options.hasComments && counts?.get(toolKey(toolRef))?.comments) || 0,
    changes: (options.hasHistory && counts?.get(toolKey(toolRef))?.changes) || 0,
    files: files.filter(({ tool }) => isSameTool(tool.ref, toolRef)).length,
  });
  return {
    options,
    about: options.names === "roles" ? withRoles(body.about, await listRolesByName(context)) : body.about,
    hasReadiness: body.readiness !== null,
    tools: body.tools.map(({ ref, label, name, status, progress }) => ({ ref, label, name, status, progress, ...countsOf(ref) })),
  };
}
