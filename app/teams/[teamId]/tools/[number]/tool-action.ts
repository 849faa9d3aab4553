import "server-only";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { teamAction } from "@/lib/auth/action";
import type { AuditTarget } from "@/lib/auth/audit";
import type { TeamContext } from "@/lib/auth/context";
import type { ScopedSteps } from "@/lib/auth/perform-action";
import type { TeamPermission } from "@/lib/auth/permissions";

/** What every action on a tool is told; others extend it. */
export const toolSchema = z.strictObject({ toolNumber: z.number().int() });

interface ToolActionOptions<Input, Data, Out> extends Omit<ScopedSteps<TeamContext, Input, Data, Out>, "audit"> {
  readonly permission: TeamPermission;
  /** Ids for the audit row, beside the tool's number. */
  readonly audit?: (input: Input, data: Data) => AuditTarget;
}

/** A server action on one tool of a team. Open screens are told by the event that `run` records (lib/events). */
export function toolAction<Input extends { readonly toolNumber: number }, Data, Out = Data>({
  audit,
  ...options
}: ToolActionOptions<Input, Data, Out>) {
  return teamAction<Input, Data, Out>({
    ...options,
    toolNumber: (input) => input.toolNumber,
    audit: (input, data) => ({ toolNumber: input.toolNumber, ...audit?.(input, data) }),
  });
}

/** For what shows beside the tool also on the team home and the readiness page. */
export async function showOnTeamPages(_data: unknown, context: TeamContext): Promise<null> {
  revalidatePath(`/teams/${context.teamId}`, "layout");
  return null;
}
