
import { ADDABLE_TOOLKITS, TOOLS } from "@/content/toolkits";
import { saveExamples } from "@/tests/support/e2e-answers";
import {
  addToolkits,
  createAccountToken,
  createInvitation,
  createMeeting,
  createMember,
  createPerson,
  createRounds,
  createStopLink,
  createTestTeam,
  type TestPerson,
  type TestRounds,
  type TestTeam,
} from "@/tests/support/e2e-database";
import { createForms, type TestForms } from "@/tests/support/e2e-forms";
import { fillRoute } from "./routes";
import type { AppUnderTest } from "./test";

type Parameters = Readonly<Record<string, string | number>>;

export interface PageEntry {
  /** Who has to be signed in to see the page as it is meant. */
  readonly as: "nobody" | "lead" | "admin";
  /** One per address worth looking at, beside the ids of the test's own team, agency and invitation. */
  readonly each?: readonly Parameters[];
  /** The page is reached by an emailed link. */
  readonly token?: "sign-up" | "reset";
  /** Shows answers, so that it looks different once the tools are filled in. */
  readonly hasAnswers?: true;
}

const EACH_TOOL = TOOLS.map(({ slug }) => ({ number: slug }));
const EACH_ADDABLE = ADDABLE_TOOLKITS.map(({ id }) => ({ toolkit: id }));
const EACH_CHAPTER = ADDABLE_TOOLKITS.flatMap(({ id, guide }) => guide.chapters.map((chapter) => ({ toolkit: id, chapter: chapter.id })));
const EACH_CHECK = ADDABLE_TOOLKITS.flatMap(({ personal }) => personal.map(({ slug }) => ({ check: slug })));

/** Every page of the app. A page that is not listed here fails a test: say who it is for and it is looked at too. */
export const PAGES: Readonly<Record<string, PageEntry>> = {
  "/": { as: "nobody" },
  "/about": { as: "nobody" },
  "/contact": { as: "nobody" },
  "/help": { as: "nobody" },
  "/join": { as: "nobody" },
  "/meet": { as: "nobody" },
  "/meet/[code]": { as: "nobody" },
  "/privacy": { as: "nobody" },
  "/terms": { as: "nobody" },
  "/guide": { as: "nobody" },
  "/guide/elements": { as: "nobody" },
  "/guide/elements/[id]": { as: "nobody", each: [{ id: "ie1" }, { id: "cc4" }, { id: "is6" }] },
  "/guide/glossary": { as: "nobody" },
  "/guide/principles": { as: "nobody" },
  "/guide/resources": { as: "nobody" },
  "/guide/search": { as: "nobody" },
  "/guide/tools": { as: "nobody" },
  "/guide/tools/[number]": { as: "nobody", each: EACH_TOOL },
  "/guide/[toolkit]": { as: "nobody", each: EACH_ADDABLE },
  "/guide/[toolkit]/[chapter]": { as: "nobody", each: EACH_CHAPTER },
  "/sign-in": { as: "nobody" },
  "/sign-up": { as: "nobody" },
  "/sign-up/confirm": { as: "nobody", token: "sign-up" },
  "/forgot-password": { as: "nobody" },
  "/reset-password": { as: "nobody", token: "reset" },
  "/invitation/[token]": { as: "nobody" },
  "/letters/stop/[token]": { as: "nobody" },
  "/rate/[token]": { as: "nobody" },
  "/outbox": { as: "nobody" },
  "/sign-out": { as: "lead" },
  "/account": { as: "lead" },
  "/agencies": { as: "lead" },
  "/agencies/new": { as: "lead" },
  "/agencies/[agencyId]": { as: "admin" },
  "/teams/[teamId]": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/export": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/feedback": { as: "lead" },
  "/teams/[teamId]/feedback/new": { as: "lead" },
  "/teams/[teamId]/feedback/[formId]": { as: "lead", each: [{ formId: "open" }, { formId: "draft" }] },
  "/teams/[teamId]/feedback/[formId]/change": { as: "lead", each: [{ formId: "open" }, { formId: "draft" }] },
  "/teams/[teamId]/feedback/[formId]/poster": { as: "lead", each: [{ formId: "open" }] },
  "/teams/[teamId]/feedback/[formId]/answers": { as: "lead", each: [{ formId: "open" }] },
  "/teams/[teamId]/feedback/[formId]/outcomes": { as: "lead", each: [{ formId: "open" }] },
  "/teams/[teamId]/goals/[sheet]": { as: "lead", each: [{ sheet: 1 }, { sheet: 2 }], hasAnswers: true },
  "/teams/[teamId]/import": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/meetings": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/meetings/[meetingId]": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/meetings/[meetingId]/mode": { as: "lead" },
  "/teams/[teamId]/meetings/[meetingId]/screen": { as: "lead" },
  "/teams/[teamId]/milestones": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/milestones/compare": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/milestones/reassess": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/overview/[toolkit]": { as: "lead", each: EACH_ADDABLE, hasAnswers: true },
  "/teams/[teamId]/people": { as: "lead" },
  "/teams/[teamId]/personal/[check]": { as: "lead", each: EACH_CHECK },
  "/teams/[teamId]/plan": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/readiness": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/readiness/brief": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/readiness/brief/edit": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/readiness/gaps/[itemId]": { as: "lead", each: [{ itemId: "t9-c4-2" }, { itemId: "t3-6" }, { itemId: "t9-i4-3" }], hasAnswers: true },
  "/teams/[teamId]/readiness/how-it-works": { as: "lead" },
  "/teams/[teamId]/rounds": { as: "lead" },
  "/teams/[teamId]/rounds/new": { as: "lead" },
  "/teams/[teamId]/rounds/[roundId]": { as: "lead", each: [{ roundId: "open" }, { roundId: "revealed" }] },
  "/teams/[teamId]/rounds/[roundId]/rate": { as: "lead", each: [{ roundId: "open" }] },
  "/teams/[teamId]/rounds/[roundId]/receipt": { as: "lead", each: [{ roundId: "revealed" }] },
  "/teams/[teamId]/rounds/[roundId]/compare": { as: "lead", each: [{ roundId: "revealed" }] },
  "/teams/[teamId]/tools": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/tools/[number]": { as: "lead", each: EACH_TOOL, hasAnswers: true },
  "/teams/[teamId]/tools/[number]/history": { as: "lead", each: [{ number: 8 }], hasAnswers: true },
  "/teams/[teamId]/tools/[number]/complete": { as: "lead", each: [{ number: 8 }], hasAnswers: true },
};

