import { randomUUID } from "node:crypto";
import { PEER_SUPPORT } from "@/content/peer-support/named";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool, TOOL_NUMBERS } from "@/tests/support/tools";
import { buildUpdate, exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import {
  addTeam,
  addToolkits,
  createMember,
  createTestTeam,
  removeFromAgency,
  type TestPerson,
  type TestTeam,
} from "@/tests/support/e2e-database";
import { readPdf, squash } from "@/tests/exports/pdf/read-pdf";
import { fillRoute, listRoutes } from "./support/routes";
import { type AppUnderTest, expect, test as base } from "./support/test";

/** How a person stands to a team: its roles, someone on another team of the agency, someone who was removed, nobody. */
const STANDINGS = ["admin", "lead", "member", "partner", "viewer", "neighbour", "removed", "anonymous"] as const;
type Standing = (typeof STANDINGS)[number];

interface Entry {
  /** Status for the team's or agency's own people. */
  readonly own: Readonly<Record<Standing, number>>;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly query?: string;
  readonly body?: () => Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What one's own people get takes long and is made while it is sent: its status and first bytes are what is asked here. */
  readonly isOpeningEnough?: true;
}

const SHARED_TOOL = 3;
const OTHER_TOOL = 9;
const EVALUATION_TOOL = 13;

const page = (partner: number): Entry["own"] => ({
  admin: 200,
  lead: 200,
  member: 200,
  partner,
  viewer: 200,
  neighbour: 404,
  removed: 404,
  anonymous: 307,
});
const route = (partner: number, viewer = 200): Entry["own"] => ({ ...page(partner), viewer, anonymous: 401 });
/** For leads and admins only. */
const managers = (own: Entry["own"]): Entry["own"] => ({ ...own, member: 403, partner: 403, viewer: 403 });
/** A save is acknowledged without a body. */
const save = (partner: number): Entry["own"] => ({ ...route(partner, 403), admin: 204, lead: 204, member: 204 });
const itemOf = (toolNumber: 3 | 9) => toolItems(getTool(toolNumber))[0]!.id;
const changes = (toolNumber: 3 | 9) => () => buildUpdate(toolNumber, exampleAnswers(toolNumber));

const itemIn = (number: 3 | 9) => ({ number, itemId: itemOf(number), fileId: randomUUID() });
const upload = {
  headers: { "X-File-Name": "notes.txt" },
  body: () => new TextEncoder().encode(`notes ${randomUUID()}`),
};
const noRound = (): Entry => ({ own: { ...page(404), admin: 404, lead: 404, member: 404, viewer: 404 }, parameters: { roundId: randomUUID() } });
const noMeeting = (): Entry => ({ own: { ...page(404), admin: 404, lead: 404, member: 404, viewer: 404 }, parameters: { meetingId: randomUUID() } });
const noForm = (): Entry => ({ own: noRound().own, parameters: { formId: randomUUID() } });
const noFile = (viewer: number): Entry["own"] => ({ ...route(404, viewer), admin: 404, lead: 404, member: 404 });

/** A value that is not there: what the form says of it stands on the page that its answer leads to. */
const removalForm = {
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: () => new TextEncoder().encode("intent=remove&itemId=t13-questions&rowId=none&valueId=" + randomUUID()),
};
const indicatorForm = (partner: number): Entry["own"] => ({ ...route(partner, 403), admin: 303, lead: 303, member: 303 });

const looked = () => new TextEncoder().encode(JSON.stringify({ at: new Date().toISOString(), itemIds: null, lastItem: null }));
const presence = () => new TextEncoder().encode(JSON.stringify({ tab: "tab", itemId: null }));

/** Method and address pattern, what is in the brackets besides the team or agency, and what each standing is told. */
const MATRIX: readonly (readonly [string, Entry])[] = [
  ["GET /teams/[teamId]", { own: page(200) }],
  ["GET /teams/[teamId]/export", { own: page(200) }],
  ["GET /teams/[teamId]/tools", { own: page(200) }],
  ["GET /teams/[teamId]/people", { own: page(200) }],
  ["GET /teams/[teamId]/import", { own: managers(page(403)) }],
  [
    "POST /api/teams/[teamId]/import",
    {
      own: { ...managers(route(403)), admin: 303, lead: 303 },
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: () => new TextEncoder().encode("intent=discard"),
    },
  ],
  ["GET /teams/[teamId]/readiness", { own: page(200) }],
  ["GET /teams/[teamId]/meetings", { own: page(200) }],
  // There is none of this id; whose a meeting is, is tried in tests/meetings.
  ["GET /teams/[teamId]/meetings/[meetingId]", { own: { ...page(404), admin: 404, lead: 404, member: 404, viewer: 404 }, parameters: { meetingId: randomUUID() } }],
  ["GET /teams/[teamId]/meetings/[meetingId]/mode", noMeeting()],
  ["GET /teams/[teamId]/meetings/[meetingId]/screen", noMeeting()],
  ["GET /api/teams/[teamId]/meetings/[meetingId]/record", { ...noMeeting(), own: noFile(404) }],
  ["GET /api/teams/[teamId]/meetings/[meetingId]/events", { ...noMeeting(), own: noFile(404) }],
  // A milestone holds the whole toolkit; what waits to be looked at stands in the partner's own tools.
  ["GET /teams/[teamId]/milestones", { own: page(403) }],
  ["GET /teams/[teamId]/milestones/compare", { own: page(403) }],
  ["GET /teams/[teamId]/milestones/reassess", { own: page(200) }],
  ["GET /teams/[teamId]/rounds", { own: page(200) }],
  ["GET /teams/[teamId]/rounds/new", { own: managers(page(403)) }],
  // There is none of this id; whose a round is, and what of it anybody is told, is tried in tests/rounds and rounds-blind.spec.ts.
  ["GET /teams/[teamId]/rounds/[roundId]", noRound()],
  ["GET /teams/[teamId]/rounds/[roundId]/rate", { ...noRound(), own: { ...noRound().own, viewer: 403 } }],
  ["GET /teams/[teamId]/rounds/[roundId]/receipt", noRound()],
  ["GET /teams/[teamId]/rounds/[roundId]/compare", noRound()],
  ["GET /api/teams/[teamId]/rounds/[roundId]/receipt", { ...noRound(), own: noFile(404) }],
  ["GET /api/teams/[teamId]/rounds/[roundId]/events", { ...noRound(), own: noFile(404) }],
  ["GET /api/teams/[teamId]/rounds/events", { own: route(200) }],
  ["GET /teams/[teamId]/feedback", { own: page(200) }],
  ["GET /teams/[teamId]/feedback/new", { own: managers(page(403)) }],
  // There is none of this id; whose a form is, and who reads answers, is tried in tests/feedback.
  ["GET /teams/[teamId]/feedback/[formId]", noForm()],
  ["GET /teams/[teamId]/feedback/[formId]/change", { ...noForm(), own: managers(noForm().own) }],
  ["GET /teams/[teamId]/feedback/[formId]/poster", { ...noForm(), own: { ...noForm().own, partner: 403, viewer: 403 } }],
  ["GET /teams/[teamId]/feedback/[formId]/answers", { ...noForm(), own: { ...noForm().own, partner: 403, viewer: 403 } }],
  ["GET /teams/[teamId]/feedback/[formId]/outcomes", { ...noForm(), own: { ...noForm().own, partner: 403, viewer: 403 } }],
  // Tool 12 is not shared with the partner.
  ["GET /api/teams/[teamId]/board/events", { own: route(404) }],
  [
    "POST /api/teams/[teamId]/rounds/[roundId]/ratings",
    { ...noRound(), own: { ...noFile(404), viewer: 403 }, headers: { "Content-Type": "application/json" }, body: () => new TextEncoder().encode('{"act":"save","item":"t9-i1-1","value":"3"}') },
  ],
  ["GET /teams/[teamId]/readiness/gaps/[itemId]", { own: page(200), parameters: { itemId: itemOf(SHARED_TOOL) } }],
  ["GET /teams/[teamId]/readiness/gaps/[itemId]", { own: page(404), parameters: { itemId: "t9-i1-1" } }],
  // Nor the plan's tool.
  ["GET /teams/[teamId]/plan", { own: page(404) }],
  // The partner has none of its tools.
  ["GET /teams/[teamId]/overview/[toolkit]", { own: page(404), parameters: { toolkit: PEER_SUPPORT } }],
  // Each sees their own there; what others keep to themselves is tried in peer-support.spec.ts.
  ["GET /teams/[teamId]/personal/[check]", { own: page(200), parameters: { check: "supervisor-check" } }],
  // Nobody has saved one: whose it is, is tried in tests/personal.
  ["GET /api/teams/[teamId]/personal/[check]", { own: noFile(404), parameters: { check: "supervisor-check" } }],
  // The partner has not the tool that it belongs to.
  ["GET /teams/[teamId]/goals/[sheet]", { own: page(404), parameters: { sheet: 1 } }],
  [
    "POST /api/teams/[teamId]/tools/[number]/indicators",
    { own: indicatorForm(404), parameters: { number: EVALUATION_TOOL }, ...removalForm },
  ],
  ["GET /teams/[teamId]/tools/[number]", { own: page(200), parameters: { number: SHARED_TOOL } }],
  ["GET /teams/[teamId]/tools/[number]", { own: page(404), parameters: { number: OTHER_TOOL } }],
  ["GET /teams/[teamId]/tools/[number]/history", { own: page(200), parameters: { number: SHARED_TOOL } }],
  ["GET /teams/[teamId]/tools/[number]/history", { own: page(404), parameters: { number: OTHER_TOOL } }],
  [
    "GET /api/teams/[teamId]/tools/[number]/items/[itemId]/history",
    { own: route(200), parameters: { number: SHARED_TOOL, itemId: "t3-1" } },
  ],
  [
    "GET /api/teams/[teamId]/tools/[number]/items/[itemId]/history",
    { own: route(404), parameters: { number: OTHER_TOOL, itemId: "t9-i1-1" } },
  ],
  ["GET /teams/[teamId]/readiness/how-it-works", { own: page(200) }],
  ["GET /teams/[teamId]/readiness/brief", { own: page(403) }],
  ["GET /teams/[teamId]/readiness/brief/edit", { own: managers(page(403)) }],
  [
    "GET /teams/[teamId]/tools/[number]/complete",
    { own: { ...page(403), viewer: 403 }, parameters: { number: SHARED_TOOL } },
  ],
  [
    "GET /teams/[teamId]/tools/[number]/complete",
    { own: { ...page(404), viewer: 403 }, parameters: { number: OTHER_TOOL } },
  ],
  ["GET /api/teams/[teamId]/tools/[number]/updates", { own: route(200), parameters: { number: SHARED_TOOL } }],
  ["GET /api/teams/[teamId]/tools/[number]/updates", { own: route(404), parameters: { number: OTHER_TOOL } }],
  [
    "POST /api/teams/[teamId]/tools/[number]/updates",
    { own: save(204), parameters: { number: SHARED_TOOL }, body: changes(SHARED_TOOL) },
  ],
  [
    "POST /api/teams/[teamId]/tools/[number]/updates",
    { own: save(404), parameters: { number: OTHER_TOOL }, body: changes(OTHER_TOOL) },
  ],
  ["GET /api/teams/[teamId]/tools/[number]/events", { own: route(200), parameters: { number: SHARED_TOOL } }],
  ["GET /api/teams/[teamId]/tools/[number]/events", { own: route(404), parameters: { number: OTHER_TOOL } }],
  [
    "POST /api/teams/[teamId]/tools/[number]/presence",
    { own: route(200), parameters: { number: SHARED_TOOL }, body: presence },
  ],
  ["POST /api/teams/[teamId]/tools/[number]/presence", { own: route(404), parameters: { number: OTHER_TOOL }, body: presence }],
  ["POST /api/teams/[teamId]/tools/[number]/seen", { own: route(200), parameters: { number: SHARED_TOOL }, body: looked }],
  ["POST /api/teams/[teamId]/tools/[number]/seen", { own: route(404), parameters: { number: OTHER_TOOL }, body: looked }],
  ["GET /api/teams/[teamId]/tools/[number]/assignments", { own: route(200), parameters: { number: SHARED_TOOL } }],
  ["GET /api/teams/[teamId]/tools/[number]/assignments", { own: route(404), parameters: { number: OTHER_TOOL } }],
  [
    "GET /api/teams/[teamId]/tools/[number]/items/[itemId]/comments",
    { own: route(200), parameters: { number: SHARED_TOOL, itemId: itemOf(SHARED_TOOL) } },
  ],
  [
    "GET /api/teams/[teamId]/tools/[number]/items/[itemId]/comments",
    { own: route(404), parameters: { number: OTHER_TOOL, itemId: itemOf(OTHER_TOOL) } },
  ],
  ["GET /api/teams/[teamId]/tools/[number]/items/[itemId]/files", { own: route(200), parameters: itemIn(SHARED_TOOL) }],
  ["GET /api/teams/[teamId]/tools/[number]/items/[itemId]/files", { own: route(404), parameters: itemIn(OTHER_TOOL) }],
  [
    "POST /api/teams/[teamId]/tools/[number]/items/[itemId]/files",
    { own: { ...route(201, 403), admin: 201, lead: 201, member: 201 }, parameters: itemIn(SHARED_TOOL), ...upload },
  ],
  [
    "POST /api/teams/[teamId]/tools/[number]/items/[itemId]/files",
    { own: { ...route(404, 403), admin: 201, lead: 201, member: 201 }, parameters: itemIn(OTHER_TOOL), ...upload },
  ],
  // Of a file nobody has; evidence.spec.ts tries one that is there.
  ["GET /api/teams/[teamId]/tools/[number]/items/[itemId]/files/[fileId]", { own: noFile(404), parameters: itemIn(SHARED_TOOL) }],
  ["DELETE /api/teams/[teamId]/tools/[number]/items/[itemId]/files/[fileId]", { own: noFile(403), parameters: itemIn(SHARED_TOOL) }],
  // Whether somebody may is asked before the format is looked at (export.spec.ts tries each); this one is made quickly.
  ["GET /api/teams/[teamId]/export", { own: route(403), query: "format=json" }],
  ["GET /api/teams/[teamId]/export", { own: route(403), query: "format=json&content=readiness" }],
  ["GET /api/teams/[teamId]/export", { own: route(200), query: `format=json&content=tools&tool=${SHARED_TOOL}` }],
  ["GET /api/teams/[teamId]/export", { own: route(404), query: `format=json&content=tools&tool=${OTHER_TOOL}` }],
  ["GET /agencies/[agencyId]", { own: { ...page(200), neighbour: 200 } }],
  ["GET /api/agencies/[agencyId]/archive", { own: { ...managers(route(403)), lead: 403, neighbour: 403 }, isOpeningEnough: true }],
];

/** Addresses without a team or agency in them. Signed-in people see their own things there, others are sent to sign in. */
const PERSONAL_PAGES = ["/account", "/account/calendar.ics", "/agencies", "/agencies/new"];

/** For everybody; tokens in an address are tried in auth's own tests. */
const PUBLIC = [
  "/",
  "/guide",
  "/guide/elements",
  "/guide/elements/[id]",
  "/guide/elements/[id]/help",
  "/guide/[toolkit]",
  "/guide/[toolkit]/[chapter]",
  "/guide/glossary",
  "/guide/principles",
  "/guide/search",
  "/guide/resources",
  "/guide/tools",
  "/guide/tools/[number]",
  "/about",
  "/contact",
  "/help",
  "/privacy",
  "/terms",
  "/join",
  "/sign-in",
  "/sign-out",
  "/sign-up",
  "/sign-up/confirm",
  "/forgot-password",
  "/reset-password",
  "/invitation/[token]",
  "/letters/stop/[token]",
  "/api/letters/stop/[token]",
  "/meet",
  "/meet/[code]",
  "/api/meet/[code]/events",
  "/api/meet/[code]/join",
  "/api/meet/[code]/leave",
  "/api/meet/[code]/people",
  "/api/meet/[code]/vote",
  "/feedback/[code]",
  "/api/feedback/[code]",
  "/api/feedback/[code]/follow",
  "/rate/[token]",
  "/api/rate/[token]",
  "/api/rate/[token]/events",
  "/calendar/[file]",
  "/outbox",
  "/api/auth/[...nextauth]",
  "/api/health",
  "/schema/ps-cope-workbook-1.json",
  "/schema/ps-cope-workbook-2.json",
];

const MALFORMED = "not-an-id";

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly location: string | null;
  /** With the id asked for, and what differs at every answer, taken out. */
  readonly body: string;
  readonly bytes: Uint8Array;
}

