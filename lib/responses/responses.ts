import "server-only";
import { mergeUpdates } from "yjs";
import { TOOLS } from "@/content/toolkits";
import type { Answers } from "@/lib/domain/answer/answers";
import { countedAnswers } from "@/lib/domain/readiness/assessed-items";
import { askedItems, hasConditions } from "@/lib/domain/item/asked-items";
import { countProgress, type Progress } from "@/lib/domain/item/item-readers";
import type { ToolReportMeta } from "@/lib/domain/report/report-model";
import { isSameTool, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { editionOf } from "@/lib/sync/edition";
import type { SetByItem } from "@/lib/sync/set-by";
import { documentItemsOf } from "@/lib/sync/work/document-items";
import { workOnDocument } from "@/lib/sync/work/document-pool";
import type { ServerEdit } from "@/lib/sync/work/document-work";
import { findSetBy } from "./find-set-by";
import { findNews, findStoredDocument, partsOf } from "./response-document";
import { listResponseFacts, metaOf } from "./response-facts";
import { MovedOnError, type SaveOptions, type SaveResult, saveUpdate } from "./save-update";
import { getTeamAnswers, NO_ANSWERS } from "./team-answers";
import { findOpenTool, itemIndexOf, requireOpenTool } from "./tool-access";

/** One response as a page shows it. */
export interface ResponseView extends ToolReportMeta {
  /** As they lie in the document: blank rows and spaces included, so that a reload shows what was typed. */
  readonly answers: Answers;
  /** The Yjs document in base64, as of `seq`. */
  readonly documentState: string;
  /** Number of the newest update; 0 before the first. */
  readonly seq: number;
  /** Who set each choice, status, rating and date, by item id. */
  readonly setBy: SetByItem;
}

/** The team's response to one tool; an empty one before anybody answered. @throws RangeError for a tool they may not open. */
export async function getResponseView(context: TeamContext, toolRef: ToolRef): Promise<ResponseView> {
  const tool = requireOpenTool(context, toolRef);
  const items = itemIndexOf(tool);
  // What is read beside the document is of the same version.
  if (tool.version > 1) await findStoredDocument(context, toolRef);
  const markedIds = [...items.values()].filter(({ kind }) => kind !== "text" && kind !== "table").map(({ id }) => id);
  const [stored, [[facts], setBy]] = await Promise.all([
    findStoredDocument(context, toolRef),
    withAgencyConnection(
      context,
      async (client) =>
        [
          await listResponseFacts(client, context, [toolKey(tool.ref)]),
          await findSetBy(client, context, { toolRef: tool.ref, itemIds: markedIds }),
        ] as const,
    ),
  ]);
  const { answers, state } = await workOnDocument(context, "readDocument", { items: documentItemsOf(items), parts: partsOf(stored) });
  return {
    ...metaOf(facts),
    answers,
    documentState: Buffer.from(state).toString("base64"),
    seq: stored?.seq ?? 0,
    setBy,
  };
}

export interface UpdatesSince {
  /** Number of the newest update included. */
  readonly seq: number;
  /** Everything after the number asked for, as one update; possibly more than that. Empty when there is nothing new. */
  readonly update: Uint8Array;
}

/** What was saved to a response after update number `after`. @throws RangeError for a tool they may not open. */
export async function getUpdatesSince(context: TeamContext, toolRef: ToolRef, after: number): Promise<UpdatesSince> {
  requireOpenTool(context, toolRef);
  const news = await findNews(context, toolRef, after);
  if (!news || news.updates?.length === 0) return { seq: news?.seq ?? 0, update: new Uint8Array() };
  if (news.updates) return { seq: news.seq, update: mergeUpdates([...news.updates]) };
  const stored = await findStoredDocument(context, toolRef);
  if (!stored) return { seq: 0, update: new Uint8Array() };
  return { seq: stored.seq, update: mergeUpdates([stored.snapshot, ...stored.tail].filter(({ byteLength }) => byteLength > 0)) };
}

/** Where a team stands with one tool. */
export interface ToolProgress extends ToolReportMeta {
  readonly toolRef: ToolRef;
  readonly progress: Progress;
}

/** Where the team stands with each tool the person may open, in toolkit order. */
export async function listTeamProgress(context: TeamContext): Promise<ToolProgress[]> {
  const facts = await withAgencyConnection(context, (client) => listResponseFacts(client, context));
  const tools = TOOLS.filter((tool) => findOpenTool(context, tool.ref));
  // How much such a tool asks depends on its answers.
  const conditional = tools.filter((tool) => hasConditions(tool) && facts.some(({ toolRef }) => isSameTool(toolRef, tool.ref)));
  const { answers, records } = conditional.length > 0 ? await getTeamAnswers(context, conditional.map(({ ref }) => ref)) : NO_ANSWERS;
  const counted = countedAnswers({ answers, records });
  return tools.map((tool) => {
    const found = facts.find(({ toolRef }) => isSameTool(toolRef, tool.ref));
    const { answered, total } = countProgress(askedItems(tool, answers), counted);
    return { toolRef: tool.ref, ...metaOf(found), progress: { answered: conditional.includes(tool) ? answered : (found?.answeredCount ?? 0), total } };
  });
}

/**
 * Writes answers on the server (seed, restoring) the way a person's browser does: as one update to the document,
 * checked and recorded like any other. Items not named stay as they are; null clears one.
 */
export async function updateAnswersAsServer(
  context: TeamContext,
  toolRef: ToolRef,
  answers: Readonly<Record<string, Answers[string] | null>>,
  options: Pick<SaveOptions, "holdsResponse"> = {},
): Promise<SaveResult> {
  const edited = await editAsServer(context, toolRef, { kind: "answers", answers }, options);
  if (edited === "no-row") throw new RangeError("an edit of answers names no row");
  return edited.result;
}

/**
 * Changes the stored document on the server the way a person's browser does: as one update, checked and recorded like
 * any other, with an entry of its own in the history. What teammates save meanwhile is merged.
 * @param more with `isLast` it is made to what is stored by then: of two changes at the same moment merging would let either win.
 * @returns "no-row" when the edit is about a row that the table never had.
 */
export async function editAsServer(
  context: TeamContext,
  toolRef: ToolRef,
  edit: ServerEdit,
  more: Pick<SaveOptions, "holdsResponse" | "alongside"> & { readonly isLast?: boolean } = {},
): Promise<{ readonly result: SaveResult; /** False when the document was like that already. */ readonly hasChanged: boolean } | "no-row"> {
  const { isLast = false, ...options } = more;
  const items = itemIndexOf(requireOpenTool(context, toolRef));
  for (let tries = 1; ; tries += 1) {
    const stored = await findStoredDocument(context, toolRef);
    const seq = stored?.seq ?? 0;
    const update = await workOnDocument(context, "editDocument", { items: documentItemsOf(items), parts: partsOf(stored), edit });
    if (update === "no-row") return update;
    if (!update) return { result: { ok: true, seq }, hasChanged: false };
    try {
      const result = await saveUpdate(context, toolRef, update, { ...options, isOurs: true, edition: editionOf(seq), ...(isLast && { onlyAt: seq }) });
      return { result, hasChanged: true };
    } catch (error) {
      if (!(error instanceof MovedOnError) || tries >= MOST_TRIES) throw error;
    }
  }
}

/** Others save meanwhile; each time that they do, one of them got on. */
const MOST_TRIES = 20;
