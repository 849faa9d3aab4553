import { applyUpdate, type Doc } from "yjs";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createDocument, writeAnswer } from "@/lib/sync/document/document";
import { getResponseView, type ResponseView } from "@/lib/responses/responses";
import type { Answer } from "@/lib/domain/answer/answers";
import { itemsById } from "@/lib/domain/tool/items";
import { query } from "./database";

/** A person's copy of a response: edits it and gives the update a browser would send. */
export class Client {
  readonly #items;
  readonly doc: Doc;

  private constructor(tool: number, view: Pick<ResponseView, "documentState">) {
    this.#items = itemsById(getTool(tool));
    this.doc = createDocument(this.#items.values());
    applyUpdate(this.doc, Buffer.from(view.documentState, "base64"));
  }

  static async open(context: TeamContext, tool: number): Promise<Client> {
    return new Client(tool, await getResponseView(context, refTo(tool)));
  }

  /** The update that `change` makes; all of it in one. */
  edit(change: (doc: Doc) => void): Uint8Array {
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    this.doc.on("update", collect);
    this.doc.transact(() => change(this.doc));
    this.doc.off("update", collect);
    const [update] = updates;
    if (!update) throw new Error("the edit changed nothing");
    return update;
  }

  answer(itemId: string, answer: Answer | null): Uint8Array {
    const item = this.#items.get(itemId);
    if (!item) throw new Error(`no item ${itemId}`);
    return this.edit((doc) => writeAnswer(doc, item, answer as never));
  }
}

/** Every row of the tables a save writes to, read past row level security. */
export async function storedRows() {
  const read = (sql: string) => query<Record<string, unknown>>(process.env.DATABASE_OWNER_URL as string, sql);
  return {
    responses: await read("select * from response order by agency_id, team_id, toolkit_id, tool_id"),
    updates: await read("select * from response_update order by agency_id, response_id, seq"),
    answers: await read("select * from answer order by agency_id, response_id, item_id"),
    revisions: await read("select * from answer_revision order by agency_id, response_id, item_id, user_id, minute"),
  };
}

/** A digest of each of these tables, for whether anything changed: comparing megabytes byte by byte takes most of a minute. */
export async function storedDigests(): Promise<Readonly<Record<string, unknown>>> {
  const digests: Record<string, unknown> = {};
  for (const table of ["response", "response_update", "answer", "answer_revision"]) {
    const sql = `select count(*), md5(string_agg(row, '' order by row)) from (select md5(t::text) as row from ${table} t) rows`;
    digests[table] = await query<Record<string, unknown>>(process.env.DATABASE_OWNER_URL as string, sql);
  }
  return digests;
}
