import "server-only";
import { getTool } from "@/content/toolkits";
import type { AssignmentView } from "@/lib/assignments/assignment";
import { countOpenThreads } from "@/lib/comments/comment-threads";
import { isSameTool, toolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listTeamProgress } from "@/lib/responses/responses";
import { listToolReviews } from "@/lib/responses/tool-status";
import type { Task } from "./task";

/** Every tool that the person may open, with where the team stands with it, in printed order. */
export async function listTasks(context: TeamContext, assignments: readonly AssignmentView[]): Promise<readonly Task[]> {
  const [progress, reviews, openThreads] = await Promise.all([
    listTeamProgress(context),
    listToolReviews(context),
    countOpenThreads(context),
  ]);
  return progress.map(({ toolRef, ...standing }) => {
    const tool = getTool(toolRef);
    return {
      ...standing,
      tool,
      openThreads: openThreads.get(toolKey(toolRef)) ?? 0,
      assignment:
        assignments.find((assignment) => isSameTool(assignment.toolRef, toolRef) && assignment.targetId === "") ?? null,
      reviewCount: tool.kind === "reference" ? reviews.filter((review) => isSameTool(review.toolRef, toolRef)).length : null,
    };
  });
}
