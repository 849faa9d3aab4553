import type { PersonRef } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { sectionItems, toolItems } from "@/lib/domain/tool/items";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { scaleOf } from "./round-values";
import type { Side } from "./shown-item";

/** Most rounds of one team, and raters of one round; longest texts, in UTF-16 code units; how long a personal link lives. */
export const ROUND_LIMITS = { rounds: 300, raters: 100, guestName: 80, note: 1_000, rationale: 1_000, dissent: 1_000, decisions: 2_000, linkDays: 14, openLinkDays: 30 } as const;

/** "open": people rate. "revealed": the team looks and decides, late ratings are taken. "closed": nothing changes any more. */
export type RoundState = "open" | "revealed" | "closed" | "called-off";

/** A round without anything that anybody rated. */
export interface RoundFacts {
  readonly id: string;
  /** "Round 2" */
  readonly number: number;
  readonly tool: ToolRef;
  readonly itemIds: readonly string[];
  /** Whether the reveal shows names. */
  readonly isNamed: boolean;
  readonly isSplit: boolean;
  /** "2026-12-04"; null where no day was said. */
  readonly untilOn: string | null;
  readonly followsId: string | null;
  readonly state: RoundState;
  readonly asked: number;
  readonly finished: number;
  /** Who is still to finish; whoever left the agency is not waited for. */
  readonly missing: number;
  /** How often a personal link was given again, and what was rated with the one before destroyed unread. */
  readonly linksAgain: number;
  readonly opened: ReportEvent;
  readonly revealed: ReportEvent | null;
  readonly closed: ReportEvent | null;
  /** How many had not finished at the reveal. */
  readonly missingAtReveal: number | null;
  /** How many had rated at least one item by the reveal, and after it. */
  readonly answered: number | null;
  readonly answeredLate: number | null;
  readonly deputy: PersonRef | null;
  /** Whether the reader may reveal and close it. */
  readonly mayLead: boolean;
  /** The reader's own place among the raters; null when they are not asked. */
  readonly ownRaterId: string | null;
  /** On which side the reader counts, where the round has a split; forgotten at the close. */
  readonly ownSide: Side | null;
  readonly ownFinished: boolean;
}

/** Who is asked, and whether they have finished; never what they rated. */
export interface RaterLine {
  readonly id: string;
  /** Null for somebody without an account. */
  readonly person: PersonRef | null;
  readonly guestName: string | null;
  readonly hasFinished: boolean;
  /** Of a personal link: nobody has begun with it yet. */
  readonly isLinkUnused: boolean;
  /** How often it was given again. */
  readonly linkNumber: number;
}

export interface OwnRating {
  readonly value: string | null;
  readonly note: string;
  readonly isNoteShown: boolean;
  /** It came after the reveal, so it can still be changed. */
  readonly isLate: boolean;
}

/** Who is to be asked when a round is opened. */
export interface Invitee {
  readonly userId: string | null;
  readonly guestName: string | null;
  readonly side: Side | null;
}

/** The items of a tool that can be rated alone, in printed order. */
export function ratableItems(tool: ToolDefinition): readonly Item[] {
  return toolItems(tool).filter((item) => scaleOf(item.kind) !== null);
}

/** A part of a tool with items that can be rated alone. */
export interface RatablePart {
  /** Anchor on the tool's page. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** Areas to rate, and sections with statements, in printed order. */
export function ratableParts(tool: ToolDefinition): readonly RatablePart[] {
  return tool.sections.flatMap((section) => {
    const areas = section.nodes.flatMap((node) => (node.kind === "ratings" ? [{ id: node.anchor, title: node.title, items: node.items }] : []));
    const others = sectionItems(section).filter((item) => scaleOf(item.kind) !== null && !areas.some(({ items }) => items.some(({ id }) => id === item.id)));
    return [...areas, ...(others.length > 0 ? [{ id: section.id, title: section.title ?? tool.title, items: others }] : [])];
  });
}

/** The part of its tool that an item stands in, as a title above it. */
export function partTitleOf(tool: ToolDefinition, itemId: string): string {
  return ratableParts(tool).find(({ items }) => items.some(({ id }) => id === itemId))?.title ?? "";
}

/** What stands before an item's words in print: "The program". */
export function leadOf(tool: ToolDefinition, itemId: string): string {
  for (const { nodes } of tool.sections) {
    for (const node of nodes) {
      if ((node.kind === "ratings" || node.kind === "checklist") && node.items.some(({ id }) => id === itemId)) {
        return (node.kind === "checklist" ? (node.subLead ?? node.lead) : node.lead) ?? "";
      }
    }
  }
  return "";
}

/** How many minutes it takes to rate so many items, as people are told before they begin. */
export function minutesFor(items: number): number {
  return Math.max(1, Math.ceil(items / 2));
}

/** "about 1 minute" */
export function minutesWords(items: number): string {
  const minutes = minutesFor(items);
  return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}
