import { beforeEach, describe, expect, test } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createDocument } from "@/lib/sync/document/document";
import { forgetDocuments, keepDocument, responseKeyOf, takeDocument } from "@/lib/responses/kept-documents";
import { findStoredDocument } from "@/lib/responses/response-document";
import { getResponseView, updateAnswersAsServer } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { completeTool, lockTool, reopenTool } from "@/lib/responses/tool-status";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { toolItems } from "@/lib/domain/tool/items";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { query as queryAt } from "../support/database";
import { createAgencyFixture, teamContext } from "../support/people";
import { Client } from "../support/responses";
import { getTool, refTo } from "../support/tools";

const TOOL = 8;
const [text, other] = toolItems(getTool(TOOL)).filter(({ kind }) => kind === "text").map(({ id }) => id) as [string, string];

let context: TeamContext;

beforeEach(async () => {
  forgetDocuments();
  const { admin, teamId } = await createAgencyFixture();
  context = await teamContext(admin, teamId, "response:lock");
});

const save = (update: Uint8Array) => saveUpdate(context, refTo(TOOL), update);
const answers = async () => (await getResponseView(context, refTo(TOOL)))?.answers;
const keyOf = (of: TeamContext) => responseKeyOf(of, refTo(TOOL));

/** Past row level security. */
const query = (sql: string, values: readonly unknown[]) => queryAt(process.env.DATABASE_OWNER_URL as string, sql, values);

/** What another instance of the app does, which has kept nothing of this one's. */
async function elsewhere<T>(work: () => Promise<T>): Promise<T> {
  const ours = takeDocument(keyOf(context));
  const result = await work();
  forgetDocuments();
  if (ours) keepDocument(keyOf(context), ours);
  return result;
}

describe("a document that is kept from the save before", () => {
  test("saves as one that is read anew: the log adds up to the answers after every save", async () => {
    const client = await Client.open(context, TOOL);
    for (let count = 1; count <= 40; count++) {
      expect(await save(client.answer(count % 3 ? text : other, `Words number ${count}`))).toEqual({ ok: true, seq: count });
      expect(keptDocument()?.seq).toBe(count);
    }
    const stored = await findStoredDocument(context, refTo(TOOL));
    expect(stored).toMatchObject({ seq: 40, snapshotSeq: 32 });
    expect(await answers()).toEqual({ [text]: "Words number 40", [other]: "Words number 39" });
    expect((await Client.open(context, TOOL)).doc.getText(text).toString()).toBe("Words number 40");
  });

  test("is let go of when another instance has saved since: the change goes to what is stored", async () => {
    const [one, two] = [await Client.open(context, TOOL), await Client.open(context, TOOL)];
    await save(one.answer(text, "Ours."));
    expect(await elsewhere(() => save(two.answer(other, "Theirs.")))).toEqual({ ok: true, seq: 2 });
    expect(keptDocument()?.seq).toBe(1);
    expect(await save(one.answer(text, "Ours, and more."))).toEqual({ ok: true, seq: 3 });
    expect(await answers()).toEqual({ [text]: "Ours, and more.", [other]: "Theirs." });
  });

  test("does not let a change into a tool that was completed or locked meanwhile", async () => {
    const client = await Client.open(context, TOOL);
    await save(client.answer(text, "Before."));
    await elsewhere(() => completeTool(context, refTo(TOOL)));
    expect(await save((await Client.open(context, TOOL)).answer(text, "After."))).toMatchObject({ ok: false, refusal: { reason: "completed" } });
    await reopenTool(context, refTo(TOOL));
    await save(client.answer(text, "Reopened."));
    await elsewhere(async () => {
      await completeTool(context, refTo(TOOL));
      await lockTool(context, refTo(TOOL));
    });
    expect(keptDocument()).not.toBeNull();
    expect(await save(client.answer(text, "Later."))).toMatchObject({ ok: false, refusal: { reason: "locked" } });
    expect(await answers()).toEqual({ [text]: "Reopened." });
  });

  test("holds nothing of a change that was refused, or rolled back", async () => {
    const client = await Client.open(context, TOOL);
    await save(client.answer(text, "Kept."));
    expect(await save((await Client.open(context, TOOL)).answer(text, "x".repeat(ANSWER_MAX_LENGTH + 1)))).toMatchObject({ ok: false });
    expect(keptDocument()).toBeNull();
    const undone = withAgencyConnection(
      context,
      async () => {
        await updateAnswersAsServer(context, refTo(TOOL), { [other]: "Taken back." });
        throw new Error("as when a file can't be brought in");
      },
      { isJoined: true },
    );
    await expect(undone).rejects.toThrow("brought in");
    expect(keptDocument()).toBeNull();
    expect(await save(client.answer(text, "Kept, and more."))).toEqual({ ok: true, seq: 2 });
    expect(await answers()).toEqual({ [text]: "Kept, and more." });
  });

  test("of a database that lost its last moments is not written on", async () => {
    const client = await Client.open(context, TOOL);
    await save(client.answer(text, "One."));
    const lost = client.answer(text, "One. Two.");
    await save(lost);
    await query("delete from response_update where seq = 2 and response_id = (select id from response where team_id = $1)", [context.teamId]);
    await query("update response set last_seq = 1 where team_id = $1", [context.teamId]);
    const next = client.answer(text, "One. Two. Three.");
    expect(await save(next)).toMatchObject({ ok: false, refusal: { reason: "behind" } });
    expect([await save(lost), await save(next)]).toEqual([{ ok: true, seq: 2 }, { ok: true, seq: 3 }]);
  });
});

/** What is kept, without taking it away. */
function keptDocument() {
  const found = takeDocument(keyOf(context));
  if (found) keepDocument(keyOf(context), found);
  return found;
}

describe("what is kept", () => {
  const document = (snapshotBytes: number) => ({ seq: 1, doc: createDocument([]), sizes: { snapshotBytes, tailBytes: 0, tailLength: 0 } });

  test("is one caller's alone, and a minute old at most", () => {
    keepDocument("a", document(1), 0);
    expect(takeDocument("a", 59_999)?.seq).toBe(1);
    expect(takeDocument("a", 59_999)).toBeNull();
    keepDocument("b", document(1), 0);
    expect(takeDocument("b", 60_000)).toBeNull();
  });

  test("is bounded in number and in bytes; whoever saved longest ago is let go of first", () => {
    for (let index = 0; index <= 400; index++) keepDocument(`number ${index}`, document(1), 0);
    expect([takeDocument("number 0", 1), takeDocument("number 1", 1)?.seq]).toEqual([null, 1]);
    forgetDocuments();
    for (let index = 0; index < 40; index++) keepDocument(`bytes ${index}`, document(64 * 1024), 0);
    expect([takeDocument("bytes 7", 1), takeDocument("bytes 8", 1)?.seq]).toEqual([null, 1]);
  });
});
