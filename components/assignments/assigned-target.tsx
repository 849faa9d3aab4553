import Link from "next/link";
import { getTool } from "@/content/toolkits";
import type { AssignmentView } from "@/lib/assignments/assignment";
import { toolName } from "@/lib/domain/tool/items";
import { findAssignmentTarget } from "@/lib/domain/tool/tool-parts";

type Target = Pick<AssignmentView, "toolRef" | "targetId">;

/** What was assigned, in words; the tool itself when the tool no longer has that part. */
export function nameOfTarget({ toolRef, targetId }: Target): string {
  const tool = getTool(toolRef);
  return findAssignmentTarget(tool, targetId)?.name ?? toolName(tool);
}

/** What was assigned, as a link to its place, and the tool it belongs to. */
export function AssignedTarget({ teamId, target }: { teamId: string; target: Target }) {
  const tool = getTool(target.toolRef);
  const isWholeTool = target.targetId === "";
  return (
    <>
      <Link
        href={`/teams/${teamId}/tools/${tool.slug}${isWholeTool ? "" : `#${target.targetId}`}`}
        prefetch={false}
        className="text-[1.0625rem] font-semibold break-words"
      >
        {nameOfTarget(target)}
      </Link>
      {isWholeTool ? null : <p className="text-[0.9375rem] text-muted">{toolName(tool)}</p>}
    </>
  );
}
