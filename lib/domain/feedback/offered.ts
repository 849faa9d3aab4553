import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { OptionSet } from "./question";

/** A question that is offered ready-made: an item of a tool, with plain words of ours for people outside of the team. */
export interface OfferedQuestion {
  readonly tool: ToolRef;
  readonly item: string;
  /** Of a table: the column whose printed question it is. */
  readonly column?: string;
  /** The printed step above the item is what is asked about. */
  readonly step?: true;
  readonly plain: string;
  readonly kind: "choice" | "text";
  readonly options?: OptionSet;
}

export interface OfferedQuestions {
  readonly title: string;
  readonly questions: readonly OfferedQuestion[];
}
