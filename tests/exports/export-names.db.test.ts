import { randomInt } from "node:crypto";
import { unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getArchive } from "@/app/api/agencies/[agencyId]/archive/route";
import { GET } from "@/app/api/teams/[teamId]/export/route";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { updateDisplayName } from "@/lib/people/own-names";
import { assign } from "@/lib/assignments/assignments";
import { createThread, replyToThread } from "@/lib/comments/change-comments";
import { addEvidence } from "@/lib/evidence/change-evidence";
import { personToken, readPersonToken } from "@/lib/domain/people/person";
import type { WorkbookFile } from "@/lib/exports/json/workbook-schema";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { reviewTool } from "@/lib/responses/tool-status";
import { EXPORT_FORMATS, type ExportFormat, exportHref, type ExportOptions } from "@/lib/exports/document/export-options";
import { toolItems } from "@/lib/domain/tool/items";
import { readPdf, squash } from "./pdf/read-pdf";
import { bytesOf } from "../support/evidence-files";
import { workTogether } from "../support/export-team";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";
import { getTool, refTo } from "../support/tools";

/** Five syllables that are no word of the toolkit's. */
function randomWord(): string {
  const letter = (from: string) => from.charAt(randomInt(from.length));
  const word = Array.from({ length: 5 }, () => letter("bdfgkmprtvz") + letter("aeiou")).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}

type Key = "lead" | "member" | "partner" | "leaver";

/** One of them begins another: "Vodabekuri" and "Vodabekuri Mofitazuge". */
function randomNames(): Record<Key, string> {
  const shared = randomWord();
  const two = () => `${randomWord()} ${randomWord()}`;
  return { lead: shared, member: `${shared} ${randomWord()}`, partner: two(), leaver: two() };
}

// People join as "Robin lead" and the like, change their names twice, and one of them is taken out of the agency.
const joined = ["Avery Admin", "Robin lead", "Robin member", "Robin member (2)", "Robin partner"];
const first = randomNames();
const now = randomNames();
const ever = [...joined, ...Object.values(first), ...Object.values(now)];

let fixture: AgencyFixture;
let cookie: string;
let userIds: readonly string[];
let leaverId: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  const people: Record<Key, Person> = {
    lead: await addToTeam(fixture, "lead"),
    member: await addToTeam(fixture, "member"),
    partner: await addToTeam(fixture, "partner", [3]),
    leaver: await addToTeam(fixture, "member"),
  };
  const contexts = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([key, person]) => [key, await teamContext(person, fixture.teamId)] as const)),
  ) as Record<Key, Awaited<ReturnType<typeof teamContext>>>;
  const renameAll = async (names: Record<Key, string>) => {
    for (const key of ["member", "lead", "partner", "leaver"] as const) {
      await updateDisplayName(await agencyContext(people[key], fixture.agencyId), names[key]);
    }
  };
  const { lead, member, partner, leaver } = contexts;
  await workTogether(contexts);

  await renameAll(first);
  const place = { toolRef: refTo(3), itemId: toolItems(getTool(3))[2]!.id };
  const threadId = await createThread(leaver, { ...place, body: `@${first.member} or @${first.lead}: is this so? (@${first.leaver})` });
  await replyToThread(partner, { toolRef: refTo(3), threadId, body: `Ask @${first.leaver}, @${first.partner}’s table has it.` });
  await updateAnswersAsServer(leaver, refTo(3), { [place.itemId]: "no" });
  await addEvidence(leaver, place, { name: "Log.txt", bytes: bytesOf("log") }, { source: null });
  await reviewTool(leaver, refTo(7), true);
  await assign(leaver, { toolRef: refTo(3), targetId: "", assigneeId: people.partner.userId, dueOn: null });

  // People as answers: in a printed line, in an added one, in the history alone, and one who leaves.
  const owner = (key: Key) => personToken({ personId: people[key].userId });
  const row = (key: Key, action: string) => ({ id: `row-${key}`, cells: { action, owner: owner(key) } });
  await updateAnswersAsServer(lead, refTo(12), { "t12-sheet-1-step-1-owner": owner("lead"), "t12-sheet-1-step-2-owner": owner("leaver"), "t12-sheet-1-step-3-owner": owner("partner") });
  await updateAnswersAsServer(member, refTo(12), { "t12-sheet-1-step-3-owner": owner("member"), "t12-sheet-1-more": [row("leaver", "Ask the clinic"), row("member", "Lend a car")] });
  userIds = Object.values(people).map(({ userId }) => userId);
  leaverId = people.leaver.userId;

  await renameAll(now);
  await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), people.leaver.userId);
  // Out of habit, and after somebody who has left: nobody is meant by the workbook's own rules.
  const typed = [...joined.slice(1), first.partner].map((name) => `@${name.toUpperCase()}, hello`).join("\n");
  await createThread(lead, { ...place, body: typed });
  await createThread(member, { ...place, body: `Thanks, @${now.lead} and @${now.member}.` });
  cookie = await signInCookie(people.lead);
});

/** All that can be read in a file, its properties included, without spaces and in small letters. */
async function readAll(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (/\.(zip|xlsx|docx|csv)$/.test(name) && bytes[0] === 0x50) {
    const parts = await Promise.all(Object.entries(unzipSync(bytes)).map(([part, content]) => readAll(part, new Uint8Array(content))));
    return parts.join("\n");
  }
  if (name.endsWith(".pdf")) {
    const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const { info, metadata } = await (await loading.promise).getMetadata();
    await loading.destroy();
    const { text, artefacts } = await readPdf(bytes);
    return readable(`${text} ${artefacts} ${JSON.stringify(info)} ${metadata?.getRaw() ?? ""}`);
  }
  const text = new TextDecoder().decode(bytes);
  // Text that is split into runs must not hide a name.
  return `${name}\n${readable(text)}\n${readable(text.replace(/<[^>]*>/g, ""))}`;
}

