import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getEvidence, listItemEvidence } from "@/lib/evidence/read-evidence";
import { addEvidence, removeEvidence } from "@/lib/evidence/change-evidence";
import { completeTool } from "@/lib/responses/tool-status";
import { toolItems } from "@/lib/domain/tool/items";
import { startBucketServer } from "../support/bucket-server";
import { query } from "../support/database";
import { bytesOf, pdfOf } from "../support/evidence-files";
import { createAgencyFixture, teamContext } from "../support/people";

// In a file of its own: the settings are read once.

const place = { toolRef: refTo(1), itemId: toolItems(getTool(1))[0]?.id as string };
const from = { source: null };

let bucket: Awaited<ReturnType<typeof startBucketServer>>;
let admin: TeamContext;

beforeAll(async () => {
  bucket = await startBucketServer();
  Object.assign(process.env, bucket.settings);
  const fixture = await createAgencyFixture();
  admin = await teamContext(fixture.admin, fixture.teamId);
});

afterAll(() => bucket.stop());

beforeEach(async () => {
  for (const { id } of (await listItemEvidence(admin, place)) ?? []) await removeEvidence(admin, place, id, from);
});

const add = (bytes = pdfOf(), name = "policy.pdf") => addEvidence(admin, place, { name, bytes }, from);
const rows = (sql: string) => query<Record<string, unknown>>(process.env.DATABASE_OWNER_URL as string, sql);

test("a file lies in the bucket alone, under a key that tells nothing of it, and comes back byte by byte", async () => {
  const bytes = pdfOf("Carry policy");
  const file = await add(bytes, "Carry policy.pdf");
  const [key = "", ...others] = bucket.objects().keys();
  expect(others).toEqual([]);
  expect(key).toMatch(new RegExp(`^${admin.agencyId}/${admin.teamId}/[0-9a-f-]{36}$`));
  expect(Buffer.compare(bucket.objects().get(key) as Buffer, bytes)).toBe(0);
  expect(await rows("select file_id from evidence_content")).toEqual([]);
  const got = await getEvidence(admin, place, file?.id as string, from);
  expect(got?.name).toBe("Carry policy.pdf");
  expect(Buffer.compare(got?.bytes as Uint8Array, bytes)).toBe(0);
});

test("removing a file removes its object", async () => {
  const file = await add();
  await removeEvidence(admin, place, file?.id as string, from);
  expect(bucket.objects().size).toBe(0);
});

test("an upload the bucket refuses or never hears leaves no row", async () => {
  const isRefused = async () => {
    await expect(add()).rejects.toThrow();
    expect(await listItemEvidence(admin, place)).toEqual([]);
  };
  await bucket.withOtherSecret(isRefused);
  await bucket.whileDown(isRefused);
  expect(bucket.objects().size).toBe(0);
  await add();
  expect(bucket.objects().size).toBe(1);
});

test("of two equal files at once one is kept, and no object without a row", async () => {
  const outcomes = await Promise.allSettled([add(), add(), add()]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(bucket.objects().size).toBe(1);
});

test("an object that can't be removed is left behind with its key in the log; the file is gone", async () => {
  const file = await add(bytesOf("left behind"), "left.txt");
  const [key] = bucket.objects().keys();
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await bucket.withOtherSecret(async () => {
    expect(await removeEvidence(admin, place, file?.id as string, from)).toEqual({ name: "left.txt" });
  });
  expect(log.mock.calls).toEqual([[`An object was left in the bucket: ${key}`, expect.any(Error)]]);
  log.mockRestore();
  expect(await listItemEvidence(admin, place)).toEqual([]);
});

test("a file that was stored before there was a bucket is still read from the database", async () => {
  const bytes = bytesOf("from before");
  const file = await add(bytes, "before.txt");
  await rows(`update evidence_file set storage_key = null where id = '${file?.id}'`);
  await rows(`insert into evidence_content values ('${admin.agencyId}', '${file?.id}', 'from before')`);
  const got = await getEvidence(admin, place, file?.id as string, from);
  expect(Buffer.compare(got?.bytes as Uint8Array, bytes)).toBe(0);
});

test("nothing travels to the bucket for a tool that is complete", async () => {
  await completeTool(admin, refTo(1));
  const before = bucket.objects().size;
  await expect(add(bytesOf("late"), "late.txt")).rejects.toThrow(/marked complete/);
  expect(bucket.objects().size).toBe(before);
});
