import "server-only";
import type { PoolClient } from "pg";
import { getTool } from "@/content/toolkits";
import { refOfKey, type ToolKey, toolKey } from "@/lib/domain/tool/tool-ref";
import { recordEvent } from "@/lib/events/record-event";
import { recordAudit } from "@/lib/platform/audit/audit";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { requireStanding } from "@/lib/platform/auth/require-standing";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { isEmpty } from "./answer-import";
import { readMemberIds } from "./import-people";
import { type ImportPlan, planImport } from "./import-plan";
import type { ImportedTool, ImportReport } from "./import-report";
import { parsePicked } from "./read-import";

/** Also for the page, which says it before anybody chooses a file. */
export const NOT_EMPTY =
  "This team already has answers. A file can only be brought into a team without any, so that nothing is overwritten. Ask an agency admin to make a new team for it.";
const NO_FILE = "The file is no longer here. Choose it again.";

export interface BroughtIn {
  readonly tools: readonly ToolKey[];
  readonly answers: number;
  readonly completed: readonly ToolKey[];
}

/**
 * Writes the answers of the file this person chose, as theirs: all of them in one transaction, or none. What was found in
 * the file is then kept as "done".
 * @param completesTools also marks complete what was complete in the file.
 * @throws RefusedError when the team is not empty any more, or an answer can't be saved; nothing was changed then.
 */
export async function bringInAnswers(
  context: TeamContext,
  { completesTools, source }: { readonly completesTools: boolean; readonly source: string | null },
): Promise<BroughtIn | "done-before"> {
  const work = async (client: PoolClient) => {
    const kept = await takeKept(client, context);
    if (kept?.report.state === "done") return "done-before" as const;
    if (!kept?.content) throw new RefusedError(NO_FILE);
    const plan = planImport(parsePicked(kept.content), context.toolKeys, await readMemberIds(client, context));
    const [reason] = plan.report.problems;
    if (reason) throw new RefusedError(reason);
    return write(client, context, plan, completesTools);
  };
  const brought = await withAgencyConnection(context, work, { isJoined: true });
  if (brought !== "done-before") await log(context, brought, source);
  return brought;
}

interface Kept {
  readonly report: ImportReport;
  readonly content: Buffer | null;
}

/** Also holds it until the end: whoever presses the button twice waits here, then finds it done. */
async function takeKept(client: PoolClient, { agencyId, teamId, userId }: TeamContext): Promise<Kept | undefined> {
  const { rows } = await client.query<Kept>(
    "select report, content from answer_import where agency_id = $1 and team_id = $2 and user_id = $3 for update",
    [agencyId, teamId, userId],
  );
  return rows[0];
}

async function write(client: PoolClient, context: TeamContext, plan: ImportPlan, completesTools: boolean): Promise<BroughtIn> {
  const filled = plan.report.tools.filter(({ answers }) => answers > 0);
  const completed = completesTools ? plan.report.tools.filter(({ isComplete }) => isComplete).map(({ toolRef }) => toolKey(toolRef)) : [];
  await holdResponses(client, context, plan.report.tools.filter((tool) => filled.includes(tool) || completed.includes(toolKey(tool.toolRef))));
  await requireStanding(client, context, { permission: "import:team" });
  if (!(await isEmpty(client, context))) throw new RefusedError(NOT_EMPTY);
  for (const { toolRef, answers } of filled) {
    const saved = await updateAnswersAsServer(context, toolRef, plan.answers.get(toolKey(toolRef)) ?? {}, { holdsResponse: true });
    if (!saved.ok) throw new RefusedError(`${getTool(toolRef).label}: ${saved.refusal.message}`);
    await recordEvent(context, toolRef, { kind: "imported", answers });
  }
  const { agencyId, teamId, userId } = context;
  await client.query(
    `update response set completed_at = now(), completed_by = $3
      where agency_id = $1 and team_id = $2 and toolkit_id || '/' || tool_id = any($4::text[])`,
    [agencyId, teamId, userId, completed],
  );
  for (const tool of completed) await recordEvent(context, refOfKey(tool), { kind: "completed" });
  const done: ImportReport = { ...plan.report, state: "done", tools: plan.report.tools.map((tool) => ({ ...tool, isComplete: completed.includes(toolKey(tool.toolRef)) })) };
  await client.query(
    "update answer_import set report = $4, content = null where agency_id = $1 and team_id = $2 and user_id = $3",
    [agencyId, teamId, userId, JSON.stringify(done)],
  );
  return {
    tools: filled.map(({ toolRef }) => toolKey(toolRef)),
    answers: filled.reduce((sum, { answers }) => sum + answers, 0),
    completed,
  };
}

/** Whoever saves to one of these tools meanwhile, or brings in a file too, waits until this is over. */
async function holdResponses(
  client: PoolClient,
  { agencyId, teamId }: TeamContext,
  tools: readonly Pick<ImportedTool, "toolRef">[],
): Promise<void> {
  for (const { toolRef } of tools) {
    await client.query(
      `insert into response (agency_id, id, team_id, toolkit_id, tool_id, tool_version) values ($1, gen_random_uuid(), $2, $3, $4, $5)
       on conflict (agency_id, team_id, toolkit_id, tool_id) do nothing`,
      [agencyId, teamId, toolRef.toolkitId, toolRef.toolId, getTool(toolRef).version],
    );
  }
  await client.query("select from response where agency_id = $1 and team_id = $2 order by toolkit_id, tool_id for update", [agencyId, teamId]);
}

async function log(context: TeamContext, { tools, answers, completed }: BroughtIn, source: string | null): Promise<void> {
  const { teamId } = context;
  await recordAudit(context, {
    action: "import:team",
    outcome: "done",
    target: { teamId, tools: tools.join(" "), answers, completed: completed.join(" ") },
    source,
  });
  // As if the person had pressed each tool's own button.
  for (const tool of completed) {
    await recordAudit(context, { action: "response:complete", outcome: "done", target: { teamId, tool }, source });
  }
}
