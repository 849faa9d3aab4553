import type { CommentThread } from "@/lib/comments/comment";
import type { Answer } from "@/lib/domain/answer/answers";
import type { Indicator } from "@/lib/domain/indicators/indicator";
import type { KeptAnswer } from "@/lib/domain/item/upgrades";
import type { Comparison } from "@/lib/domain/milestones/comparison";
import type { People, PersonRef } from "@/lib/domain/people/person";
import type { LinkKind } from "@/lib/domain/plan/links";
import type { Brief } from "@/lib/domain/readiness/brief";
import type { AnswerRecords } from "@/lib/domain/readiness/assessed-items";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import type { ReportEvent, ToolReport } from "@/lib/domain/report/report-model";
import type { ToolKey, ToolName } from "@/lib/domain/tool/tool-ref";
import type { StatusWord } from "@/lib/events/response-event";
import type { ExportEdition } from "./export-edition";
import type { ExportOptions } from "./export-options";

/**
 * Everything one export holds, whatever its format: PDF, Word, Excel, CSV and JSON are all made from this, so they cannot
 * disagree. Plain data: the caller has loaded it and checked who may see it.
 */
export interface ExportDocument {
  readonly options: ExportOptions;
  /** How everyone named in it is shown: by name or, as the options say, by role. A name is in here or nowhere. */
  readonly people: People;
  readonly about: ExportAbout;
  /** The toolkits that it was written with. */
  readonly edition: ExportEdition;
  /** In toolkit order: the tools that the options name and the person may open; blank ones for forms, none for "readiness". */
  readonly tools: readonly ToolReport[];
  /** The stored answers of these tools, with who gave each last and when; empty for forms. */
  readonly records: AnswerRecords;
  /** By tool: answers to an earlier version of it that have no place in this one; tools without any are not in it. */
  readonly kept: ReadonlyMap<ToolKey, readonly KeptAnswer[]>;
  /** For "toolkit" and "readiness" (and for "tools" never); null where it was not asked for. */
  readonly readiness: ReadinessReport | null;
  /** For "brief" alone. */
  readonly brief: Brief | null;
  /** For "compare" alone. */
  readonly comparison: Comparison | null;
  /** By tool, then by item id; empty unless asked for. */
  readonly comments: ReadonlyMap<ToolKey, ToolComments>;
  /** By tool, newest first; empty unless asked for. */
  readonly history: ReadonlyMap<ToolKey, readonly HistoryChange[]>;
  /** Who looks after what in the tools, soonest due first; empty for forms. */
  readonly assignments: readonly ExportAssignment[];
  /** What the rows of the evaluation's tables measure, with their values, as the tables stand; empty for forms. */
  readonly indicators: readonly ExportIndicator[];
  /** What became of what: links that lead to these tools, in the order they were made; empty for forms. */
  readonly links: readonly ExportLink[];
  /** Files on the tools' items, in printing order; empty unless asked for. They are listed, not included. */
  readonly evidence: readonly EvidenceEntry[];
}

/** One recorded change of an answer (null is blank), or of the whole tool's standing. */
export type HistoryChange = ReportEvent &
  (
    | {
        readonly kind: "answer";
        readonly itemId: string;
        readonly before: Answer | null;
        readonly after: Answer | null;
        /** Whether the person brought back an answer from the history. */
        readonly isRestore: boolean;
      }
    | {
        readonly kind: "status";
        readonly status: StatusWord;
      }
  );

/** The conversations of one tool, by item id. */
export type ToolComments = ReadonlyMap<string, readonly CommentThread[]>;

/** What an export says about itself. */
export interface ExportAbout {
  readonly agencyName: string;
  readonly teamName: string;
  /** When it was asked for, ISO 8601. The same data gives the same bytes. */
  readonly at: string;
  /** IANA name of the zone that its times are given in. */
  readonly timeZone: string;
  /** Whoever asked for it. */
  readonly exportedBy: PersonRef;
  /** Of the toolkit's content, and of the rules behind scores and gaps. */
  readonly toolkitVersion: string;
  readonly rulesVersion: string;
  readonly completeness: Completeness;
  /** The milestone that it is of; null for the team's work of now. */
  readonly milestone: ExportMilestone | null;
}

/** A milestone as its downloads tell of it. */
export interface ExportMilestone {
  readonly name: string;
  /** The day on the team's clock, "2026-05-29". */
  readonly onDay: string;
  /** Made afterwards, out of the history: when, ISO 8601. Null for one made on its day. */
  readonly madeAfterwards: string | null;
  /** What could not be known of the day, in sentences. */
  readonly unknown: readonly string[];
}

/** Over the tools of the export; of the readiness report alone, over all. */
export interface Completeness {
  readonly toolsComplete: number;
  readonly tools: number;
  readonly answered: number;
  readonly total: number;
}

/** A tool, a part of it or an item that somebody looks after. */
export interface ExportAssignment {
  readonly tool: ToolName;
  /** Id of the part or the item; empty for the whole tool. */
  readonly targetId: string;
  readonly assignee: PersonRef;
  readonly assigned: ReportEvent;
  /** A day, "2026-12-01". */
  readonly dueOn: string | null;
  readonly isAccepted: boolean;
  /** What they said when they gave it back, possibly nothing; null while they have it. */
  readonly handBackNote: string | null;
}

/** A row of a goal's table with its values over time. */
export interface ExportIndicator {
  readonly tool: ToolName;
  /** "Sheet 1" */
  readonly sheet: string;
  /** Its place in the table; null for a row that was removed, whose values are kept. */
  readonly row: number | null;
  readonly question: string;
  /** What it is called. */
  readonly name: string;
  /** Without the values that were taken away. */
  readonly measured: Indicator;
}

/** One end of a link: an item, a row of a table or a section of a tool, with what stands there. */
interface ExportLinkEnd {
  readonly tool: ToolName;
  readonly target: string;
  /** "Idea #1"; empty for a row. */
  readonly place: string;
  /** Empty once it was removed. */
  readonly words: string;
}

/** That a gap became a priority, a priority an idea, or an idea a goal. */
interface ExportLink {
  readonly kind: LinkKind;
  readonly from: ExportLinkEnd;
  readonly to: ExportLinkEnd;
  readonly made: ReportEvent;
  /** Who took the words over, or kept the team's own; null while nobody has. */
  readonly decided: ReportEvent | null;
}

/** One file that supports an answer, worded already but for its date. */
export interface EvidenceEntry {
  readonly tool: ToolName;
  readonly itemId: string;
  /** What the item asks. */
  readonly item: string;
  readonly name: string;
  /** "Word document, 14 KB" */
  readonly kind: string;
  readonly added: ReportEvent;
}
