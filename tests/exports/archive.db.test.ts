import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { archivePaths } from "@/lib/exports/archive/archive-paths";
import { GET } from "@/app/api/agencies/[agencyId]/archive/route";
import { getTool, refTo } from "@/tests/support/tools";
import { updateDisplayName } from "@/lib/people/own-names";
import { assign } from "@/lib/assignments/assignments";
import { addEvidence } from "@/lib/evidence/change-evidence";
import { createTeamInvitation } from "@/lib/people/invitations";
import { emptyAnswer, setAnswerCounted } from "@/lib/feedback/look-at-answers";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { RATES } from "@/lib/platform/rates/rates";
import { createTeam } from "@/lib/agencies/teams";
import { recordDecision } from "@/lib/rounds/decide";
import { revealRound } from "@/lib/rounds/move-round";
import { saveOwnNote, saveRating } from "@/lib/rounds/own-ratings";
import { FIRST, openTestRound } from "@/tests/support/rounds";
import { addEntry, planMeeting } from "@/lib/meetings/change-meetings";
import { addToolkit, putAwayToolkit } from "@/lib/agencies/team-toolkits";
import { PEER_SUPPORT, peerTool } from "@/content/peer-support/named";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../support/database";
import { bytesOf } from "../support/evidence-files";
import { openTestForm, sendTestAnswer } from "../support/team-feedback";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, signInCookie, teamContext } from "../support/people";

const FORMULA = "=HYPERLINK(1)";

let fixture: AgencyFixture;
let theirs: AgencyFixture;

