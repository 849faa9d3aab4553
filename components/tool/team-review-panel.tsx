import { reviewToolAction } from "@/app/teams/[teamId]/tools/[number]/actions";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { isSameTool, toolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamMemberView } from "@/lib/people/members";
import type { TeamContext } from "@/lib/platform/auth/context";
import type { ToolReviewView } from "@/lib/responses/tool-status";
import { ReviewPanel } from "./review-panel";
import { StatusButton } from "./status-button";

interface TeamReviewPanelProps {
  context: TeamContext;
  tool: ToolDefinition;
  reviews: readonly ToolReviewView[];
  members: readonly TeamMemberView[];
}

/** Who of the team has read the tool, and the button to say that one has. */
export function TeamReviewPanel({ context, tool, reviews, members }: TeamReviewPanelProps) {
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
