import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { getTool, refTo } from "@/tests/support/tools";
import pg from "pg";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getEvidence, listItemEvidence, listTeamEvidence } from "@/lib/evidence/read-evidence";
import { addEvidence, removeEvidence } from "@/lib/evidence/change-evidence";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { completeTool, lockTool, reopenTool } from "@/lib/responses/tool-status";
import { personOf } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import { EVIDENCE_FILES_PER_ITEM, EVIDENCE_TEAM_MAX_BYTES } from "@/lib/domain/limits";
import { query } from "../support/database";
import { bytesOf, pdfOf } from "../support/evidence-files";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, teamContext } from "../support/people";
import { toolKey } from "@/lib/domain/tool/tool-ref";

const items = toolItems(getTool(1));
const place = { toolRef: refTo(1), itemId: items[0]?.id as string };
const elsewhere = { toolRef: refTo(1), itemId: items[1]?.id as string };
const from = { source: "203.0.113.7" };

const sql = <Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []) =>
  query<Row>(process.env.DATABASE_OWNER_URL as string, text, values);

let fixture: AgencyFixture;
let lead: TeamContext;
let member: TeamContext;
let memberPerson: Person;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  memberPerson = await addToTeam(fixture, "member");
  lead = await teamContext(await addToTeam(fixture, "lead"), fixture.teamId);
  member = await teamContext(memberPerson, fixture.teamId);
});

beforeEach(() => sql("delete from evidence_file"));

let count = 0;
const fresh = () => bytesOf(`line ${(count += 1)}`);

async function add(context = member, at = place, given: { name?: string; bytes?: Uint8Array<ArrayBuffer> } = {}) {
  const file = await addEvidence(context, at, { name: "notes.txt", bytes: fresh(), ...given }, from);
  if (!file) throw new Error("not added");
  return file;
}

describe("a file on an item", () => {
  test("is listed with name, kind, size and who added it, and comes back byte by byte", async () => {
    const bytes = pdfOf("Carry policy");
    const file = await add(member, place, { name: "a/b/Carry\u202e policy.pdf", bytes });
    expect(file).toMatchObject({
      name: "Carry policy.pdf",
      mediaType: "application/pdf",
      sizeBytes: bytes.length,
      added: { by: personOf(member.userId) },
      canRemove: true,
    });
    expect(await listItemEvidence(lead, place)).toEqual([file]);
    expect(await listItemEvidence(lead, elsewhere)).toEqual([]);
    const got = await getEvidence(lead, place, file.id, from);
    expect(got).toMatchObject({ name: "Carry policy.pdf", mediaType: "application/pdf" });
    expect(Buffer.compare(got?.bytes as Uint8Array, bytes)).toBe(0);
    expect(await getEvidence(lead, elsewhere, file.id, from)).toBeNull();
    expect(await listTeamEvidence(lead)).toMatchObject([{ ...place, id: file.id }]);
    expect(await listTeamEvidence(lead, [refTo(2)])).toEqual([]);
  });

  test("goes to the database and does not come back: reading it again held everybody up", async () => {
    const answers = vi.spyOn(pg.Client.prototype, "query");
    const bytes = bytesOf("words ".repeat(50_000));
    try {
      await add(member, place, { bytes });
      const results = await Promise.all(answers.mock.results.map(({ value }) => value as Promise<pg.QueryArrayResult> | undefined));
      const sizes = results.flatMap((result) => result?.rows ?? []).map((row) => JSON.stringify(row).length);
      expect(sizes.length).toBeGreaterThan(3);
      expect(Math.max(...sizes)).toBeLessThan(bytes.byteLength / 10);
    } finally {
      answers.mockRestore();
    }
  });

  test("is audited by its ids when added, read and removed", async () => {
    const { id: fileId } = await add();
    await getEvidence(lead, place, fileId, from);
    await removeEvidence(lead, place, fileId, from);
    const target = { tool: toolKey(place.toolRef), itemId: place.itemId, teamId: fixture.teamId, fileId };
    const events = await sql("select action, outcome, target, source from audit_event where target->>'fileId' = $1 order by id", [fileId]);
    expect(events).toEqual(
      ["evidence:add", "evidence:view", "evidence:remove"].map((action) => ({ action, outcome: "done", target, ...from })),
    );
  });

  test("of somebody who left stays theirs, and is a lead's to remove", async () => {
    const leaving = await addToTeam(fixture, "member");
    const { id } = await add(await teamContext(leaving, fixture.teamId));
    const admin = await agencyContext(fixture.admin, fixture.agencyId, "agency-member:remove");
    await removeAgencyMember(admin, leaving.userId);
    expect(await listItemEvidence(lead, place)).toMatchObject([{ added: { by: personOf(leaving.userId) } }]);
    expect(await removeEvidence(lead, place, id, from)).toEqual({ name: "notes.txt" });
  });
});

