import "server-only";
import type { PoolClient } from "pg";
import { applyUpdate, type Doc } from "yjs";
import type { TeamContext } from "@/lib/auth/context";
import { createDocument } from "@/lib/collab/document";
import type { Item } from "@/lib/tools/definition";

/** A response as stored: a merged document and the updates since. */
export interface StoredDocument {
  readonly responseId: string;
  /** Number of the newest update. */
  readonly seq: number;
  readonly snapshotSeq: number;
  readonly isCompleted: boolean;
  /** Empty before the first compaction. */
  readonly snapshot: Uint8Array;
  /** Updates after the snapshot, in order. */
  readonly tail: readonly Uint8Array[];
}

interface StoredRow {
  id: string;
  last_seq: string;
  snapshot_seq: string;
  snapshot: Buffer;
  is_completed: boolean;
  tail_seq: string | null;
  tail: string[] | null;
}

const LOAD = `
  select r.id, r.last_seq, r.snapshot_seq, r.snapshot, r.completed_at is not null as is_completed, t.tail_seq, t.tail
    from response r
    left join lateral (
      select max(u.seq) as tail_seq, json_agg(encode(u.update, 'base64') order by u.seq) as tail
        from response_update u
       where u.agency_id = r.agency_id and u.response_id = r.id and u.seq > r.snapshot_seq
    ) t on true
   where r.agency_id = $1 and r.team_id = $2 and r.tool_number = $3`;

async function load(client: PoolClient, context: TeamContext, toolNumber: number, lock: boolean) {
  const { rows } = await client.query<StoredRow>({
    name: lock ? "response-lock" : "response-load",
    text: lock ? `${LOAD} for no key update of r` : LOAD,
    values: [context.agencyId, context.teamId, toolNumber],
  });
  return rows[0] ?? null;
}

function toDocument(row: StoredRow): StoredDocument {
  return {
    responseId: row.id,
    seq: Number(row.last_seq),
    snapshotSeq: Number(row.snapshot_seq),
    isCompleted: row.is_completed,
    snapshot: row.snapshot,
    tail: (row.tail ?? []).map((update) => Buffer.from(update, "base64")),
  };
}

/** The stored document, or null before the first save. */
export async function findStoredDocument(
  client: PoolClient,
  context: TeamContext,
  toolNumber: number,
): Promise<StoredDocument | null> {
  const row = await load(client, context, toolNumber, false);
  return row && toDocument(row);
}

/** The same, held for this transaction; made when there is none. Who comes second waits for the first to commit. */
export async function lockStoredDocument(
  client: PoolClient,
  context: TeamContext,
  tool: { readonly number: number; readonly version: number },
): Promise<StoredDocument> {
  for (let attempt = 0; attempt < 2; attempt++) {
    let row = await load(client, context, tool.number, true);
    if (row) {
      // Having waited for the lock, the statement shows the response as it is now, but its updates as they were when
      // the statement began. Under the lock, a second look sees all of them.
      if (row.tail_seq !== row.last_seq && row.last_seq !== row.snapshot_seq) {
        row = (await load(client, context, tool.number, true)) as StoredRow;
      }
      return toDocument(row);
    }
    await client.query(
      `insert into response (agency_id, id, team_id, tool_number, tool_version)
       values ($1, gen_random_uuid(), $2, $3, $4) on conflict (agency_id, team_id, tool_number) do nothing`,
      [context.agencyId, context.teamId, tool.number, tool.version],
    );
  }
  throw new Error("the response was made and then could not be found");
}

/** The document the stored updates add up to. */
export function openStoredDocument(stored: StoredDocument | null, items: ReadonlyMap<string, Item>): Doc {
  const doc = createDocument(items.values());
  if (!stored) return doc;
  doc.transact(() => {
    if (stored.snapshot.byteLength > 0) applyUpdate(doc, stored.snapshot);
    for (const update of stored.tail) applyUpdate(doc, update);
  });
  return doc;
}