async function ask(
  app: AppUnderTest,
  [method, pattern]: readonly [string, string],
  { parameters, query, body, headers: own, isOpeningEnough }: Entry,
  id: string,
  person: TestPerson | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const asked = pattern.endsWith("/events") ? "tab=tab" : query;
  const path = `${fillRoute(pattern, { teamId: id, agencyId: id, ...parameters })}${asked ? `?${asked}` : ""}`;
  const response = await fetch(`${app.url}${path}`, {
    method,
    redirect: "manual",
    headers: {
      Origin: app.url,
      ...(person ? { Cookie: `${person.cookie.name}=${person.cookie.value}` } : {}),
      ...own,
      ...headers,
    },
    ...(body ? { body: body() } : {}),
  });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  const isEnough = isStream ? hasFirst : isOpeningEnough && response.ok ? () => true : null;
  const bytes = isEnough ? await readOpening(response, isEnough) : new Uint8Array(await response.arrayBuffer());
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  let text = new TextDecoder().decode(bytes).replaceAll(id, "[id]");
  if (nonce) text = text.replaceAll(nonce, "[nonce]");
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    location: response.headers.get("location"),
    body: text,
    bytes,
  };
}

/** What React sends of a page for the browser, row by row: which comes first depends on what is ready first. */
function sentRows(body: string): string[] {
  return body.replaceAll(`"])</script><script nonce="[nonce]">self.__next_f.push([1,"`, "").split("\\n").sort();
}

