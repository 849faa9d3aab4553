import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { editionOf } from "@/lib/sync/edition";
import { documentItemsOf } from "@/lib/sync/work/document-items";
import { workOnDocument } from "@/lib/sync/work/document-pool";
import type { PutIn } from "@/lib/sync/work/document-work";
import { findStoredDocument, partsOf } from "./response-document";
import { MovedOnError, type SaveResult, saveUpdate } from "./save-update";
import { itemIndexOf, requireOpenTool } from "./tool-access";

/** Each time somebody saved something else of the tool in between. */
const MOST_TRIES = 20;

/**
 * Takes out of the stored document what was put into it, as one change with an entry of its own in the history, if it
 * stands there exactly so: of what a teammate wrote on it since, nothing is lost. Out already, it stays so.
 * @returns "changed" when it does not stand there as it was put in.
 */
export async function takeBackAsServer(context: TeamContext, toolRef: ToolRef, putIn: PutIn): Promise<SaveResult | "changed"> {
  const items = documentItemsOf(itemIndexOf(requireOpenTool(context, toolRef)));
  for (let tries = 1; ; tries++) {
    const stored = await findStoredDocument(context, toolRef);
    const seq = stored?.seq ?? 0;
    const update = await workOnDocument(context, "takeBack", { items, parts: partsOf(stored), putIn });
    if (update === "changed") return update;
    if (update === null) return { ok: true, seq };
    try {
      return await saveUpdate(context, toolRef, update, { isOurs: true, edition: editionOf(seq), onlyAt: seq });
    } catch (error) {
      if (!(error instanceof MovedOnError) || tries >= MOST_TRIES) throw error;
    }
  }
}
