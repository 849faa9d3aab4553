import { unzipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { GET as getArchive } from "@/app/api/agencies/[agencyId]/archive/route";
import { GET as getExport } from "@/app/api/teams/[teamId]/export/route";
import { GET as getHistory } from "@/app/api/teams/[teamId]/tools/[number]/items/[itemId]/history/route";
import { assign, listTeamAssignments } from "@/lib/assignments/assignments";
import { createThread, replyToThread, updateComment } from "@/lib/comments/change-comments";
import { findItemComments } from "@/lib/comments/comment-threads";
import { showCommentText } from "@/lib/domain/people/comment-text";
import { FORMER_MEMBER, FORMER_NAME, listPersonIds, showPerson } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import { addEvidence } from "@/lib/evidence/change-evidence";
import { listItemEvidence } from "@/lib/evidence/read-evidence";
import { EXPORT_FORMATS, exportHref, type ExportOptions } from "@/lib/exports/document/export-options";
import { listItemHistory } from "@/lib/history/history";
import { restoreAnswer } from "@/lib/history/history-restore";
import { FORMER_NAMES, listToolHistory } from "@/lib/history/history-timeline";
import { listPeople } from "@/lib/people/list-people";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { updateDisplayName } from "@/lib/people/own-names";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listTeamProgress, getResponseView, updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool, listToolReviews, reopenTool, reviewTool } from "@/lib/responses/tool-status";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { readPdf, squash } from "../exports/pdf/read-pdf";
import { bytesOf } from "../support/evidence-files";
import { lettersTo } from "../support/outbox";
import { sendNotices } from "@/tests/support/letters";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, signInCookie, teamContext } from "../support/people";
import { getTool, refTo } from "../support/tools";

const TOOL = 3;
const items = toolItems(getTool(TOOL));
const [first, second] = items.filter(({ kind }) => kind === "status" || kind === "choice").map(({ id }) => id) as [string, string];
const OLD = "Vodabekuri";
const NEW = "Mofitazuge";

let ours: AgencyFixture;
let person: Person;
let reader: TeamContext;

const own = () => teamContext(person, ours.teamId);
const rename = async (name: string, earlier: "renamed" | "apart" = "apart") => updateDisplayName(await agencyContext(person, ours.agencyId), name, earlier);
const answer = async (itemId: string, value: string) => updateAnswersAsServer(await own(), refTo(TOOL), { [itemId]: value });

/** Everything that can say who: done under the old name, then once more under the new one. */
async function work(itemId: string, words: string): Promise<void> {
  const context = await own();
  await updateAnswersAsServer(context, refTo(TOOL), { [itemId]: "yes" });
  await createThread(context, { toolRef: refTo(TOOL), itemId, body: words });
  await addEvidence(context, { toolRef: refTo(TOOL), itemId }, { name: `${words}.txt`, bytes: bytesOf(words) }, { source: null });
}

beforeEach(async () => {
  ours = await createAgencyFixture();
  person = await addToTeam(ours, "lead");
  reader = await teamContext(ours.admin, ours.teamId);
  await rename(OLD, "renamed");
  await work(first, "Early words");
  await reviewTool(await own(), refTo(7), true);
  await completeTool(await own(), refTo(2));
  await createThread(reader, { toolRef: refTo(TOOL), itemId: first, body: `Ask @${OLD} first.` });
  await rename(NEW);
  await work(second, "Late words");
  await createThread(reader, { toolRef: refTo(TOOL), itemId: second, body: `Ask @${NEW} then.` });
});

async function nameOf(data: unknown, by: { readonly personId: string } | undefined): Promise<string | undefined> {
  return by && showPerson(await listPeople(reader, data), by);
}

