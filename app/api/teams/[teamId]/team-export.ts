import { elements } from "@/content/guide/elements";
import { TOOLS } from "@/content/tools";
import { recordAudit } from "@/lib/auth/audit";
import { clientAddress } from "@/lib/auth/client-address";
import type { TeamRequest } from "@/lib/auth/route";
import { countAttempt, type ThrottleRule } from "@/lib/auth/throttle";
import { getDisplayName } from "@/lib/data/agency-members";
import { listThreads } from "@/lib/data/comment-threads";
import { metaOf } from "@/lib/data/response-facts";
import { getTeamAnswers, type TeamAnswers } from "@/lib/data/team-answers";
import { getTeam } from "@/lib/data/teams";
import { listToolReviews } from "@/lib/data/tool-status";
import { attachment } from "@/lib/http/attachment";
import type { ExportDocument } from "@/lib/pdf/export-document";
import { PdfExportError, type PdfExportErrorCode } from "@/lib/pdf/pdf-export-error";
import { buildReadinessModel } from "@/lib/pdf/readiness-model";
import { renderToolPdf } from "@/lib/pdf/render";
import type { ToolDefinition, ToolNumber } from "@/lib/tools/definition";
import { buildReadiness } from "@/lib/tools/readiness";
import { buildToolReport } from "@/lib/tools/report";
import type { ReportEvent, ToolReport } from "@/lib/tools/report-model";
import { loadEvidenceEntries } from "./evidence-entries";

const STATUS: Record<PdfExportErrorCode, number> = { busy: 503, "timed-out": 504, "too-large": 422, failed: 500 };

/** Each takes a core for a second or more: one person must not keep everyone else's from being made. */
export const EXPORTS_PER_PERSON: ThrottleRule = { name: "export:person", limit: 60, minutes: 60 };

/** The whole toolkit, or one tool of it, as a PDF download. */
export async function exportPdf(team: TeamRequest, toolNumber?: ToolNumber): Promise<Response> {
  if (!(await countAttempt(EXPORTS_PER_PERSON, team.user.userId))) {
    return refusal(429, "You downloaded many PDFs in the last hour. Please wait an hour, then go on.");
  }
  const document = await loadExport(team, toolNumber);
  try {
    const bytes = await renderToolPdf(document);
    await recordAudit(team.context, {
      action: toolNumber ? "export:tool" : "export:toolkit",
      outcome: "done",
      target: { teamId: team.context.teamId, ...(toolNumber ? { toolNumber } : {}) },
      source: clientAddress(team.request.headers.get("x-forwarded-for")),
    });
    return new Response(bytes, { headers: downloadHeaders(fileName(document, toolNumber)) });
  } catch (error) {
    if (!(error instanceof PdfExportError)) throw error;
    if (error.code !== "busy") console.error("A PDF could not be made:", error.cause ?? error);
    return refusal(STATUS[error.code], error.message);
  }
}

/** Plain text: without JavaScript the browser shows this instead of a file. */
function refusal(status: number, message: string): Response {
  return new Response(message, { status, headers: { "Cache-Control": "no-store" } });
}

async function loadExport(team: TeamRequest, toolNumber?: ToolNumber): Promise<ExportDocument> {
  const { context, request } = team;
  const tools = toolNumber ? TOOLS.filter((tool) => tool.number === toolNumber) : TOOLS;
  const asked = new URL(request.url).searchParams;
  const [place, preparedBy, stored, reviews, evidence, comments] = await Promise.all([
    getTeam(context),
    // The name chosen for this agency: a download must not give away the one on the account.
    getDisplayName(context),
    getTeamAnswers(context, toolNumber ? [toolNumber] : null),
    listToolReviews(context),
    loadEvidenceEntries(context, toolNumber ? [toolNumber] : null),
    asked.get("comments") === "1" ? listThreads(context, tools.map((tool) => tool.number)) : null,
  ]);
  const timeZone = findTimeZone(asked.get("timeZone"));
  return {
    kind: toolNumber ? "tool" : "toolkit",
    agencyName: place.agencyName,
    teamName: place.name,
    date: new Date().toISOString(),
    ...(timeZone ? { timeZone } : {}),
    preparedBy,
    tools: tools.map((tool) => reportOf(tool, stored, reviews.filter((review) => review.toolNumber === tool.number))),
    ...(comments ? { comments } : {}),
    ...(toolNumber ? {} : { readiness: buildReadinessModel(buildReadiness({ tools: TOOLS, elements, answers: stored.records })) }),
    evidence,
  };
}

function reportOf(tool: ToolDefinition, stored: TeamAnswers, reviews: readonly ReportEvent[]): ToolReport {
  const meta = stored.tools.get(tool.number) ?? metaOf(undefined);
  return buildToolReport(tool, stored.answers, {
    ...meta,
    ...(reviews.length > 0 ? { reviews: reviews.map(({ by, at }) => ({ by, at })) } : {}),
  });
}

/** The browser's time zone, if it is one; dates are printed in UTC otherwise. */
function findTimeZone(name: string | null): string | null {
  if (!name) return null;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function fileName({ agencyName, date }: ExportDocument, toolNumber?: ToolNumber): string {
  const what = toolNumber ? `PS-COPE Tool ${toolNumber}` : "PS-COPE Toolkit";
  return `${what}, ${agencyName}, ${date.slice(0, 10)}.pdf`;
}

function downloadHeaders(name: string): Record<string, string> {
  return {
    "Content-Type": "application/pdf",
    "Content-Disposition": attachment(name),
    "Cache-Control": "no-store",
  };
}
