import "server-only";
import { TOOLS } from "@/content/toolkits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { EXPORT_CONTENTS, type ExportContent, isOfPlan } from "@/lib/exports/document/export-options";
import type { TeamContext } from "@/lib/platform/auth/context";
import { type Exporters, isAllowedInTeam, mayExport, type TeamPermission } from "@/lib/platform/auth/permissions";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { findOpenTool } from "@/lib/responses/tool-access";

/** Rights as for reading: what a partner can't open, no export of theirs holds. */
const NEEDS: Record<ExportContent, TeamPermission> = {
  toolkit: "export:toolkit",
  readiness: "export:toolkit",
  brief: "export:toolkit",
  tools: "export:tool",
  plan: "export:tool",
  compare: "milestone:view",
  forms: "export:tool",
};

/** The agency's setting: who may download the team's work. Read without Prisma: many may ask at once while others save. */
export async function findExporters(context: TeamContext): Promise<Exporters> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ exporters: Exporters }>({ name: "exporters", text: "select exporters from agency where id = $1", values: [context.agencyId] }),
  );
  const [agency] = rows;
  if (!agency) throw new Error("The agency is gone");
  return agency.exporters;
}

/** Why this person may not have an export of this content: their role, or their agency's setting. Null when they may. */
export type ExportRefusal = "role" | "agency" | null;

export function findExportRefusal(context: TeamContext, exporters: Exporters, content: ExportContent, isOfMilestone = false): ExportRefusal {
  if (!isAllowedInTeam(context.role, NEEDS[content])) return "role";
  if (isOfMilestone && !isAllowedInTeam(context.role, "milestone:view")) return "role";
  // Blank forms hold nothing of the team's.
  if (content === "forms") return null;
  return mayExport(context.role, exporters) ? null : "agency";
}

/** Comparing starts on its own page; a milestone holds no blank forms. */
function isOffered(content: ExportContent, isOfMilestone: boolean): boolean {
  return content !== "compare" && (content !== "forms" || !isOfMilestone);
}

/** What this person may download of the team's. */
export interface ExportRights {
  /** In the order in which they are offered. */
  readonly contents: readonly ExportContent[];
  /** The tools that they may choose from. */
  readonly tools: readonly ToolDefinition[];
  /** Whether the agency's setting keeps the team's work from them; blank forms are theirs all the same. */
  readonly isLimited: boolean;
}

export function listExportRights(context: TeamContext, exporters: Exporters, isOfMilestone = false): ExportRights {
  const tools = TOOLS.filter(({ ref }) => findOpenTool(context, ref));
  const hasPlan = tools.some(isOfPlan);
  return {
    contents: EXPORT_CONTENTS.filter(
      (content) =>
        findExportRefusal(context, exporters, content, isOfMilestone) === null && (content !== "plan" || hasPlan) && isOffered(content, isOfMilestone),
    ),
    tools,
    isLimited: !mayExport(context.role, exporters),
  };
}
