import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { authorizeTeamRequest } from "@/lib/platform/auth/authorize";
import type { TeamPermission } from "@/lib/platform/auth/permissions";
import type { Watcher } from "./screens";

interface Question {
  /** The session id from the request's cookie. */
  readonly sid: string;
  readonly teamId: string;
  readonly permission: TeamPermission;
  readonly toolRef?: ToolRef;
}

/** A stream of a signed-in person goes on as long as their session and their rights do. */
export function checkTeam({ sid, teamId, permission, toolRef }: Question): Watcher["check"] {
  return async () => {
    const found = await authorizeTeamRequest({ sid, teamId, permission, toolRef });
    if (!found) return "signed-out";
    return found.access.ok ? null : "no-access";
  };
}