describe("removing", () => {
  test("is for whoever added it, leads and admins, and takes the bytes with it", async () => {
    const admin = await teamContext(fixture.admin, fixture.teamId);
    const other = await teamContext(await addToTeam(fixture, "member"), fixture.teamId);
    for (const person of [member, lead, admin]) {
      const { id } = await add();
      await expect(removeEvidence(other, place, id, from)).rejects.toThrow(/team lead or an agency admin/);
      expect(await removeEvidence(person, place, id, from)).toEqual({ name: "notes.txt" });
      expect(await removeEvidence(person, place, id, from)).toBeNull();
    }
    expect(await sql("select file_id from evidence_content")).toEqual([]);
  });

  test("is offered only to those who may", async () => {
    await add();
    const other = await teamContext(await addToTeam(fixture, "member"), fixture.teamId);
    const viewer = await teamContext(await addToTeam(fixture, "viewer"), fixture.teamId);
    const canRemove = async (context: TeamContext) => (await listItemEvidence(context, place))?.[0]?.canRemove;
    expect([await canRemove(member), await canRemove(lead), await canRemove(other), await canRemove(viewer)]).toEqual([true, true, false, false]);
  });
});

describe("refused, with nothing stored", () => {
  test("the same bytes a second time on an item, naming the first; another item takes them", async () => {
    const bytes = fresh();
    await add(member, place, { name: "first.txt", bytes });
    await expect(add(lead, place, { name: "second.txt", bytes })).rejects.toThrow("already here, as “first.txt”");
    await add(member, elsewhere, { bytes });
  });

  test("a file that is not what its name says", async () => {
    await expect(add(member, place, { name: "page.pdf", bytes: bytesOf("<html>") })).rejects.toThrow(/no PDF/);
    expect(await listTeamEvidence(lead)).toEqual([]);
  });

  test("more files than an item takes, also when many come at once", async () => {
    const added = await Promise.allSettled(Array.from({ length: EVIDENCE_FILES_PER_ITEM + 4 }, () => add()));
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(EVIDENCE_FILES_PER_ITEM);
    await expect(add()).rejects.toThrow(/20 files at most/);
    await add(member, elsewhere);
  });

  test("more bytes than a team has room for", async () => {
    await add();
    await sql("update evidence_file set size_bytes = $1", [EVIDENCE_TEAM_MAX_BYTES - 5]);
    await add(member, elsewhere, { bytes: bytesOf("12345") });
    await expect(add(member, elsewhere, { bytes: bytesOf("1") })).rejects.toThrow(/pass 200 MB/);
  });

  test("any change while the tool is complete or locked; reading goes on", async () => {
    const { id } = await add();
    await completeTool(lead, refTo(1));
    const isRefused = async (words: RegExp) => {
      await expect(add()).rejects.toThrow(words);
      await expect(removeEvidence(member, place, id, from)).rejects.toThrow(words);
      expect(await listItemEvidence(member, place)).toHaveLength(1);
    };
    await isRefused(/marked complete/);
    await lockTool(lead, refTo(1));
    await isRefused(/locked/);
    await sql("update response set locked_at = null, locked_by = null");
    await reopenTool(lead, refTo(1));
    await add();
  });
});

describe("like a file that never was", () => {
  const ids = async (context: TeamContext, at: typeof place, id: string) => [
    await listItemEvidence(context, at),
    await getEvidence(context, at, id, from),
    await removeEvidence(context, at, id, from),
    await addEvidence(context, at, { name: "a.txt", bytes: fresh() }, from),
  ];

  test("another agency's and another team's file", async () => {
    const { id } = await add();
    const other = await createAgencyFixture("Hillside Fire Department");
    const stranger = await teamContext(other.admin, other.teamId);
    for (const fileId of [id, crypto.randomUUID(), "x", ""]) {
      expect(await getEvidence(stranger, place, fileId, from)).toBeNull();
      expect(await removeEvidence(stranger, place, fileId, from)).toBeNull();
    }
    expect(await listItemEvidence(stranger, place)).toEqual([]);
    expect(await listTeamEvidence(stranger)).toEqual([]);
    expect(await listItemEvidence(lead, place)).toHaveLength(1);
  });

  test("everything outside a partner's tools, and an item that never was", async () => {
    const { id } = await add();
    const partner = await teamContext(await addToTeam(fixture, "partner", [2]), fixture.teamId);
    expect(await ids(partner, place, id)).toEqual([null, null, null, null]);
    expect(await listTeamEvidence(partner)).toEqual([]);
    expect(await listTeamEvidence(partner, [refTo(1)])).toEqual([]);
    for (const at of [{ toolRef: refTo(1), itemId: "no-such-item" }, { toolRef: refTo(14), itemId: place.itemId }, { toolRef: refTo(2), itemId: place.itemId }]) {
      expect(await ids(lead, at, id)).toEqual([null, null, null, null]);
    }
    const shared = await teamContext(await addToTeam(fixture, "partner", [1]), fixture.teamId);
    expect(await listItemEvidence(shared, place)).toHaveLength(1);
  });
});

test("a file of ten megabytes is stored and read", async () => {
  const bytes = bytesOf("0123456789abcdef".repeat((10 * 1024 * 1024) / 16));
  const { id } = await add(member, place, { name: "large.csv", bytes });
  const got = await getEvidence(lead, place, id, from);
  expect(Buffer.compare(got?.bytes as Uint8Array, bytes)).toBe(0);
});