const hasFirst = (read: Buffer): boolean => read.includes("event: presence") || read.includes("event: state");

/** What is sent first: a stream never ends by itself. */
async function readOpening({ body }: Response, isEnough: (read: Buffer) => boolean): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    if (isEnough(Buffer.concat(chunks))) break;
  }
  return Buffer.concat(chunks);
}

interface Cast {
  readonly team: TestTeam;
  readonly people: Readonly<Record<Standing, TestPerson | null>>;
}

/** Two agencies that every test of a worker asks about: what one of them saves in its own is no answer to another. */
const test = base.extend<object, { casts: { ours: Cast; foreign: Cast; canary: string } }>({
  casts: [
    async ({ app }, provide) => {
      const canary = `canary ${randomUUID()}`;
      await provide({ ours: await assemble(app, "Our"), foreign: await assemble(app, canary), canary });
    },
    { scope: "worker" },
  ],
});

/** A team with someone in every standing. */
async function assemble(app: AppUnderTest, word: string): Promise<Cast> {
  const team = await createTestTeam(app, word);
  await addToolkits(app, team);
  const neighbours = { ...team, teamId: randomUUID(), teamName: `${team.teamName} neighbours` };
  await addTeam(app, team.agencyId, neighbours.teamId, neighbours.teamName);
  const removed = await createMember(app, team, "member");
  await removeFromAgency(app, team, removed);
  const people = {
    admin: await createMember(app, team, "admin"),
    lead: await createMember(app, team, "lead"),
    member: await createMember(app, team, "member"),
    partner: await createMember(app, team, "partner", [SHARED_TOOL]),
    viewer: await createMember(app, team, "viewer"),
    neighbour: await createMember(app, neighbours, "lead"),
    removed,
    anonymous: null,
  };
  return { team, people };
}

