import { findExportError } from "@/lib/exports/document/export-error";
import { forgetImport, isTeamEmpty, keepImport } from "@/lib/imports/answer-import";
import { bringInAnswers } from "@/lib/imports/bring-in-answers";
import { listMemberIds } from "@/lib/imports/import-people";
import { planImport } from "@/lib/imports/import-plan";
import { FILE_TOO_LARGE, IMPORT_MAX_BYTES, type ImportHitch, refusedReport } from "@/lib/imports/import-report";
import { parsePicked, readImport } from "@/lib/imports/read-import";
import { recordAudit } from "@/lib/platform/audit/audit";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findRefusal } from "@/lib/platform/auth/refused-error";
import { isEndedStanding } from "@/lib/platform/auth/require-standing";
import { routeProblem, type TeamRequest, type TeamSubmission } from "@/lib/platform/entry/route";
import { addressOf } from "@/lib/platform/http/client-address";
import { hasFewParts } from "@/lib/platform/http/few-parts";
import { RATES } from "@/lib/platform/rates/rates";
import { ruleOf } from "@/lib/platform/rates/take-rate";

/** Each file is read by a process of its own. */
export const FILES_PER_PERSON = ruleOf(RATES.import, "person", RATES.import.person);

/** Of the form: the file and the form's own lines around it. */
export const FORM_MAX_BYTES = IMPORT_MAX_BYTES + 16 * 1024;

/** Of the form: the file, what to do with it, and whether to complete tools. */
const MOST_FIELDS = 8;
/** So short a form may be of any kind. */
const SHORT_FORM_BYTES = 16 * 1024;

/**
 * One form of the import page: `intent` is "check" (with `file`), "import" (with `complete` when tools are to be marked
 * complete) or "discard". What became of it stands on the page that the answer leads back to.
 */
export async function handleImport(team: TeamSubmission): Promise<Response> {
  const { request, context, body: bytes } = team;
  if (bytes === "cut-off" || bytes === "too-slow") return backToPage(context, "cut-off");
  if (bytes === "too-large") {
    await keepImport(context, refusedReport(FILE_TOO_LARGE), null);
    return backToPage(context);
  }
  const form = await readForm(request, bytes);
  switch (form?.get("intent")) {
    case "check":
      return check(context, form.get("file"));
    case "import":
      return bringIn(team, form.get("complete") === "1");
    case "discard":
      await forgetImport(context);
      return backToPage(context);
    default:
      return routeProblem(400, "refused", "The form sent something we did not expect. Reload the page and try again.");
  }
}

/** The page says that it has to wait. */
export function refuseTooMany({ context }: TeamRequest): Response {
  return backToPage(context, "wait");
}

async function readForm(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<FormData | null> {
  const type = request.headers.get("content-type");
  if (bytes.byteLength > SHORT_FORM_BYTES && !hasFewParts(type, bytes, MOST_FIELDS)) return null;
  try {
    return await new Response(bytes, { headers: type ? { "Content-Type": type } : {} }).formData();
  } catch {
    return null;
  }
}

async function check(context: TeamContext, file: FormDataEntryValue | null): Promise<Response> {
  // The page says by itself that a team with answers takes no file.
  if (!(await isTeamEmpty(context))) return backToPage(context);
  if (!(file instanceof Blob) || file.size === 0) {
    await keepImport(context, refusedReport("Choose a file first. It must not be empty."), null);
    return backToPage(context);
  }
  try {
    const read = await readImport(new Uint8Array(await file.arrayBuffer()), context);
    if (read.ok) {
      const { report } = planImport(parsePicked(read.content), context.toolKeys, await listMemberIds(context));
      await keepImport(context, report, report.state === "ready" ? read.content : null);
    } else {
      await keepImport(context, refusedReport(read.problem), null);
    }
    return backToPage(context);
  } catch (error) {
    if (findExportError(error)?.code === "busy") return backToPage(context, "busy");
    throw error;
  }
}

async function bringIn({ context, request }: TeamRequest, completesTools: boolean): Promise<Response> {
  const source = addressOf(request.headers);
  const target = { teamId: context.teamId };
  try {
    await bringInAnswers(context, { completesTools, source });
    return backToPage(context);
  } catch (error) {
    if (isEndedStanding(error)) throw error;
    const refusal = findRefusal(error);
    await recordAudit(context, { action: "import:team", outcome: refusal ? "refused" : "failed", target, source });
    if (refusal) {
      await keepImport(context, refusedReport(refusal.message), null);
      return backToPage(context);
    }
    console.error("A file could not be brought in:", error);
    return backToPage(context, "failed");
  }
}

/** See other: whoever reloads the page then sends nothing again. */
function backToPage({ teamId }: TeamContext, hitch?: ImportHitch): Response {
  const Location = `/teams/${teamId}/import${hitch ? `?hitch=${hitch}` : ""}`;
  return new Response(null, { status: 303, headers: { Location, "Cache-Control": "no-store" } });
}