describe("what was done under a name that was set apart", () => {
  test("shows a former name in the history, and what came after the new one", async () => {
    const timeline = await listToolHistory(reader, refTo(TOOL), { limit: 50 });
    const byItem = new Map(timeline?.entries.flatMap((entry) => (entry.kind === "answer" ? [[entry.itemId, entry.by]] : [])));
    expect(await nameOf(timeline, byItem.get(first))).toBe(FORMER_NAME);
    expect(await nameOf(timeline, byItem.get(second))).toBe(NEW);
    expect(timeline?.people.map(({ name }) => name)).toEqual([NEW, FORMER_NAME]);
    const item = await listItemHistory(reader, refTo(TOOL), first);
    expect(await nameOf(item, item?.revisions[0]?.by)).toBe(FORMER_NAME);
  });

  test("is found in the history under a former name, and not under the new one", async () => {
    const timeline = await listToolHistory(reader, refTo(TOOL), { limit: 50 });
    const itemsOf = async (id: string | undefined) =>
      (await listToolHistory(reader, refTo(TOOL), { limit: 50, person: id ?? "" }))?.entries.map((entry) => (entry.kind === "answer" ? entry.itemId : entry.kind));
    expect(await itemsOf(timeline?.people.find(({ name }) => name === NEW)?.id)).toEqual([second]);
    expect(await itemsOf(FORMER_NAMES)).toEqual([first]);
    expect(await itemsOf(person.userId)).toEqual([]);
  });

  test("is marked so beside answers, statuses, reports, reviews and files", async () => {
    const { setBy } = await getResponseView(reader, refTo(TOOL));
    expect(await nameOf(setBy, setBy[first]?.by)).toBe(FORMER_NAME);
    expect(await nameOf(setBy, setBy[second]?.by)).toBe(NEW);
    const { records } = await getTeamAnswers(reader);
    expect(await nameOf(records, records[first]?.by)).toBe(FORMER_NAME);
    const complete = (await listTeamProgress(reader)).find(({ completed }) => completed);
    expect(await nameOf(complete, complete?.completed?.by)).toBe(FORMER_NAME);
    const [review] = await listToolReviews(reader);
    expect(await nameOf(review, review?.by)).toBe(FORMER_NAME);
    const [file] = (await listItemEvidence(reader, { toolRef: refTo(TOOL), itemId: first })) ?? [];
    expect(await nameOf(file, file?.added.by)).toBe(FORMER_NAME);
    expect((await listToolReviews(await own()))[0]?.isMine).toBe(true);
  });

  test("is so in comments: who wrote them, and whom they mention", async () => {
    const shown = async (itemId: string) => {
      const comments = await findItemComments(reader, refTo(TOOL), itemId);
      const people = await listPeople(reader, comments);
      return comments?.threads.flatMap(({ comments }) => comments.map(({ by, body }) => `${showPerson(people, by)}: ${showCommentText(people, body ?? [])}`));
    };
    expect(await shown(first)).toEqual([`${FORMER_NAME}: Early words`, `Avery Admin: Ask @${FORMER_NAME} first.`]);
    expect(await shown(second)).toEqual([`${NEW}: Late words`, `Avery Admin: Ask @${NEW} then.`]);
  });

  test("stays mentioned so when the comment is changed, and is still one's own to change", async () => {
    const found = (await findItemComments(reader, refTo(TOOL), first))?.threads ?? [];
    const mention = found[1]?.comments[0];
    await updateComment(reader, { toolRef: refTo(TOOL), commentId: mention?.id ?? "", body: `Ask @${FORMER_NAME} first, please.` });
    const changed = await findItemComments(reader, refTo(TOOL), first);
    const body = changed?.threads[1]?.comments[0]?.body ?? [];
    expect(showCommentText(await listPeople(reader, changed), body)).toBe(`Ask @${FORMER_NAME} first, please.`);
    expect(body.some((part) => typeof part !== "string")).toBe(true);
    const theirs = (await findItemComments(await own(), refTo(TOOL), first))?.threads[0]?.comments[0];
    expect(theirs?.isYours).toBe(true);
  });

  test("can be brought back from the history like any other change", async () => {
    await answer(first, "no");
    const revision = (await listItemHistory(reader, refTo(TOOL), first))?.revisions.at(-1);
    await restoreAnswer(reader, refTo(TOOL), first, revision!.key, "after");
    expect((await getResponseView(reader, refTo(TOOL))).answers[first]).toBe("yes");
  });

  test("takes in nothing that is written after it, within the same minute either", async () => {
    await answer(first, "no");
    const revisions = (await listItemHistory(reader, refTo(TOOL), first))?.revisions ?? [];
    expect(await Promise.all(revisions.map(({ by }) => nameOf(revisions, by)))).toEqual([NEW, FORMER_NAME]);
  });
});

