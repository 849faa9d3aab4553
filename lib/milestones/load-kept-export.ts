import "server-only";
import { personOf } from "@/lib/domain/people/person";
import { assembleDocument, chooseTools } from "@/lib/exports/document/assemble-document";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { ExportError } from "@/lib/exports/document/export-error";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { type ExportPreview, previewExport } from "@/lib/exports/read/export-preview";
import { sourceOfNow } from "@/lib/exports/read/export-source";
import { listExportPeople, loadExportDocument, readTeam } from "@/lib/exports/read/load-export-document";
import { isSameTool } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { loadComparison } from "./load-comparison";
import { findSnapshot } from "./read-milestones";

/**
 * Everything an export with these options holds: of now, of a milestone as it was kept, or what changed since one.
 * @throws ExportError "nothing-open" where there is no such milestone, none of the tools, or none of it for this person.
 */
export async function loadAskedDocument(context: TeamContext, options: ExportOptions): Promise<ExportDocument> {
  if (options.milestone === null) return loadExportDocument(context, options);
  if (!isAllowedInTeam(context.role, "milestone:view")) throw new ExportError("nothing-open");
  return options.content === "compare" ? loadComparisonDocument(context, options, options.milestone) : loadKeptDocument(context, options, options.milestone);
}

/** A milestone's own: the same bytes for whoever asks, whenever they do. */
async function loadKeptDocument(context: TeamContext, asked: ExportOptions, id: string): Promise<ExportDocument> {
  const snapshot = await findSnapshot(context, id);
  if (!snapshot) throw new ExportError("nothing-open");
  const { reading, peopleByName, peopleByRole, madeBy } = snapshot;
  // One that keeps no names has none to show.
  const options: ExportOptions = { ...asked, names: peopleByName ? asked.names : "roles" };
  const isReport = options.content === "readiness" || options.content === "brief";
  if ((!isReport && chooseTools(reading, options).length === 0) || (options.content === "brief" && !reading.brief)) throw new ExportError("nothing-open");
  const people = options.names === "names" && peopleByName ? peopleByName : peopleByRole;
  return assembleDocument(reading, options, { people, exportedBy: madeBy });
}

async function loadComparisonDocument(context: TeamContext, options: ExportOptions, thenId: string): Promise<ExportDocument> {
  const loaded = await loadComparison(context, thenId, options.until);
  if (!loaded) throw new ExportError("nothing-open");
  const exportedBy = personOf(context.personId);
  const [reading, people] = await Promise.all([readTeam(context, options, sourceOfNow(context)), listExportPeople(context, options, exportedBy)]);
  return assembleDocument(reading, options, { people, exportedBy, comparison: loaded.comparison });
}

/** What a download with these options would hold. Null where there is no such milestone, or nothing of it. */
export async function previewAsked(context: TeamContext, options: ExportOptions): Promise<ExportPreview | null> {
  if (options.milestone === null) return previewExport(context, options);
  try {
    const { about, people, tools, readiness, evidence, options: shown } = await loadAskedDocument(context, options);
    const files = (tool: (typeof tools)[number]) => evidence.filter((entry) => isSameTool(entry.tool.ref, tool.ref)).length;
    return {
      options: shown,
      about,
      people,
      hasReadiness: readiness !== null,
      tools: tools.map((tool) => ({ ref: tool.ref, label: tool.label, name: tool.name, status: tool.status, progress: tool.progress, comments: 0, changes: 0, files: files(tool) })),
    };
  } catch (error) {
    if (error instanceof ExportError && error.code === "nothing-open") return null;
    throw error;
  }
}
