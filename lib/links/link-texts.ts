import "server-only";
import { getTool } from "@/content/toolkits";
import type { Answers } from "@/lib/domain/answer/answers";
import { type LinkKind, type PlanLink, rowOfTarget } from "@/lib/domain/plan/links";
import { buildTrace } from "@/lib/domain/plan/trace";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { nameOf, type ToolName } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findOpenTool } from "@/lib/responses/tool-access";
import { findLinkedGap } from "./gap-items";
import { placeOfGap } from "./link-places";
import { FLOW, loadTrace } from "./load-trace";
import { listLinks } from "./read-links";

/** One end of a link as a download tells it. */
export interface LinkTextEnd {
  readonly tool: ToolName;
  readonly target: string;
  /** "Component 4", "Idea #1"; empty for a row. */
  readonly place: string;
  /** What stands there now; empty once it was removed. */
  readonly words: string;
}

export interface LinkText {
  readonly kind: LinkKind;
  readonly from: LinkTextEnd;
  readonly to: LinkTextEnd;
  readonly made: ReportEvent;
  readonly decided: ReportEvent | null;
}

/** Links and the answers at their ends, as they were on a day. */
export interface PastLinks {
  readonly links: readonly PlanLink[];
  readonly answers: Answers;
}

/**
 * The team's links with the words at both ends, of tools that the reader may open; removed ones are left out.
 * @param past those of a day, in place of those of now
 */
export async function listLinkTexts(context: TeamContext, past?: PastLinks): Promise<LinkText[]> {
  const [links, trace] = past ? [past.links, buildTrace(FLOW, past.links, past.answers)] : await Promise.all([listLinks(context), loadTrace(context)]);
  const endOf = (kind: LinkKind, end: "from" | "to", { tool, target }: (typeof links)[number]["from"]): Pick<LinkTextEnd, "place" | "words"> => {
    if (kind === "gap-priority" && end === "from") {
      const gap = findLinkedGap({ tool, target });
      return { place: gap ? placeOfGap(gap) : "", words: gap?.words ?? "" };
    }
    const row = rowOfTarget(target);
    if (row !== null) return { place: "", words: trace.priorities.find(({ rowId }) => rowId === row)?.what ?? "" };
    const idea = trace.ideas.find(({ place }) => place.section === target);
    if (idea) return { place: idea.place.name, words: kind === "idea-goal" ? idea.goal : idea.words };
    const goal = trace.goals.find(({ place }) => place.section === target);
    return { place: goal?.place.name ?? "", words: goal?.words ?? "" };
  };
  return links
    .filter(({ removed, from, to }) => !removed && findOpenTool(context, from.tool) && findOpenTool(context, to.tool))
    .map(({ kind, from, to, made, decided }) => ({
      kind,
      from: { tool: nameOf(getTool(from.tool)), target: from.target, ...endOf(kind, "from", from) },
      to: { tool: nameOf(getTool(to.tool)), target: to.target, ...endOf(kind, "to", to) },
      made,
      decided,
    }));
}
