import { type ExportErrorCode, findExportError } from "@/lib/exports/document/export-error";
import { type ExportOptions, parseExportOptions } from "@/lib/exports/document/export-options";
import { fileTypeOf } from "@/lib/exports/document/file-types";
import { type MadeExport, makeExport } from "@/lib/exports/processes/make-export";
import { type ExportRefusal, findExporters, findExportRefusal } from "@/lib/exports/read/export-rights";
import { recordAudit } from "@/lib/platform/audit/audit";
import type { TeamRequest } from "@/lib/platform/entry/route";
import { attachment } from "@/lib/platform/http/attachment";
import { addressOf } from "@/lib/platform/http/client-address";
import { RATES } from "@/lib/platform/rates/rates";
import { ruleOf, type TooMany } from "@/lib/platform/rates/take-rate";

const STATUS: Record<ExportErrorCode, number> = { busy: 503, "timed-out": 504, "too-large": 422, "nothing-open": 404, failed: 500 };

/** When the line is full. */
const BUSY_SECONDS = 60;

/** Each takes a core for a second or more: one person must not keep everyone else's from being made. */
export const EXPORTS_PER_PERSON = ruleOf(RATES.export, "person", RATES.export.person);

const REFUSALS: Record<NonNullable<ExportRefusal>, string> = {
  role: "Your role does not allow this. Ask a team lead or an agency admin.",
  agency: "Your agency has limited who may download the team’s work. Ask an agency admin.",
};

/** The download that the address asks for. Answers with the file, or with words that say why not. */
export async function exportTeam(team: TeamRequest): Promise<Response> {
  const { context, request } = team;
  const parsed = parseExportOptions(new URL(request.url).searchParams);
  if (!parsed.ok) return refusal(400, parsed.conflict?.message ?? parsed.message);
  const { options } = parsed;
  const reason = findExportRefusal(context, await findExporters(context), options.content, options.milestone !== null);
  if (reason) {
    await record(team, options, "refused");
    return refusal(403, REFUSALS[reason]);
  }
  // Whether there is a download here can be asked without one being made.
  if (request.method === "HEAD") return new Response(null, { headers: { "Cache-Control": "no-store" } });
  try {
    const made = await makeExport(context, options);
    await record(team, options, "done", made.claimsPdfUa === false ? { claimsPdfUa: false } : {});
    return new Response(made.bytes, { headers: downloadHeaders(made, options) });
  } catch (error) {
    await record(team, options, "failed");
    const problem = findExportError(error);
    if (!problem) throw error;
    const { code, cause, message } = problem;
    if (code !== "busy" && code !== "nothing-open") console.error("An export could not be made:", cause ?? error);
    return refusal(STATUS[code], message, code === "busy" ? BUSY_SECONDS : undefined);
  }
}

/** What the page that asked tells of the file is in headers of our own (components/ui/prepared-file.tsx). */
export function downloadHeaders({ bytes, fileName, notShown, claimsPdfUa }: MadeExport, { format }: ExportOptions): Record<string, string> {
  return {
    "Content-Type": fileTypeOf(format).mediaType,
    "Content-Disposition": attachment(fileName),
    "Content-Length": String(bytes.byteLength),
    "Cache-Control": "no-store",
    ...(notShown > 0 ? { "X-Characters-Not-Shown": String(notShown) } : {}),
    ...(claimsPdfUa === false ? { "X-Pdf-Ua": "not-claimed" } : {}),
  };
}

function record(
  { context, request }: TeamRequest,
  options: ExportOptions,
  outcome: "done" | "refused" | "failed",
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { format, content, tools, hasComments, hasHistory, hasEvidence, names, milestone, until } = options;
  return recordAudit(context, {
    action: "export:team",
    outcome,
    target: { teamId: context.teamId, format, content, tools: tools.join(" "), hasComments, hasHistory, hasEvidence, names, ...(milestone ? { milestone } : {}), ...(until ? { until } : {}), ...more },
    source: addressOf(request.headers),
  });
}

/** Answers whoever asked for very many, and records it like any other refusal. */
export async function refuseTooMany(team: TeamRequest, { message, retryAfterSeconds }: TooMany): Promise<Response> {
  const parsed = parseExportOptions(new URL(team.request.url).searchParams);
  if (parsed.ok) await record(team, parsed.options, "refused");
  return refusal(429, message, retryAfterSeconds);
}

/** Plain text: without JavaScript the browser shows this instead of a file. */
function refusal(status: number, message: string, retryAfterSeconds?: number): Response {
  const headers = { "Cache-Control": "no-store", ...(retryAfterSeconds ? { "Retry-After": String(retryAfterSeconds) } : {}) };
  return new Response(message, { status, headers });
}
