import "server-only";
import { TOOLS } from "@/content/toolkits";
import { type AnswerMove, findMovedItems, formerItems, type KeptAnswer, upgradeAnswers } from "@/lib/domain/item/upgrades";
import { WORKBOOK_ID } from "@/lib/domain/people/person";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { isSameTool, refOf, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { callAsAgency, withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { publishSave } from "@/lib/sync/server/publish";
import { documentItemsOf } from "@/lib/sync/work/document-items";
import { workOnDocument } from "@/lib/sync/work/document-pool";
import { checkChangedAnswers } from "./check-answers";
import type { StoredDocument } from "./response-document";
import { itemIndexOf, openKeysOf } from "./tool-access";

/**
 * Brings a response's answers along to the newest version of its tool: one edit of the document with its answers and
 * history, as any other, but the workbook's own and whatever its standing, for nobody changed their mind. What finds no
 * place is kept; comments, files and assignments go with an answer that moved. Done once: of two people who open the tool at the same time, one finds it done (upgrade_response, in
 * prisma/migrations).
 */
export async function upgradeResponse(context: TeamContext, tool: ToolDefinition, stored: StoredDocument): Promise<void> {
  const items: ReadonlyMap<string, Item> = new Map([...formerItems(tool, stored.toolVersion), ...itemIndexOf(tool)]);
  const source = { items: documentItemsOf(items), parts: { snapshot: stored.snapshot, tail: stored.tail } };
  const { answers } = await workOnDocument(context, "readDocument", source);
  const { moves, kept } = upgradeAnswers(tool, stored.toolVersion, answers);
  const edit = { kind: "answers", answers: Object.fromEntries(moves.map(({ itemId, answer }) => [itemId, answer])) } as const;
  const update = await workOnDocument(context, "editDocument", { ...source, edit });
  const applied = update instanceof Uint8Array ? await workOnDocument(context, "applyChange", { ...source, update, isOurs: true }) : null;
  if (applied && applied.kind !== "applied") throw new Error(`an upgrade of ${tool.ref.toolId} could not be applied: ${applied.kind}`);
  const changes = applied ? await checkChangedAnswers(applied.changes, items, async () => answers) : [];
  const seq = stored.seq + 1;
  const [written] = await callAsAgency<{ upgrade_response: boolean }>({ ...context, userId: WORKBOOK_ID }, "upgrade_response", [
    stored.responseId,
    stored.toolVersion,
    tool.version,
    stored.seq,
    seq,
    applied?.update ?? null,
    JSON.stringify(changes.map(({ item, answer }) => ({ item_id: item.id, value: answer, from_item: originOf(moves, item.id) }))),
    applied?.sizeBytes ?? null,
    applied?.snapshot ?? null,
    JSON.stringify(kept),
    JSON.stringify(findMovedItems(tool, stored.toolVersion)),
    toolItems(tool).filter(({ extension }) => !extension).map(({ id }) => id),
  ]);
  if (!written?.upgrade_response || !applied) return;
  const save = { seq, update: applied.update, itemIds: changes.map(({ item }) => item.id) };
  publishSave({ ...context, userId: WORKBOOK_ID }, tool.ref, save);
}

function originOf(moves: readonly AnswerMove[], itemId: string): string {
  return moves.find((move) => move.itemId === itemId)?.fromItem ?? itemId;
}

/** The responses, of these tools (all for null), whose answers stand in an older version than the tool has now. */
export async function findOutdated(context: TeamContext, toolRefs: readonly ToolRef[] | null): Promise<readonly ToolRef[]> {
  const changed = TOOLS.filter(({ version }) => version > 1);
  // While no tool was ever changed, nobody is asked about versions.
  if (changed.length === 0) return [];
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ toolkitId: string; toolId: string; version: number }>(
      `select toolkit_id as "toolkitId", tool_id as "toolId", tool_version as version
         from response
        where agency_id = $1 and team_id = $2 and ($3::text[] is null or toolkit_id || '/' || tool_id = any($3::text[]))`,
      [context.agencyId, context.teamId, openKeysOf(context, toolRefs)],
    ),
  );
  const isOutdated = (row: (typeof rows)[number]) => changed.some(({ ref, version }) => isSameTool(ref, row) && row.version < version);
  return rows.filter(isOutdated).map(refOf);
}

/** Answers that had no place when a response was brought along, oldest version first. */
export async function listKeptAnswers(context: TeamContext, tool: ToolDefinition): Promise<readonly KeptAnswer[]> {
  if (tool.version === 1) return [];
  const { agencyId, teamId } = context;
  const upgrades = await withAgency(context, (tx) =>
    tx.responseUpgrade.findMany({
      where: { agencyId, response: { teamId, ...tool.ref } },
      orderBy: { toVersion: "asc" },
      select: { kept: true },
    }),
  );
  return upgrades.flatMap(({ kept }) => kept as unknown as KeptAnswer[]);
}