const readable = (text: string) => squash(text).toLowerCase();

async function download(options: Partial<ExportOptions>): Promise<string> {
  const { teamId } = fixture;
  const request = new Request(`http://localhost:3000${exportHref(teamId, options)}`, { headers: { cookie } });
  const response = await GET(request, { params: Promise.resolve({ teamId }) });
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.headers.get("content-length")).toBe(String(bytes.length));
  return readAll(`download.${options.format === "csv" ? "zip" : (options.format ?? "pdf")}`, bytes);
}

const EVERYTHING: Partial<ExportOptions> = { hasComments: true, hasHistory: true, hasEvidence: true };
/** The tools that people did something in: the others would only take time to print. */
const TOOLS: Partial<ExportOptions> = { ...EVERYTHING, content: "tools", tools: ["2", "3", "7", "12"] };

async function expectRolesOnly(options: Partial<ExportOptions>): Promise<void> {
  const text = await download({ ...options, names: "roles" });
  for (const name of ever) expect(text, name).not.toContain(readable(name));
  const roles = ["Team lead", "Team member", "Community partner", "A former member", "@Team lead", "@Team member", "@A former member, @Community partner’s"];
  for (const role of roles) expect(text, role).toContain(readable(role));
  expect(text).toContain(readable("They agreed."));
  expect(text).toContain(readable("@A team member, hello"));
}

describe.each(EXPORT_FORMATS)("as %s", (format: ExportFormat) => {
  test("with roles in place of names, no name that anyone has or ever had is in the file: not in its text, not in its properties", async () => {
    await expectRolesOnly({ ...TOOLS, format });
  });

  test("with names, everyone who is an answer goes by the one they have now, and no id is in words", async () => {
    const text = await download({ format, content: "tools", tools: ["12"] });
    for (const key of ["lead", "member"] as const) expect(text, key).toContain(readable(now[key]));
    expect(text).toContain(readable("A former member"));
    expect(text).toContain(readable("Ask the clinic"));
    for (const name of [first.lead, first.member, first.leaver, now.leaver]) expect(text, name).not.toContain(readable(name));
    if (format !== "json") expect(text).not.toContain("@[");
    expect(text).not.toContain(leaverId);
  });

  test("with names, everyone goes by the one they have now", async () => {
    const text = await download({ ...TOOLS, format });
    for (const key of ["lead", "member", "partner"] as const) expect(text).toContain(readable(now[key]));
    for (const name of [first.lead, first.member, first.leaver, now.leaver]) expect(text).not.toContain(readable(name));
    expect(text).toContain(readable(`@${now.member} or @${now.lead}: is this so? (@A former member)`));
  });
});

test("the whole toolkit with its readiness report names nobody either", async () => {
  await expectRolesOnly({ ...EVERYTHING, format: "json" });
});

test("with roles only, JSON holds no ids of people, which would tell apart who shares a role", async () => {
  const text = await download({ ...TOOLS, format: "json", names: "roles" });
  expect(text).toContain(readable('"people": []'));
  expect(text).not.toMatch(/"(person|exportedbyperson|assigneeperson)":"/);
  expect(text).not.toContain("@[");
  for (const id of userIds) expect(text).not.toContain(id);
  expect(text).toContain(readable('"text": "Team lead"'));
});

test("with names, JSON holds an owner's id, which is among its people, and of a former member words alone", async () => {
  const { teamId } = fixture;
  const request = new Request(`http://localhost:3000${exportHref(teamId, { format: "json", content: "tools", tools: ["12"], hasHistory: true })}`, { headers: { cookie } });
  const file = (await (await GET(request, { params: Promise.resolve({ teamId }) })).json()) as WorkbookFile;
  const answers = file.tools[0]!.answers;
  const [lead, leaver] = ["t12-sheet-1-step-1-owner", "t12-sheet-1-step-2-owner"].map((id) => answers[id]);
  const id = readPersonToken(String(lead?.value))?.personId;
  expect(file.people.find((person) => person.id === id)?.name).toBe(now.lead);
  expect([lead?.text, leaver?.text, leaver?.value]).toEqual([now.lead, "A former member", "A former member"]);
  expect(answers["t12-sheet-1-more"]?.text).toContain(`Owner on the team: ${now.member}`);
  // The partner stands in the history alone.
  expect(JSON.stringify(file.history)).toContain(file.people.find(({ name }) => name === now.partner)?.id);
});

test("the archive of the agency names people as they are now, wherever it says who", async () => {
  const request = new Request(`http://localhost:3000/api/agencies/${fixture.agencyId}/archive`, {
    headers: { cookie: await signInCookie(fixture.admin) },
  });
  const response = await getArchive(request, { params: Promise.resolve({ agencyId: fixture.agencyId }) });
  const text = await readAll("archive.zip", new Uint8Array(await response.arrayBuffer()));
  for (const key of ["lead", "member", "partner"] as const) expect(text).toContain(readable(now[key]));
  for (const name of [first.lead, first.member, first.leaver, now.leaver]) expect(text, name).not.toContain(readable(name));
});
