import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/teams/[teamId]/export/route";
import { downloadHeaders, EXPORTS_PER_PERSON } from "@/app/api/teams/[teamId]/export/team-export";
import { countAttempt } from "@/lib/platform/rates/throttle";
import { getTool, refTo } from "@/tests/support/tools";
import { updateDisplayName } from "@/lib/people/own-names";
import { createThread } from "@/lib/comments/change-comments";
import { DEFAULT_EXPORT, exportHref, type ExportOptions } from "@/lib/exports/document/export-options";
import { toolItems } from "@/lib/domain/tool/items";
import { readPdf, squash } from "./pdf/read-pdf";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, signInCookie, teamContext } from "../support/people";

const CHOSEN_NAME = "Harbor Light";

let fixture: AgencyFixture;
let cookie: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  await updateDisplayName(await agencyContext(fixture.admin, fixture.agencyId), CHOSEN_NAME);
  cookie = await signInCookie(fixture.admin);
});

function ask(options: Partial<ExportOptions>): Promise<Response> {
  return askWith(cookie, fixture.teamId, options);
}

function askWith(sent: string, teamId: string, options: Partial<ExportOptions>): Promise<Response> {
  const request = new Request(`http://localhost:3000${exportHref(teamId, options)}`, { headers: { cookie: sent } });
  return GET(request, { params: Promise.resolve({ teamId }) });
}

async function download(options: Partial<ExportOptions>): Promise<Uint8Array> {
  const response = await ask(options);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function authorOf(bytes: Uint8Array): Promise<unknown> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { info } = await (await loading.promise).getMetadata();
  await loading.destroy();
  return (info as { Author?: unknown }).Author;
}

test("a download names whoever made it by the name they chose for the agency, never by their account's", async () => {
  const tool = await download({ content: "tools", tools: ["1"] });
  expect(await authorOf(tool)).toBe(CHOSEN_NAME);
  const { text } = await readPdf(await download({}));
  expect(text).toContain(squash(CHOSEN_NAME));
  expect(text).not.toContain(squash(fixture.admin.name));
});

test("comments are in a download only when they were asked for", async () => {
  const context = await teamContext(fixture.admin, fixture.teamId);
  const [item] = toolItems(getTool(3));
  await createThread(context, { toolRef: refTo(3), itemId: item!.id, body: "Ask the county first." });
  for (const hasComments of [false, true]) {
    const { text } = await readPdf(await download({ content: "tools", tools: ["3"], hasComments }));
    expect(text.includes(squash("Ask the county first.")), `comments: ${hasComments}`).toBe(hasComments);
  }
  const { text } = await readPdf(await download({ hasComments: true }));
  expect(text).toContain(squash("Ask the county first."));
});

test("characters that a file can't show are counted in its answer, and the download is recorded", async () => {
  const context = await teamContext(fixture.admin, fixture.teamId);
  const [item] = toolItems(getTool(5));
  await createThread(context, { toolRef: refTo(5), itemId: item!.id, body: "Before \ue123\ue124 after" });
  const response = await ask({ content: "tools", tools: ["5"], hasComments: true });
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.headers.get("x-characters-not-shown")).toBe("2");
  expect(response.headers.get("content-length")).toBe(String(bytes.length));
  expect((await readPdf(bytes)).text).toContain(squash("Before \ufffd\ufffd after"));
  expect((await ask({ content: "tools", tools: ["6"] })).headers.get("x-characters-not-shown")).toBeNull();
  const [row] = await query<{ outcome: string; target: unknown }>(
    process.env.DATABASE_OWNER_URL as string,
    "select outcome, target from audit_event where action = 'export:team' and target->>'tools' = '5'",
  );
  expect(row).toEqual({
    outcome: "done",
    target: {
      teamId: fixture.teamId,
      format: "pdf",
      content: "tools",
      tools: "5",
      hasComments: true,
      hasHistory: false,
      hasEvidence: true,
      names: "names",
    },
  });
});

test("a PDF that could not be marked as PDF/UA-1 says so in its answer, any other file does not", () => {
  const made = { bytes: Buffer.from("x"), fileName: "x.pdf", notShown: 0 };
  const pdf = { ...DEFAULT_EXPORT, format: "pdf" } as const;
  expect(downloadHeaders({ ...made, claimsPdfUa: false }, pdf)).toHaveProperty("X-Pdf-Ua", "not-claimed");
  expect(downloadHeaders({ ...made, claimsPdfUa: true }, pdf)).not.toHaveProperty("X-Pdf-Ua");
  expect(downloadHeaders(made, { ...DEFAULT_EXPORT, format: "csv" })).not.toHaveProperty("X-Pdf-Ua");
});

test("one person who asks for many at once has few made, and is told so in words with 503; somebody else's is made in between", async () => {
  const viewer = await signInCookie(await addToTeam(fixture, "viewer"));
  const other = await createAgencyFixture("Hillcrest Fire District");
  const neighbour = await signInCookie(other.admin);
  const options: Partial<ExportOptions> = { content: "tools", tools: ["1"], format: "json" };
  const mine = Array.from({ length: 25 }, () => askWith(viewer, fixture.teamId, options));
  const theirs = askWith(neighbour, other.teamId, options);
  const answers = await Promise.all(mine);
  expect((await theirs).status).toBe(200);
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(10);
  expect(statuses.filter((status) => status !== 503 && status !== 200)).toEqual([]);
  const busy = answers.find(({ status }) => status === 503);
  expect([busy?.headers.get("retry-after"), await busy?.text()]).toEqual(["60", expect.stringMatching(/try again in a minute/)]);
});

test("one person's downloads pause after sixty in an hour, with words that say so", async () => {
  for (let made = 0; made < 60; made += 1) await countAttempt(EXPORTS_PER_PERSON, fixture.admin.userId);
  const response = await ask({ content: "tools", tools: ["1"] });
  expect([response.status, await response.text()]).toEqual([429, expect.stringMatching(/wait an hour/)]);
});
