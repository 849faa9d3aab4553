import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { findShownNow } from "@/lib/people/list-people";
import { authorizeTeamRequest } from "@/lib/platform/auth/authorize";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { getUpdatesSince } from "@/lib/responses/responses";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import type { PresentTab } from "@/lib/sync/protocol";
import { openHub } from "@/lib/sync/server/hub";
import type { FollowedTool } from "./screens";

interface ToolScreen {
  readonly context: TeamContext;
  readonly toolRef: ToolRef;
  /** The session id from the request's cookie: the stream ends with the session. */
  readonly sid: string;
}

/** A team's copy of a tool, as whoever has it open may follow it. */
export function followTool({ context, toolRef, sid }: ToolScreen): FollowedTool {
  const question = { sid, teamId: context.teamId, permission: "response:view", toolRef } as const;
  let { historyNames } = context;
  const { agencyId, teamId, userId } = context;
  return {
    agencyId,
    teamId,
    follower: userId,
    about: { kind: "tool", toolRef },
    check: async () => {
      const found = await authorizeTeamRequest(question);
      if (!found) return "signed-out";
      if (!found.access.ok) return "no-access";
      historyNames = found.access.context.historyNames;
      return null;
    },
    reader: {
      readSince: (after) => getUpdatesSince(context, toolRef, after),
      readNames: (userIds) => findShownNow(context, userIds),
      tellsWho: () => historyNames !== "hidden",
    },
  };
}

/**
 * Says where a tab is, and learns who else is there. A tab without a stream is present for 30 seconds.
 * @throws RefusedError for an item the tool does not have.
 */
export async function postPresence(
  context: TeamContext,
  toolRef: ToolRef,
  { tab, itemId }: { readonly tab: string; readonly itemId: string | null },
): Promise<readonly PresentTab[]> {
  const tool = findOpenTool(context, toolRef);
  if (!tool || (itemId !== null && !itemIndexOf(tool).has(itemId))) {
    throw new RefusedError("This tool does not have that question. Reload the page.");
  }
  const { agencyId, teamId, userId } = context;
  const { presence } = openHub().openToolRoom({ agencyId, teamId, about: { kind: "tool", toolRef } });
  presence.post({ tab, itemId, userId });
  return presence.list((userIds) => findShownNow(context, userIds));
}
