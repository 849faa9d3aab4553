import "server-only";
import type { People } from "@/lib/domain/people/person";
import type { ToolReport } from "@/lib/domain/report/report-model";
import { isSameTool, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { ExportAbout } from "@/lib/exports/document/export-document";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import type { TeamContext } from "@/lib/platform/auth/context";
import { countAttachments } from "./export-counts";
import { listEvidenceEntries } from "./export-evidence";
import { loadExportBody, toolsWithAttachments } from "./load-export-document";

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
  /** Whom that names. */
  readonly people: People;
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
    about: body.about,
    people: body.people,
    hasReadiness: body.readiness !== null,
    tools: body.tools.map(({ ref, label, name, status, progress }) => ({ ref, label, name, status, progress, ...countsOf(ref) })),
  };
}
