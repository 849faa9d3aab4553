import { ReviewPanel } from "@/components/tool/review-panel";
import { StatusButton } from "@/components/tool/status-button";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listTeamMembers } from "@/lib/people/members";
import type { ToolReviewView } from "@/lib/responses/tool-status";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { isSameTool, toolKey } from "@/lib/domain/tool/tool-ref";
import { reviewToolAction } from "./actions";

interface TeamReviewPanelProps {
  context: TeamContext;
  tool: ToolDefinition;
  reviews: readonly ToolReviewView[];
}

/** Who of the team has read the tool, and the button to say that one has. */
export async function TeamReviewPanel({ context, tool, reviews }: TeamReviewPanelProps) {
  const members = await listTeamMembers(context);
  const ofTool = reviews.filter((review) => isSameTool(review.toolRef, tool.ref));
  const readers = members.filter(({ role, toolKeys }) => role !== "partner" || toolKeys.includes(toolKey(tool.ref)));
  const isMine = ofTool.some((review) => review.isMine);
  return (
    <ReviewPanel
      reviews={ofTool}
      memberCount={readers.length}
      button={
        <StatusButton
          key={String(isMine)}
          label={isMine ? "Take back my review" : "Mark as reviewed by me"}
          busyLabel="Saving"
          variant={isMine ? "secondary" : "primary"}
          action={reviewToolAction.bind(null, context.teamId, { toolRef: tool.ref, isReviewed: !isMine })}
        />
      }
    />
  );
}