const nameOf = ([name, { parameters, query }]: readonly [string, Entry]) =>
  `${name}${query ? `?${query}` : ""}${parameters?.number !== undefined ? ` (Tool ${parameters.number})` : parameters?.itemId === undefined ? "" : ` (${parameters.itemId})`}`;

function splitName(name: string): readonly [string, string] {
  const [method = "", pattern = ""] = name.split(" ");
  return [method, pattern];
}

test("every page and route is in the isolation matrix or named as personal or public", () => {
  const listed = new Set([...MATRIX.map(([name]) => splitName(name)[1]), ...PERSONAL_PAGES, ...PUBLIC]);
  expect([...listed].sort()).toEqual([...listRoutes("page.tsx"), ...listRoutes("route.ts")].sort());
});

for (const entry of MATRIX) {
  test(`${nameOf(entry)} lets in exactly the roles that may, and answers a foreign id like one nobody has`, async ({ app, casts: { ours, foreign, canary } }) => {
    const [name, { own, ...options }] = entry;
    const where = splitName(name);
    const settings = { own, ...options };
    const idOf = ({ team }: Cast) => (name.includes("[agencyId]") ? team.agencyId : team.teamId);
    for (const standing of STANDINGS) {
      const person = ours.people[standing];
      const at = await ask(app, where, settings, idOf(ours), person);
      expect(at.status, `${standing} at their own`).toBe(own[standing]);
      const others = {
        foreign: await ask(app, where, settings, idOf(foreign), person),
        nonexistent: await ask(app, where, settings, randomUUID(), person),
        malformed: await ask(app, where, settings, MALFORMED, person),
      };
      for (const [target, answer] of Object.entries(others)) {
        expect(answer.status, `${standing} at a ${target} id`).toBe(person ? 404 : own.anonymous);
        expect(answer.body, `${standing} at a ${target} id`).not.toContain(canary);
      }
      expect(sentRows(others.foreign.body)).toEqual(sentRows(others.nonexistent.body));
      expect(others.foreign.type).toBe(others.nonexistent.type);
      if (!person && own.anonymous === 307) expect(at.location).toMatch(/^(http:\/\/[^/]+)?\/sign-in\?next=/);
    }
  });
}