async function ask(cookie: string, agencyId = fixture.agencyId, method = "GET"): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/agencies/${agencyId}/archive`, { method, headers: { cookie } });
  return GET(request, { params: Promise.resolve({ agencyId }) });
}

async function answer(whose: AgencyFixture, teamId: string, words: string): Promise<void> {
  const [item] = toolItems(getTool(1)).filter(({ kind }) => kind === "text");
  const saved = await updateAnswersAsServer(await teamContext(whose.admin, teamId), refTo(1), { [item!.id]: words });
  expect(saved.ok).toBe(true);
}

beforeAll(async () => {
  fixture = await createAgencyFixture();
  theirs = await createAgencyFixture("Hillcrest Fire District");
  const agency = await agencyContext(fixture.admin, fixture.agencyId, "team:create");
  await updateDisplayName(agency, FORMULA);
  const { teamId } = await createTeam(agency, "Night: shift / East");
  await answer(fixture, fixture.teamId, "Words of the first team");
  await answer(fixture, teamId, "Words of the night shift");
  await answer(theirs, theirs.teamId, "Words of another agency");
  await assign(await teamContext(fixture.admin, teamId), { toolRef: refTo(3), targetId: "", assigneeId: fixture.admin.userId, dueOn: "2027-01-15" });
  const keeper = await teamContext(fixture.admin, teamId);
  const { meetingId } = await planMeeting(keeper, { heldOn: "2026-11-05", startsAt: "18:00", place: "Library" });
  await addEntry(keeper, meetingId, { kind: "decision", words: "Weekends come first." });
  await createTeamInvitation(await teamContext(fixture.admin, teamId), { email: "new.member@example.org", role: "viewer", toolKeys: [] });
  const round = await openTestRound(fixture);
  const seat = round.raters[0]!.seat;
  await saveRating(seat, refTo(9), FIRST, "1");
  await saveOwnNote(seat, FIRST, "A private note");
  await revealRound(round.lead, round.roundId, 3);
  await recordDecision(round.lead, round.roundId, { itemId: FIRST, value: "2", rationale: "Two trainers left.", dissent: "" });
  const { formId } = await openTestForm(round.lead);
  const counted = await sendTestAnswer(round.lead, formId, { q2: "Nights" });
  await setAnswerCounted(round.lead, { formId, answerId: counted }, true);
  await emptyAnswer(round.lead, { formId, answerId: await sendTestAnswer(round.lead, formId, { q2: "A neighbor of mine" }) });
  const place = { toolRef: refTo(1), itemId: toolItems(getTool(1))[0]!.id };
  for (const words of ["first", "second"]) {
    await addEvidence(await teamContext(fixture.admin, teamId), place, { name: "Notes.txt", bytes: bytesOf(words) }, { source: null });
  }
});

test("asking whether there is an archive makes none, is no download and uses none up", async () => {
  const cookie = await signInCookie(theirs.admin);
  const member = await signInCookie(await addToTeam(theirs, "member"));
  for (let asked = 0; asked <= RATES.archive.person.limit; asked++) {
    const answer = await ask(cookie, theirs.agencyId, "HEAD");
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  }
  expect((await ask(member, theirs.agencyId, "HEAD")).status).toBe(403);
  const logged = () => query(process.env.DATABASE_OWNER_URL as string, "select from audit_event where agency_id = $1 and action = 'export:agency'", [theirs.agencyId]);
  expect(await logged()).toHaveLength(0);
  const whole = await ask(cookie, theirs.agencyId);
  expect(whole.status).toBe(200);
  expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(0);
  expect(await logged()).toHaveLength(1);
});

describe("the archive of an agency", () => {
  let files: Record<string, Uint8Array>;
  const text = (name: string) => new TextDecoder().decode(files[name]);
  beforeAll(async () => {
    const response = await ask(await signInCookie(fixture.admin));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/PS-COPE archive, Riverbend Police Department, \d{4}-\d\d-\d\d\.zip/);
    files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  });

  test("holds each team's work in a folder of its own, in each form, with its supporting files", () => {
    const names = Object.keys(files);
    const item = toolItems(getTool(1))[0]!.id;
    for (const folder of ["Core Implementation Team", "Night_ shift _ East"]) {
      for (const extension of ["pdf", "xlsx", "json"]) expect(names).toContain(`${folder}/toolkit.${extension}`);
    }
    expect(text("Core Implementation Team/toolkit.json")).toContain("Words of the first team");
    expect(text("Night_ shift _ East/toolkit.json")).toContain("Words of the night shift");
    expect(JSON.parse(text("Night_ shift _ East/toolkit.json")).assignments).toEqual([
      expect.objectContaining({ tool: { toolkit: "ps-cope", tool: "tool-3", number: 3 }, target: "", due: "2027-01-15", accepted: true, handBackNote: null }),
    ]);
    expect(JSON.parse(text("Night_ shift _ East/meetings.json"))).toEqual([
      expect.objectContaining({ heldOn: "2026-11-05", startsAt: "18:00", place: "Library", agenda: null, entries: [expect.objectContaining({ kind: "decision", words: "Weekends come first.", by: FORMULA })] }),
    ]);
    expect(JSON.parse(text("Core Implementation Team/meetings.json"))).toEqual([]);
    // The receipt of a round, what its reveal shows, and what was decided; what somebody rated is theirs.
    expect(JSON.parse(text("Core Implementation Team/rounds.json"))).toEqual([
      expect.objectContaining({ shown: [expect.objectContaining({ rated: 1, counts: null, viewsDiffer: null }), expect.objectContaining({ rated: 0 })], round: 1, asked: 3, answered: 1, missingAtReveal: 3, shownAs: "unnamed", decisions: [expect.objectContaining({ value: "2", rationale: "Two trainers left." })] }),
    ]);
    expect(text("Core Implementation Team/rounds/Round 1.txt")).toMatch(/Asked: 3\r\n[^]*Nothing is shown below three\. 1 rated this\.\r\n[^]*Decided: 2 Disagree[^]*Why: Two trainers left\.\r\n/);
    expect(Object.values(files).some((bytes) => new TextDecoder().decode(bytes).includes("A private note"))).toBe(false);
    // What the community said; what was emptied is gone.
    expect(JSON.parse(text("Core Implementation Team/community.json"))).toEqual([
      expect.objectContaining({ state: "open", answers: [expect.objectContaining({ state: "counted", said: [{ asked: "What should we do better?", answer: "Nights" }] })], saidAndDid: [] }),
    ]);
    expect(Object.values(files).some((bytes) => new TextDecoder().decode(bytes).includes("A neighbor of mine"))).toBe(false);
    expect(text(`Night_ shift _ East/files/Tool 1/${item}/Notes.txt`)).toBe("first");
    expect(text(`Night_ shift _ East/files/Tool 1/${item}/Notes (2).txt`)).toBe("second");
  });

  test("holds the agency's people and its log, in which no name runs as a formula, and nothing of another agency", () => {
    expect(text("agency.json")).toContain(fixture.admin.email);
    expect(JSON.parse(text("agency.json")).invitations).toEqual([
      { email: "new.member@example.org", team: "Night: shift / East", role: "viewer", expiresAt: expect.stringMatching(/^20\d\d-/) },
    ]);
    expect(text("audit-log.csv")).toContain(`'${FORMULA}`);
    expect(text("audit-log.csv")).toContain("export:agency");
    for (const name of Object.keys(files).filter((path) => /\.(json|csv|txt)$/.test(path))) {
      expect(text(name)).not.toContain("another agency");
      expect(text(name)).not.toContain(theirs.agencyId);
    }
  });

  test("tells every change of a team's answers, one on each line", () => {
    const lines = text("Night_ shift _ East/history.jsonl").trim().split("\n").map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      expect.objectContaining({ toolkit: "ps-cope", tool: "tool-1", number: 1, kind: "answer", before: null, after: "Words of the night shift", by: FORMULA }),
    ]);
  });

  test("ends with a checksum of every file but logs and histories, by which a copy can be checked", () => {
    const sums = new Map(text("sha256sums.txt").trim().split("\n").map((line) => line.split("  ").toReversed() as [string, string]));
    const checked = Object.keys(files).filter((name) => !/(audit-log.csv|history.jsonl|sha256sums.txt)$/.test(name));
    expect([...sums.keys()].sort()).toEqual(checked.sort());
    for (const name of checked) expect(sums.get(name)).toBe(createHash("sha256").update(files[name]!).digest("hex"));
    expect(Object.keys(files).at(-1)).toBe("sha256sums.txt");
  });
});

