import { beforeAll, describe, expect, test } from "vitest";
import { GET as getExport } from "@/app/api/teams/[teamId]/export/route";
import { DELETE, GET as download } from "@/app/api/teams/[teamId]/tools/[number]/items/[itemId]/files/[fileId]/route";
import { GET as list, POST } from "@/app/api/teams/[teamId]/tools/[number]/items/[itemId]/files/route";
import { getTool } from "@/tests/support/tools";
import { exportHref } from "@/lib/exports/document/export-options";
import { toolItems } from "@/lib/domain/tool/items";
import { EVIDENCE_FILE_MAX_BYTES } from "@/lib/domain/limits";
import { readPdf, squash } from "../exports/pdf/read-pdf";
import { bytesOf, pdfOf } from "../support/evidence-files";
import { addToTeam, type AgencyFixture, createAgencyFixture, signInCookie } from "../support/people";

const ORIGIN = "http://localhost:3000";
const itemId = toolItems(getTool(1))[0]?.id as string;

let fixture: AgencyFixture;
let cookie: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  cookie = await signInCookie(fixture.admin);
});

interface Call {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly body?: BodyInit;
  readonly name?: string | null;
  readonly fileId?: string;
  readonly itemId?: string;
  readonly cookie?: string;
  readonly origin?: string | null;
}

function call({ method = "GET", body, name = "notes.txt", fileId, origin = ORIGIN, ...more }: Call): Promise<Response> {
  const headers = new Headers({ cookie: more.cookie ?? cookie });
  if (origin) headers.set("origin", origin);
  if (name !== null) headers.set("x-file-name", encodeURIComponent(name));
  const params = { teamId: fixture.teamId, number: "1", itemId: more.itemId ?? itemId, ...(fileId ? { fileId } : {}) };
  const request = new Request(`${ORIGIN}/api/teams/x`, { method, headers, ...(body ? { body, duplex: "half" } : {}) } as RequestInit);
  const route = method === "POST" ? POST : method === "DELETE" ? DELETE : fileId ? download : list;
  return route(request, { params: Promise.resolve(params) });
}

let count = 0;
const post = (more: Call = {}) => call({ method: "POST", body: bytesOf(`text ${(count += 1)}`), ...more });

async function added(more: Call = {}): Promise<string> {
  const response = await post(more);
  expect(response.status).toBe(201);
  return ((await response.json()) as { file: { id: string } }).file.id;
}

test("an uploaded file is downloaded, never shown: with its own name, its real kind and a policy that lets it do nothing", async () => {
  const bytes = pdfOf();
  const fileId = await added({ body: bytes, name: "Política “2026”.pdf" });
  const response = await call({ fileId });
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="Politica 2026.pdf"; filename*=UTF-8''${encodeURIComponent("Política “2026”.pdf")}`,
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect(Buffer.compare(new Uint8Array(await response.arrayBuffer()), bytes)).toBe(0);
  const { files } = (await (await call({})).json()) as { files: { id: string }[] };
  expect(files.map(({ id }) => id)).toContain(fileId);
});

test("a removed file is gone for everyone", async () => {
  const fileId = await added();
  expect(await (await call({ method: "DELETE", fileId })).json()).toEqual({ name: "notes.txt" });
  expect((await call({ fileId })).status).toBe(404);
  expect((await call({ method: "DELETE", fileId })).status).toBe(404);
});

describe("refused, with words", () => {
  async function expectStatus(response: Promise<Response>, status: number): Promise<void> {
    const got = await response;
    expect([got.status, ((await got.json()) as { message: string }).message]).toEqual([status, expect.stringMatching(/\.$/)]);
  }

  test("a file without a name, or with one that can't be read", async () => {
    await expectStatus(post({ name: null }), 400);
    await expectStatus(post({ name: "" }), 400);
  });

  test("a file past the limit, without reading to the end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 256 * 1024;
        controller.enqueue(new Uint8Array(256 * 1024));
      },
    });
    await expectStatus(post({ body: endless }), 413);
    expect(sent).toBeLessThan(2 * EVIDENCE_FILE_MAX_BYTES);
  });

  test("one whose sender hangs up half-way", async () => {
    const half = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytesOf("half")),
      pull: (controller) => controller.error(new Error("aborted")),
    });
    await expectStatus(post({ body: half }), 400);
  });

  test("one that is not what its name says, and an item nobody has", async () => {
    await expectStatus(post({ name: "page.pdf" }), 422);
    await expectStatus(post({ itemId: "no-such-item" }), 404);
    await expectStatus(call({ itemId: "no-such-item" }), 404);
    await expectStatus(call({ fileId: "not-an-id" }), 404);
  });

  test("a change from another site", async () => {
    await expectStatus(post({ origin: "https://elsewhere.example" }), 403);
    await expectStatus(call({ method: "DELETE", fileId: await added(), origin: null }), 403);
  });

  test("a viewer's changes; reading is theirs", async () => {
    const fileId = await added();
    const viewer = await signInCookie(await addToTeam(fixture, "viewer"));
    await expectStatus(post({ cookie: viewer }), 403);
    await expectStatus(call({ method: "DELETE", fileId, cookie: viewer }), 403);
    expect((await call({ fileId, cookie: viewer })).status).toBe(200);
  });

  test("a partner's look at a tool that is not shared with them", async () => {
    const fileId = await added();
    const partner = await signInCookie(await addToTeam(fixture, "partner", [2]));
    await expectStatus(call({ fileId, cookie: partner }), 404);
    await expectStatus(call({ cookie: partner }), 404);
    await expectStatus(post({ cookie: partner }), 404);
  });
});

test("the tool's PDF lists its files", async () => {
  await added({ name: "Overdose calls by month.csv" });
  const { teamId } = fixture;
  const request = new Request(`${ORIGIN}${exportHref(teamId, { content: "tools", tools: ["1"] })}`, { headers: { cookie } });
  const response = await getExport(request, { params: Promise.resolve({ teamId }) });
  const { text } = await readPdf(new Uint8Array(await response.arrayBuffer()));
  expect(text).toContain(squash("Supporting files"));
  expect(text).toContain(squash("Overdose calls by month.csv"));
  expect(text).toContain(squash(fixture.admin.name));
});
