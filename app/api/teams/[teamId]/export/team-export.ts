import { recordAudit } from "@/lib/auth/audit";
import { clientAddress } from "@/lib/auth/client-address";
import type { TeamContext } from "@/lib/auth/context";
import { isAllowedInTeam, mayExport, type TeamPermission } from "@/lib/auth/permissions";
import type { TeamRequest } from "@/lib/auth/route";
import { countAttempt, type ThrottleRule } from "@/lib/auth/throttle";
import { loadExportDocument } from "@/lib/data/export-document";
import { getTeam } from "@/lib/data/teams";
import type { ExportDocument } from "@/lib/export/export-document";
import { ExportError, type ExportErrorCode } from "@/lib/export/export-error";
import { type ExportContent, type ExportOptions, parseExportOptions } from "@/lib/export/export-options";
import { fileTypeOf, renderExport } from "@/lib/export/render-export";
import { attachment } from "@/lib/http/attachment";

const STATUS: Record<ExportErrorCode, number> = { busy: 503, "timed-out": 504, "too-large": 422, failed: 500 };

/** Each takes a core for a second or more: one person must not keep everyone else's from being made. */
export const EXPORTS_PER_PERSON: ThrottleRule = { name: "export:person", limit: 60, minutes: 60 };

/** Rights as for reading: what a partner can't open, no export of theirs holds. */
const NEEDS: Record<ExportContent, TeamPermission> = {
  toolkit: "export:toolkit",
  readiness: "report:view",
  tools: "export:tool",
  plan: "export:tool",
  forms: "export:tool",
};

/** The download that the address asks for. Answers with the file, or with words that say why not. */
export async function exportTeam(team: TeamRequest): Promise<Response> {
  const { context, request, user } = team;
  const parsed = parseExportOptions(new URL(request.url).searchParams);
  if (!parsed.ok) return refusal(400, parsed.message);
  const { options } = parsed;
  const reason = await findRefusal(context, options);
  if (reason) {
    await record(team, options, "refused");
    return refusal(403, reason);
  }
  if (!(await countAttempt(EXPORTS_PER_PERSON, user.userId))) {
    return refusal(429, "You downloaded many files in the last hour. Please wait an hour, then go on.");
  }
  const document = await loadExportDocument(context, options);
  if (document.tools.length === 0 && options.content !== "readiness") {
    return refusal(404, "None of these tools is open to you.");
  }
  try {
    const { bytes } = await renderExport(document);
    await record(team, options, "done");
    return new Response(bytes, { headers: downloadHeaders(document) });
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    if (error.code !== "busy") console.error("An export could not be made:", error.cause ?? error);
    await record(team, options, "failed");
    return refusal(STATUS[error.code], error.message);
  }
}

/** Why this person may not have this export; null when they may. */
async function findRefusal(context: TeamContext, { content }: ExportOptions): Promise<string | null> {
  if (!isAllowedInTeam(context.role, NEEDS[content])) {
    return "Your role does not allow this. Ask a team lead or an agency admin.";
  }
  // Blank forms hold nothing of the team's.
  if (content === "forms") return null;
  const { exporters } = await getTeam(context);
  return mayExport(context.role, exporters)
    ? null
    : "Your agency has limited who may download the team’s work. Ask an agency admin.";
}

function record({ context, request }: TeamRequest, options: ExportOptions, outcome: "done" | "refused" | "failed"): Promise<void> {
  const { format, content, tools, hasComments, hasHistory, hasEvidence, names } = options;
  return recordAudit(context, {
    action: "export:team",
    outcome,
    target: { teamId: context.teamId, format, content, tools: tools.join(" "), hasComments, hasHistory, hasEvidence, names },
    source: clientAddress(request.headers.get("x-forwarded-for")),
  });
}

/** Plain text: without JavaScript the browser shows this instead of a file. */
function refusal(status: number, message: string): Response {
  return new Response(message, { status, headers: { "Cache-Control": "no-store" } });
}

function fileName({ options, about, tools }: ExportDocument): string {
  const names: Record<ExportContent, string> = {
    toolkit: "PS-COPE Toolkit",
    tools: `PS-COPE ${tools.length === 1 ? `Tool ${tools[0]?.number}` : "tools"}`,
    readiness: "PS-COPE readiness and gaps",
    plan: "PS-COPE plan",
    forms: "PS-COPE blank forms",
  };
  return `${names[options.content]}, ${about.agencyName}, ${about.at.slice(0, 10)}.${fileTypeOf(options.format).extension}`;
}

function downloadHeaders(document: ExportDocument): Record<string, string> {
  return {
    "Content-Type": fileTypeOf(document.options.format).mediaType,
    "Content-Disposition": attachment(fileName(document)),
    "Cache-Control": "no-store",
  };
}
