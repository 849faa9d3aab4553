import "server-only";
import type { ExportRights } from "@/lib/exports/read/export-rights";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { findMilestone } from "./read-milestones";

type PageParameters = Readonly<Record<string, string | string[] | undefined>>;

/** What the page of downloads says and offers of a milestone, or of a comparison. */
export interface KeptRights {
  readonly title: string;
  readonly keepsNames: boolean;
  /** What of these may be had of it. */
  readonly narrow: (rights: ExportRights) => ExportRights;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.at(-1) : value);

/** Null where the address names no milestone; "not-found" for one that is not there, or not for this person. */
export async function loadKeptRights(context: TeamContext, parameters: PageParameters): Promise<KeptRights | "not-found" | null> {
  const id = one(parameters.milestone);
  if (!id) return null;
  const milestone = isAllowedInTeam(context.role, "milestone:view") ? await findMilestone(context, id) : null;
  if (!milestone) return "not-found";
  const untilId = one(parameters.until);
  const isComparison = one(parameters.content) === "compare";
  const until = isComparison && untilId ? await findMilestone(context, untilId) : null;
  if (isComparison && untilId && !until) return "not-found";
  if (isComparison) {
    return {
      title: `Download: ${milestone.name} to ${until?.name ?? "now"}`,
      keepsNames: true,
      narrow: (rights) => ({ ...rights, contents: rights.isLimited ? [] : ["compare"] }),
    };
  }
  return {
    title: `Download “${milestone.name}”`,
    keepsNames: milestone.keepsNames,
    narrow: (rights) => ({ ...rights, contents: rights.contents.filter((content) => content !== "brief" || !milestone.isPast) }),
  };
}
