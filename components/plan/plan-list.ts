import type { ReaderDays } from "@/lib/domain/plan/plan-groups";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import type { ActionActs } from "./action-menu";
import type { PlanContext } from "./plan-data";

/** What a table and a board are drawn from. */
export interface PlanListProps {
  /** Those that the filter shows. */
  actions: readonly PlannedAction[];
  context: PlanContext;
  days: ReaderDays;
  /** So many are drawn; the rest once the page has come alive. */
  atMost: number;
  /** The page with all of them, where no script draws them. */
  allHref: string;
  /** How each is called where its name stands alone, by id. */
  names: ReadonlyMap<string, string>;
  hrefOf: (action: PlannedAction) => string;
  /** Null for those who only read, and while the plan stands still. */
  acts: ActionActs | null;
}
