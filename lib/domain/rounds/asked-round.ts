import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** An open round that waits for somebody's ratings. */
export interface AskedRound {
  readonly roundId: string;
  readonly number: number;
  readonly tool: ToolRef;
  /** How many statements it asks about. */
  readonly items: number;
  /** "2026-12-04"; null where no day was said. */
  readonly untilOn: string | null;
  readonly opened: ReportEvent;
}