describe("nothing ties the two names", () => {
  const idOf = async () => (await own()).personId;

  test("the person has another id than before, and no data names the account", async () => {
    expect(await idOf()).not.toBe(person.userId);
    const data = [
      await listToolHistory(reader, refTo(TOOL), { limit: 50 }),
      await listItemHistory(reader, refTo(TOOL), first),
      await findItemComments(reader, refTo(TOOL), first),
      await findItemComments(reader, refTo(TOOL), second),
      await getResponseView(reader, refTo(TOOL)),
      await listToolReviews(reader),
      await listTeamAssignments(reader),
      [...(await listPeople(reader))],
    ];
    expect(JSON.stringify(data)).not.toContain(person.userId);
    expect(listPersonIds(data)).toContain(await idOf());
  });

  test("nor does the history that a page asks for, or an address of its pages", async () => {
    const request = new Request(`http://localhost:3000/api/teams/${ours.teamId}/tools/${TOOL}/items/${first}/history`, { headers: { cookie: await signInCookie(ours.admin) } });
    const response = await getHistory(request, { params: Promise.resolve({ teamId: ours.teamId, number: String(TOOL), itemId: first }) });
    const text = await response.text();
    expect(text).toContain("revisions");
    expect(text).not.toContain(person.userId);
    const page = await listToolHistory(reader, refTo(TOOL), { limit: 1 });
    expect(page?.older).not.toContain(person.userId);
    expect(page?.older).not.toContain(await idOf());
    const older = await listToolHistory(reader, refTo(TOOL), { limit: 5, before: page?.older ?? "" });
    expect(older?.entries).toHaveLength(1);
  });

  test("what was assigned is free again", async () => {
    await assign(reader, { toolRef: refTo(TOOL), targetId: "", assigneeId: await idOf(), dueOn: null });
    expect(await nameOf(await listTeamAssignments(reader), (await listTeamAssignments(reader))[0]?.assignee)).toBe(NEW);
    await rename("Karubefodi");
    expect(await listTeamAssignments(reader)).toEqual([]);
  });

  test("a second time, what was done under the second name shows a former name too", async () => {
    await rename("Karubefodi");
    const { setBy } = await getResponseView(reader, refTo(TOOL));
    expect([setBy[first]?.by, setBy[second]?.by]).toEqual([setBy[first]?.by, setBy[first]?.by]);
    expect(await nameOf(setBy, setBy[second]?.by)).toBe(FORMER_NAME);
  });

  test("leaving and coming back doesn't either", async () => {
    await removeAgencyMember(await agencyContext(ours.admin, ours.agencyId), person.userId);
    const gone = await getResponseView(reader, refTo(TOOL));
    expect(await nameOf(gone.setBy, gone.setBy[first]?.by)).toBe(FORMER_NAME);
    expect(await nameOf(gone.setBy, gone.setBy[second]?.by)).toBe(FORMER_MEMBER);
    await joinTeam(ours, person, "member");
    const back = await getResponseView(reader, refTo(TOOL));
    expect(await nameOf(back.setBy, back.setBy[first]?.by)).toBe(FORMER_NAME);
  });

  test("a name is not set apart from itself", async () => {
    await expect(rename(NEW)).rejects.toMatchObject({ fieldErrors: { displayName: expect.stringMatching(/your name now/) } });
  });

  test("renamed without that, older entries take the new name", async () => {
    await rename("Karubefodi", "renamed");
    const { setBy } = await getResponseView(reader, refTo(TOOL));
    expect(await nameOf(setBy, setBy[second]?.by)).toBe("Karubefodi");
    expect(await nameOf(setBy, setBy[first]?.by)).toBe(FORMER_NAME);
  });
});

const EVERYTHING: Partial<ExportOptions> = { content: "tools", tools: ["2", "3", "7"], hasComments: true, hasHistory: true, hasEvidence: true };

/** All that can be read in a file, in small letters and without spaces. */
async function readAll(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return (await Promise.all(Object.entries(unzipSync(bytes)).map(([part, content]) => readAll(part, new Uint8Array(content))))).join("\n");
  }
  const text = name.endsWith(".pdf") ? (await readPdf(bytes)).text : new TextDecoder().decode(bytes);
  return squash(`${name}\n${text}\n${text.replace(/<[^>]*>/g, "")}`).toLowerCase();
}

test.each(EXPORT_FORMATS)("a download as %s holds neither the former name nor an id that ties it to the new one", async (format) => {
  const path = exportHref(ours.teamId, { ...EVERYTHING, format, names: "names" });
  const response = await getExport(new Request(`http://localhost:3000${path}`, { headers: { cookie: await signInCookie(ours.admin) } }), { params: Promise.resolve({ teamId: ours.teamId }) });
  expect(response.status).toBe(200);
  const text = await readAll(`file.${format}`, new Uint8Array(await response.arrayBuffer()));
  for (const word of [NEW, FORMER_NAME]) expect(text).toContain(squash(word).toLowerCase());
  for (const word of [OLD, person.userId]) expect(text).not.toContain(word.toLowerCase());
}, 120_000);

test("a letter about a mention says who wrote under the name that is shown for it", async () => {
  const mentioned = await addToTeam(ours, "member");
  const context = await own();
  await createThread(context, { toolRef: refTo(TOOL), itemId: first, body: "@Robin member, now?" });
  await rename("Karubefodi");
  await createThread(await own(), { toolRef: refTo(TOOL), itemId: second, body: "@Robin member, then?" });
  expect(await sendNotices(new Date(Date.now() + 3_600_000))).toBeGreaterThan(0);
  const [letter] = await lettersTo(mentioned.email);
  expect(letter?.text).toContain(FORMER_NAME);
  expect(letter?.text).toContain("Karubefodi");
  expect(letter?.text).not.toContain(NEW);
});

test("the archive of the agency doesn't either, its log included", async () => {
  await reopenTool(await own(), refTo(2));
  await replyToThread(reader, { toolRef: refTo(TOOL), threadId: (await findItemComments(reader, refTo(TOOL), first))!.threads[0]!.id, body: "Thanks." });
  const response = await getArchive(new Request(`http://localhost:3000/api/agencies/${ours.agencyId}/archive`, { headers: { cookie: await signInCookie(ours.admin) } }), {
    params: Promise.resolve({ agencyId: ours.agencyId }),
  });
  const text = await readAll("archive.zip", new Uint8Array(await response.arrayBuffer()));
  expect(text).toContain(NEW.toLowerCase());
  for (const word of [OLD, person.userId]) expect(text).not.toContain(word.toLowerCase());
}, 120_000);
