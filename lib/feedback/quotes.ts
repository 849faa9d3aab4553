import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import type { TableRow } from "@/lib/domain/answer/answers";
import { type QuotePlace, type QuoteTarget, quotationOf } from "@/lib/domain/feedback/quotation";
import { shorten } from "@/lib/domain/text/shorten";
import type { Item } from "@/lib/domain/tool/definition";
import { itemName, toolItems } from "@/lib/domain/tool/items";
import { placesOfRepeatedItems } from "@/lib/domain/tool/item-places";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { editAsServer } from "@/lib/responses/responses";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import type { ServerEdit } from "@/lib/sync/work/document-work";
import { ANSWER_GONE, FORM_GONE, refuseField } from "./feedback-errors";
import { LABEL_MAX } from "./read-quotes";
import { type AnswerKey, findAnswer } from "./looked-answers";
import { findForm } from "./team-forms";

/** More are found faster in the tool itself. */
const MOST_ROWS = 100;

/** Where in a tool a quotation can go; none where it is not open to this person. */
export async function listQuoteTargets(context: TeamContext, toolRef: ToolRef): Promise<readonly QuoteTarget[]> {
  const tool = findOpenTool(context, toolRef);
  if (!tool) return [];
  const places = placesOfRepeatedItems(tool);
  const { answers } = await getTeamAnswers(context, [toolRef]);
  const label = (item: Item) => shorten([places.get(item.id), itemName(item)].filter(Boolean).join(": "), LABEL_MAX);
  return toolItems(tool).flatMap((item): QuoteTarget[] => {
    if (item.kind === "text") return [{ kind: "text", itemId: item.id, label: label(item) }];
    if (item.kind !== "table") return [];
    const columns = item.columns.filter(({ kind }) => kind === "text").map(({ id, label: head }) => ({ id, label: shorten(head, LABEL_MAX) }));
    const rows = ((answers[item.id] as readonly TableRow[] | undefined) ?? []).slice(0, MOST_ROWS).map(({ id, cells }, index) => ({
      id,
      label: shorten(`${index + 1}. ${columns.map((column) => (cells[column.id] ?? "").trim()).find((cell) => cell !== "") ?? "(blank)"}`, LABEL_MAX),
    }));
    return columns.length === 0 ? [] : [{ kind: "table", itemId: item.id, label: label(item), rowName: item.rowName, columns, rows }];
  });
}

/** The edit that puts words there, and the row they are in. @throws RefusedError for what is no place of the tool. */
function editFor(context: TeamContext, { itemId, columnId, rowId, ...toolRef }: QuotePlace, words: string): { readonly edit: ServerEdit; readonly rowId: string | null } {
  const tool = findOpenTool(context, toolRef);
  const item = tool ? itemIndexOf(tool).get(itemId) : undefined;
  if (item?.kind === "text" && columnId === null && rowId === null) return { edit: { kind: "append", itemId, words }, rowId: null };
  const column = item?.kind === "table" ? item.columns.find(({ id, kind }) => id === columnId && kind === "text") : undefined;
  if (!column) throw refuseField("item", "Choose where it goes.");
  if (rowId !== null) return { edit: { kind: "append-cell", tableId: itemId, rowId, columnId: column.id, words }, rowId };
  const newRow = randomBytes(12).toString("hex");
  return { edit: { kind: "add-rows", tableId: itemId, rows: [{ id: newRow, cells: { [column.id]: words } }] }, rowId: newRow };
}

export interface NewQuote {
  readonly questionId: string;
  /** As changed by whoever brings them in. */
  readonly words: string;
  readonly place: QuotePlace;
}

/**
 * Brings words of an answer that counts into a tool, after what stands there, with their source. They become an ordinary answer
 * of the tool, under the name of whoever brought them; the tool's history and the answer both tell.
 * @throws RefusedError for an answer that does not count, and what saving refuses.
 */
export async function bringIntoTool(context: TeamContext, { formId, answerId }: AnswerKey, { questionId, words, place }: NewQuote): Promise<{ readonly quoteId: string }> {
  const form = await findForm(context, formId);
  if (!form) throw new RefusedError(FORM_GONE);
  const answer = await findAnswer(context, form, answerId);
  const question = form.questions.find(({ id }) => id === questionId);
  if (!answer || question?.kind !== "text" || answer.answers[questionId] === undefined) throw new RefusedError(ANSWER_GONE);
  if (answer.state !== "counted") throw new RefusedError("Only answers that count can be brought into a tool. Let it count first.");
  const { edit, rowId } = editFor(context, place, quotationOf(words, answer.answeredOn));
  const { agencyId, teamId, userId } = context;
  const quoteId = randomUUID();
  const edited = await editAsServer(context, place, edit, {
    alongside: async (client) => {
      await client.query(
        `insert into feedback_quote (agency_id, team_id, form_id, answer_id, id, question_id, toolkit_id, tool_id, item_id, row_id, words, brought_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [agencyId, teamId, formId, answerId, quoteId, questionId, place.toolkitId, place.toolId, place.itemId, rowId, words, userId],
      );
    },
  });
  if (edited === "no-row") throw refuseField("row", "This row is not there any more. Choose another.");
  if (!edited.result.ok) throw new RefusedError(edited.result.refusal.message);
  return { quoteId };
}
