import "server-only";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { toolRefSchema } from "@/lib/domain/tool/tool-ref-schema";
import type { AuditTarget } from "@/lib/platform/audit/audit";
import type { TeamContext } from "@/lib/platform/auth/context";
import type { TeamPermission } from "@/lib/platform/auth/permissions";
import { teamAction } from "./action";
import type { ScopedSteps } from "./perform-action";

/** What every action on a tool is told; others extend it. */
export const toolSchema = z.strictObject({ toolRef: toolRefSchema });

interface ToolActionOptions<Input, Data, Out> extends Omit<ScopedSteps<TeamContext, Input, Data, Out>, "audit"> {
  readonly permission: TeamPermission;
  /** Ids for the audit row, beside the tool's key. */
  readonly audit?: (input: Input, data: Data) => AuditTarget;
}

/** A server action on one tool of a team. Open screens are told by the event that `run` records (lib/events). */
export function toolAction<Input extends { readonly toolRef: ToolRef }, Data, Out = Data>({
  audit,
  ...options
}: ToolActionOptions<Input, Data, Out>) {
  return teamAction<Input, Data, Out>({
    ...options,
    toolRef: (input) => input.toolRef,
    audit: (input, data) => ({ tool: toolKey(input.toolRef), ...audit?.(input, data) }),
  });
}

/** For what shows beside the tool also on the team home and the readiness page. */
export async function showOnTeamPages(_data: unknown, context: TeamContext): Promise<null> {
  revalidatePath(`/teams/${context.teamId}`, "layout");
  return null;
}