/** An address pattern with what fills its brackets. */
export interface PageAddress {
  readonly name: string;
  readonly pattern: string;
  readonly entry: PageEntry;
  readonly parameters: Parameters;
}

export const ADDRESSES: readonly PageAddress[] = Object.entries(PAGES).flatMap(([pattern, entry]) =>
  (entry.each ?? [{}]).map((parameters) => ({
    name: pattern.replace(/\[(\w+)\]/g, (all, key: string) => String((parameters as Parameters)[key] ?? all)),
    pattern,
    entry,
    parameters,
  })),
);

/** A team with the people and the links that every page can be opened with. */
export interface Stage {
  readonly team: TestTeam;
  readonly meetingId: string;
  readonly rounds: TestRounds;
  readonly forms: TestForms;
  readonly people: Readonly<Record<PageEntry["as"], TestPerson | null>>;
  readonly tokens: Readonly<Record<NonNullable<PageEntry["token"]> | "invitation" | "stop", string>>;
}

export async function buildStage(app: AppUnderTest): Promise<Stage> {
  const team = await createTestTeam(app);
  await addToolkits(app, team);
  const lead = await createMember(app, team, "lead");
  const admin = await createMember(app, team, "admin");
  const stranger = { userId: "", email: `new-${team.teamId.slice(0, 8)}@example.org` };
  return {
    team,
    meetingId: await createMeeting(app, team, lead, { isSitting: true }),
    rounds: await createRounds(app, team, lead),
    forms: await createForms(app, team, lead),
    people: { nobody: null, lead, admin },
    tokens: {
      "sign-up": await createAccountToken(app, stranger, "sign-up"),
      reset: await createAccountToken(app, await createPerson(app), "reset"),
      invitation: await createInvitation(app, team, lead, stranger.email),
      stop: await createStopLink(app, lead, "reminders"),
    },
  };
}

/** Gives every item of every tool its example answer. */
export async function fillEveryTool(app: AppUnderTest, { team, people: { lead } }: Stage): Promise<void> {
  if (!lead) throw new Error("The stage has no lead");
  for (const tool of TOOLS) await saveExamples({ appUrl: app.url, person: lead, teamId: team.teamId }, tool);
}

/** A code that leads nowhere: phones in a meeting are in meeting-mode.spec.ts. */
const NO_MEETING = "222222";

export function pathOf({ pattern, entry, parameters }: PageAddress, { team, meetingId, rounds, forms, tokens }: Stage): string {
  const token = pattern.startsWith("/letters/") ? tokens.stop : pattern.startsWith("/rate/") ? rounds.link : tokens.invitation;
  const roundId = parameters.roundId === "open" ? rounds.open : rounds.revealed;
  const formId = parameters.formId === "draft" ? forms.draft : forms.open;
  const path = fillRoute(pattern, { ...parameters, ...team, meetingId, roundId, formId, token, code: NO_MEETING });
  return entry.token ? `${path}?token=${tokens[entry.token]}` : path;
}