test("another agency's words appear in no answer, however it is asked for", async ({ app }) => {
  // Some six hundred answers.
  test.slow();
  const canary = `canary-${randomUUID()}`;
  const foreign = await assemble(app, canary);
  const texts = toolItems(getTool(1)).filter(({ kind }) => kind === "text");
  const answers = Object.fromEntries(texts.map(({ id }) => [id, canary]));
  const { lead } = foreign.people;
  if (!lead) throw new Error("no lead");
  await saveAnswers({ appUrl: app.url, person: lead, teamId: foreign.team.teamId, toolNumber: 1 }, answers);
  // The control: its own people do see it.
  const theirs = await ask(app, ["GET", "/teams/[teamId]/tools/[number]"], { own: page(200), parameters: { number: 1 } }, foreign.team.teamId, lead);
  expect(theirs.body).toContain(canary);

  const ours = await assemble(app, "Our");
  const addresses = [...MATRIX.map(([name]) => splitName(name)[1]), ...PERSONAL_PAGES];
  for (const pattern of new Set(addresses)) {
    const isPdf = pattern === "/api/teams/[teamId]/export";
    for (const number of pattern.includes("[number]") && !isPdf ? TOOL_NUMBERS : [1]) {
      for (const person of [ours.people.admin, ours.people.viewer]) {
        const id = pattern.includes("[agencyId]") ? ours.team.agencyId : ours.team.teamId;
        const itemId = toolItems(getTool(number))[0]?.id ?? "";
        const entry = { own: page(200), parameters: { number, itemId, fileId: randomUUID(), toolkit: PEER_SUPPORT, check: "supervisor-check", meetingId: randomUUID(), roundId: randomUUID(), formId: randomUUID(), sheet: "1" } };
        const answer = await ask(app, ["GET", pattern], entry, id, person);
        const text = answer.type === "application/pdf" ? (await readPdf(answer.bytes)).text : answer.body;
        expect(squash(text), `${pattern} ${number}`).not.toContain(squash(canary));
        if (isPdf) continue;
        const payload = await ask(app, ["GET", pattern], entry, id, person, { RSC: "1" });
        expect(payload.body, `${pattern} ${number} as payload`).not.toContain(canary);
      }
    }
  }
});

for (const path of PERSONAL_PAGES) {
  test(`${path} sends people who are not signed in to sign in and back`, async ({ app }) => {
    const answer = await ask(app, ["GET", path], { own: page(200) }, "", null);
    expect(answer.status).toBe(307);
    expect(answer.location).toContain(`/sign-in?next=${encodeURIComponent(path)}`);
  });
}
