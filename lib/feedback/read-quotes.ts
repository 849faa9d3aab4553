import "server-only";
import { getTool } from "@/content/toolkits";
import { personOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { shorten } from "@/lib/domain/text/shorten";
import { itemName } from "@/lib/domain/tool/items";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { itemIndexOf } from "@/lib/responses/tool-access";

/** Words of an answer as they were brought into a tool. */
export interface Quote {
  readonly id: string;
  readonly answerId: string;
  readonly questionId: string;
  readonly tool: ToolRef;
  readonly itemId: string;
  readonly words: string;
  readonly brought: ReportEvent;
}

interface QuoteRow {
  id: string;
  answer_id: string;
  question_id: string;
  toolkit_id: string;
  tool_id: string;
  item_id: string;
  words: string;
  brought_at: Date;
  brought_by: string | null;
}

/** Everything of one form that was brought into tools, the first first. */
export async function listQuotes(context: TeamContext, formId: string): Promise<readonly Quote[]> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<QuoteRow>(
      `select q.id, q.answer_id, q.question_id, q.toolkit_id, q.tool_id, q.item_id, q.words, q.brought_at, ${shownPerson("q.agency_id", "q.brought_by", "q.brought_at")} as brought_by
         from feedback_quote q where q.agency_id = $1 and q.team_id = $2 and q.form_id = $3 order by q.brought_at, q.id`,
      [context.agencyId, context.teamId, formId],
    ),
  );
  return rows.map((row) => ({
    id: row.id,
    answerId: row.answer_id,
    questionId: row.question_id,
    tool: { toolkitId: row.toolkit_id, toolId: row.tool_id },
    itemId: row.item_id,
    words: row.words,
    brought: eventOf(row.brought_at, personOf(row.brought_by)),
  }));
}

/** In the middle of a line. */
export const LABEL_MAX = 110;

/** Where a quotation stands, in words: "Tool 8: What (additional) resources do you need?" */
export function nameQuotePlace({ tool: toolRef, itemId }: Pick<Quote, "tool" | "itemId">): string {
  const tool = getTool(toolRef);
  const item = itemIndexOf(tool).get(itemId);
  return `${tool.label}: ${item ? shorten(itemName(item), LABEL_MAX) : ""}`;
}
