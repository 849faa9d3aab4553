import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import { RefusedError } from "@/lib/auth/refused-error";
import { type Tx, withAgency } from "@/lib/db/with-agency";
import type { ToolDefinition } from "@/lib/tools/definition";
import type { ReportEvent } from "@/lib/tools/report-model";
import { eventOf } from "./response-facts";
import { findOpenTool } from "./tool-access";

/** Marks the tool complete, blanks and all; who and when stay as they were if it was complete already. */
export async function completeTool(context: TeamContext, toolNumber: number): Promise<void> {
  const tool = requireTool(context, toolNumber);
  await withAgency(context, async (tx) => {
    await ensureResponse(tx, context, tool);
    await tx.response.updateMany({
      where: { agencyId: context.agencyId, teamId: context.teamId, toolNumber, completedAt: null },
      data: { completedAt: new Date(), completedBy: context.userId },
    });
  });
}

/** Lets the tool's answers be changed again. */
export async function reopenTool(context: TeamContext, toolNumber: number): Promise<void> {
  requireTool(context, toolNumber);
  await withAgency(context, (tx) =>
    tx.response.updateMany({
      where: { agencyId: context.agencyId, teamId: context.teamId, toolNumber },
      data: { completedAt: null, completedBy: null },
    }),
  );
}

/** Records, or takes back, that the person has read a tool that is there to be read. */
export async function reviewTool(context: TeamContext, toolNumber: number, isReviewed: boolean): Promise<void> {
  const tool = requireTool(context, toolNumber);
  if (tool.kind !== "reference") throw new RefusedError("Only a tool without questions can be marked as reviewed.");
  const key = { agencyId: context.agencyId, teamId: context.teamId, toolNumber, userId: context.userId };
  await withAgency(context, async (tx) => {
    if (isReviewed) await tx.toolReview.createMany({ data: [key], skipDuplicates: true });
    else await tx.toolReview.deleteMany({ where: key });
  });
}

export interface ToolReviewView extends ReportEvent {
  readonly toolNumber: number;
  readonly isMine: boolean;
}

/** Who has marked which tool as reviewed, oldest first. */
export async function listToolReviews(context: TeamContext): Promise<ToolReviewView[]> {
  const { agencyId, teamId } = context;
  return withAgency(context, async (tx) => {
    const reviews = await tx.toolReview.findMany({
      where: {
        agencyId,
        teamId,
        ...(context.toolNumbers ? { toolNumber: { in: [...context.toolNumbers] } } : {}),
      },
      orderBy: { reviewedAt: "asc" },
    });
    const people = await tx.membership.findMany({
      where: { agencyId, userId: { in: reviews.map((review) => review.userId) } },
      select: { userId: true, displayName: true },
    });
    const names = new Map(people.map((person) => [person.userId, person.displayName]));
    return reviews.map(({ toolNumber, userId, reviewedAt }) => ({
      toolNumber,
      isMine: userId === context.userId,
      ...eventOf(reviewedAt, names.get(userId) ?? null),
    }));
  });
}

function requireTool(context: TeamContext, toolNumber: number): ToolDefinition {
  const tool = findOpenTool(context, toolNumber);
  if (!tool) throw new RefusedError("We could not find that. It may have been removed.");
  return tool;
}

/** A tool can be complete without a single answer; its response then starts empty. */
async function ensureResponse(tx: Tx, { agencyId, teamId }: TeamContext, tool: ToolDefinition): Promise<void> {
  await tx.response.createMany({
    data: [{ agencyId, teamId, toolNumber: tool.number, toolVersion: tool.version }],
    skipDuplicates: true,
  });
}
