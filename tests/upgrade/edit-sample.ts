import { setTimeout as wait } from "node:timers/promises";
import { ResponseStore } from "@/lib/sync/browser/response-store";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import { toolItems } from "@/lib/domain/tool/items";
import { addressFor, Network } from "@/tests/durability/network";
import { editAtRandom, randomOf } from "@/tests/durability/random-edits";
import { type AppAccess, createSession } from "@/tests/support/e2e-database";
import { getTool, type ToolNumber } from "@/tests/support/tools";

/** The sample leaves these open; between them they have every kind of item but ratings. */
const TOOLS: readonly ToolNumber[] = [4, 8, 10, 12, 13];
/** What that version did not have yet. */
const ADDED_SINCE = /^t8-s3-priorities$|^t12-sheet-\d-(step-\d-(owner|due|status|why)|more)$|^t13-\d-/;
/** Of the sample's people those who may edit all of them. */
const EDITORS = ["Deputy Chief", "Outreach Sergeant", "Peer Recovery Specialist", "Crime Analyst"];

/** The sample's people edit its first team's open tools at random, all at once. @returns how much of it was stored. */
export async function editSample(app: AppAccess & { readonly url: string }, operations: number): Promise<Record<string, number>> {
  const { rows } = await app.database.query<{ userId: string; name: string; teamId: string }>(
    `select m.user_id as "userId", m.display_name as name, t.id as "teamId"
       from membership m join team t on t.agency_id = m.agency_id
      where t.name = 'Core Implementation Team' and m.display_name = any($1)`,
    [EDITORS],
  );
  const people = await Promise.all(rows.map(async (row) => ({ ...row, email: "", password: "", cookie: await createSession(app, row.userId) })));
  if (people.length !== EDITORS.length) throw new Error(`the sample has ${people.length} of its ${EDITORS.length} editors`);
  const random = randomOf(1);
  const network = new Network(app.url, people);
  network.open();
  try {
    const screens = people.flatMap(({ userId, teamId }) =>
      TOOLS.map((number) => {
        const items = toolItems(getTool(number)).filter(({ id }) => !ADDED_SINCE.test(id));
        const updatesUrl = addressFor(app.url, teamId, number, userId);
        const options = { userId, updatesUrl, items: items.map(toDocumentItem), answers: {}, documentState: "", seq: 0 };
        return { items, personIds: people.map((person) => person.userId), store: new ResponseStore({ ...options, timing: { quietMs: 5, maxWaitMs: 20 } }) };
      }),
    );
    await Promise.all(screens.map(({ store }) => store.pull()));
    const rowIds = new Set<string>();
    for (let operation = 0; operation < operations; operation++) {
      editAtRandom(random.pick(screens), random, rowIds);
      if (random() < 0.3) await wait(1);
    }
    for (const { store } of screens) {
      await store.sendNow();
      const state = store.getSaveState();
      if (state.status !== "saved") throw new Error(`not saved: ${JSON.stringify(state)}`);
      store.close();
    }
    const count = async (table: string) => Number((await app.database.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]?.count);
    return { updates: await count("response_update"), answers: await count("answer"), revisions: await count("answer_revision") };
  } finally {
    network.close();
  }
}
