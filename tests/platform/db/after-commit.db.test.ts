import { asRequest } from "../../support/action-request";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { endOtherSessionsAction } from "@/app/(account)/account/actions";
import { removeAgencyMemberAction, updateAgencyMemberAction, leaveAgencyAction } from "@/app/agencies/[agencyId]/actions";
import { leaveTeamAction, removeTeamMemberAction, updateTeamMemberAction } from "@/app/teams/[teamId]/people/actions";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import type { TeamContext } from "@/lib/platform/auth/context";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { afterCommit } from "@/lib/platform/db/after-commit";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { withIdentity } from "@/lib/platform/db/with-identity";
import { publishStanding } from "@/lib/platform/events/standing";
import { publishChange } from "@/lib/sync/server/publish";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool, keysOf, refTo } from "@/tests/support/tools";
import { query } from "../../support/database";
import { endInstances, OpenStream } from "../../support/live";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../../support/people";

const TOOL = 1;
const text = toolItems(getTool(TOOL)).find((item) => item.kind === "text")?.id as string;

let fixture: AgencyFixture;
let context: TeamContext;
let member: Person;
const streams: OpenStream[] = [];

beforeEach(async () => {
  // Without heartbeats, so that a stream ends because of what was published, or never.
  vi.useFakeTimers({ toFake: ["setInterval"] });
  fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  member = await addToTeam(fixture, "member");
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
  vi.useRealTimers();
});
afterAll(() => endInstances());

async function open(person: Person): Promise<OpenStream> {
  const stream = await OpenStream.open({ teamId: fixture.teamId, cookie: await signInCookie(person) });
  streams.push(stream);
  await stream.until("hello");
  return stream;
}

type Act = () => Promise<ActionResult<unknown>>;

describe("a person's open stream ends when an action", () => {
  test.each<[string, () => Person, () => Act]>([
    ["removes them from the team", () => fixture.admin, () => () => removeTeamMemberAction(fixture.teamId, { userId: member.userId })],
    ["removes them from the agency", () => fixture.admin, () => () => removeAgencyMemberAction(fixture.agencyId, { userId: member.userId })],
    ["takes the tool from them", () => fixture.admin, () => () => updateTeamMemberAction(fixture.teamId, { userId: member.userId, role: "partner", toolKeys: keysOf(2) })],
    ["takes them out of the team, by themselves", () => member, () => () => leaveTeamAction(fixture.teamId, {})],
    ["takes them out of the agency, by themselves", () => member, () => () => leaveAgencyAction(fixture.agencyId, {})],
    ["signs them out elsewhere", () => member, () => () => endOtherSessionsAction({})],
  ])("%s", async (_what, actor, act) => {
    const stream = await open(member);
    expect(await asRequest(await signInCookie(actor()), act())).toMatchObject({ ok: true });
    expect(await stream.until("bye")).toMatchObject({ reason: expect.any(String) });
    expect(await stream.next()).toBeNull();
  });

  test("takes the agency from an admin who was in no team", async () => {
    const other = await addToTeam(fixture, "viewer");
    const as = await signInCookie(fixture.admin);
    await asRequest(as, () => updateAgencyMemberAction(fixture.agencyId, { userId: other.userId, isAdmin: true }));
    await asRequest(as, () => removeTeamMemberAction(fixture.teamId, { userId: other.userId }));
    const stream = await open(other);
    expect(await asRequest(as, () => updateAgencyMemberAction(fixture.agencyId, { userId: other.userId, isAdmin: false }))).toMatchObject({ ok: true });
    await stream.until("bye");
  });
});

describe("what is told to others", () => {
  const seen = async () => (await query<{ name: string }>(process.env.DATABASE_OWNER_URL as string, "select name from team where id = $1", [fixture.teamId]))[0]?.name;
  const rename = (name: string) =>
    withAgency(context, (tx) => tx.team.update({ where: { agencyId_id: { agencyId: fixture.agencyId, id: fixture.teamId } }, data: { name } }));

  test("waits for the outermost commit", async () => {
    let told: Promise<string | undefined> | null = null;
    await withAgency(context, async () => {
      await withAgency(context, async () => {
        await rename("North");
        afterCommit(() => (told = seen()));
      });
      expect(told).toBeNull();
    });
    expect(await told).toBe("North");
  });

  test("waits for the commit of a plain connection too", async () => {
    const order: string[] = [];
    await withAgencyConnection(context, async () => {
      afterCommit(() => order.push("told"));
      order.push("working");
    });
    expect(order).toEqual(["working", "told"]);
  });

  test("waits for the commit of the identity tables too, and is forgotten with them", async () => {
    const order: string[] = [];
    await withIdentity(async () => {
      afterCommit(() => order.push("told"));
      order.push("working");
    });
    const undone = withIdentity(async () => {
      afterCommit(() => order.push("never"));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(order).toEqual(["working", "told"]);
  });

  test("can't be told inside a transaction that nobody knows of: there is no other door to one", () => {
    const sources = ["app", "lib"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
        .map((file) => `${folder}/${file}`),
    );
    const doors = sources.filter((file) => /\$transaction\(\s*(async|\()|query\(\s*["'`]begin/.test(readFileSync(file, "utf8")));
    expect(doors.sort()).toEqual(["lib/platform/db/with-agency.ts", "lib/platform/db/with-identity.ts"]);
  });

  test("is forgotten when it is rolled back", async () => {
    const told = vi.fn();
    const failing = async () => {
      afterCommit(told);
      throw new Error("undone");
    };
    await expect(withAgency(context, failing)).rejects.toThrow("undone");
    await expect(withAgencyConnection(context, failing)).rejects.toThrow("undone");
    expect(told).not.toHaveBeenCalled();
  });

  test("is told at once where nothing is left to commit", async () => {
    const told = vi.fn();
    let tell = () => {};
    await withAgency(context, async () => {
      const ended = new Promise<void>((resolve) => (tell = resolve)).then(() => afterCommit(told));
      void ended;
    });
    expect(told).not.toHaveBeenCalled();
    tell();
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toHaveBeenCalledOnce();
  });

  test("also when it is a save, which commits by itself whatever becomes of the transaction around it", async () => {
    const stream = await open(member);
    const work = withAgency(context, async () => {
      await updateAnswersAsServer(context, refTo(TOOL), { [text]: "Saved all the same." });
      throw new Error("undone");
    });
    await expect(work).rejects.toThrow("undone");
    expect(await stream.until("update")).toMatchObject({ seq: 1 });
  });

  test("also about notes and status, and about nobody whose transaction was undone", async () => {
    const stream = await open(member);
    const undone = withAgency(context, async () => {
      publishChange(context, refTo(TOOL), "notes");
      publishStanding(member.userId);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await withAgency(context, async () => publishChange(context, refTo(TOOL), "status"));
    expect(await stream.until("changed")).toEqual({ what: "status" });
  });
});