test("holds what is kept of a supplement that a team has put away: answers, history, though the tools before it have none, and files", async () => {
  const agency = await createAgencyFixture("Putaway Police Department");
  const lead = () => teamContext(agency.admin, agency.teamId);
  const worksheet = peerTool("key-questions");
  await addToolkit(await lead(), PEER_SUPPORT);
  expect((await updateAnswersAsServer(await lead(), worksheet, { "p1-1": "Words that were put away" })).ok).toBe(true);
  await addEvidence(await lead(), { toolRef: worksheet, itemId: "p1-1" }, { name: "Roll call.txt", bytes: bytesOf("kept") }, { source: null });
  await putAwayToolkit(await lead(), PEER_SUPPORT);
  expect((await lead()).addedToolkits).toEqual([]);
  const response = await ask(await signInCookie(agency.admin), agency.agencyId);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(Object.entries(files).find(([path]) => path.endsWith(name))?.[1]);
  expect(text("toolkit.json")).toContain("Words that were put away");
  expect(text("history.jsonl")).toContain("Words that were put away");
  expect(text("files/Peer worksheet 1/p1-1/Roll call.txt")).toBe("kept");
  expect(text("README.txt")).toContain("put away");
});

test("only an admin of the agency gets it", async () => {
  expect((await ask("")).status).toBe(401);
  expect((await ask(await signInCookie(await addToTeam(fixture, "lead")))).status).toBe(403);
  expect((await ask(await signInCookie(theirs.admin))).status).toBe(404);
});

describe("a path in the archive", () => {
  test.each([
    ["../../etc/passwd", "Team/_.._etc_passwd"],
    ["a\\b:c.pdf", "Team/a_b_c.pdf"],
    ["Carry\u202epolicy\u0000.pdf", "Team/Carry_policy_.pdf"],
    ["CON", "Team/CON_"],
    ["", "Team/_"],
    ["naïve café 日本語.docx", "Team/naïve café 日本語.docx"],
  ])("%j becomes %j, which every system can store and which stays in its folder", (given, path) => {
    expect(archivePaths().take("Team", given)).toBe(path);
  });

  test("is given once, capital letters or not, however long the name", () => {
    const paths = archivePaths();
    expect([paths.take("Team", "Notes.txt"), paths.take("Team", "NOTES.TXT"), paths.take("Other", "notes.txt")]).toEqual([
      "Team/Notes.txt",
      "Team/NOTES (2).TXT",
      "Other/notes.txt",
    ]);
    expect(paths.take("", `${"x".repeat(500)}.pdf`)).toHaveLength(100);
  });
});
