import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { asRequest } from "../../support/action-request";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { PEER_SUPPORT } from "@/content/peer-support/named";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { addToolkit } from "@/lib/agencies/team-toolkits";
import { createTeam } from "@/lib/agencies/teams";
import { authDb } from "@/lib/platform/db/client";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { refTo } from "@/tests/support/tools";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../../support/people";

// Like headers and cookies, Next's cache exists only inside its server.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const SHARED_TOOL = 3;
const STANDINGS = ["admin", "lead", "member", "partner", "viewer", "neighbour", "removed", "disabled", "stranger", "anonymous"] as const;
type Standing = (typeof STANDINGS)[number];

interface Entry {
  /** The standings it lets in, written out: a change of the permission table must be a change here too. */
  readonly allowed: readonly Standing[];
  readonly input: (cast: Pick<Cast, "target" | "fixture">) => unknown;
}

const everyone = ["admin", "lead", "member", "partner", "viewer"] as const;
const managers = ["admin", "lead"] as const;
const commenters = ["admin", "lead", "member", "partner"] as const;
const anInvitation = () => ({ invitationId: randomUUID() });
const anAssignment = () => ({ toolRef: refTo(SHARED_TOOL), assignmentId: randomUUID() });
const aRow = () => ({ toolRef: refTo(SHARED_TOOL), itemId: "t3-none", rowId: randomUUID() });
const aValue = () => ({ ...aRow(), on: "May 2026", value: "1", of: "", source: "", note: "" });
const aMeeting = () => ({ meetingId: randomUUID() });
const aMeetingDay = () => ({ heldOn: "2030-01-31", startsAt: "18:00", place: "Library" });
const aRound = () => ({ roundId: randomUUID() });
const aSitting = () => ({ sittingId: randomUUID() });
const anAnswer = () => ({ formId: randomUUID(), answerId: randomUUID() });
const anOutcome = () => ({ formId: randomUUID(), outcomeId: randomUUID() });
const aForm = () => ({ title: "Nights", intro: "", questions: [{ id: "q1", kind: "text", words: "What is missing?", options: [], source: null }], closesOn: null, quota: 100 });
const saidAndDid = () => ({ said: "Nights", did: "We hire.", standing: "planned", standingWords: "", actionId: null, answerIds: [] });
const aTool = (tool: number) => () => ({ toolRef: refTo(tool) });

const TEAM_ACTIONS: Record<string, Entry> = {
  saveBriefAction: {
    allowed: managers,
    input: () => ({ title: "We answer.", item1: "t9-i1-1", why1: "", item2: "", why2: "", item3: "", why3: "", planned: "", asks: "", basedOn: "" }),
  },
  updatePlainWordsAction: { allowed: managers, input: () => ({ hasPlainWords: true }) },
  renameTeamAction: { allowed: managers, input: () => ({ name: `Team ${randomUUID()}` }) },
  updateTeamHistoryNamesAction: { allowed: managers, input: () => ({ hidesHistoryNames: true }) },
  createJoinCodeAction: { allowed: managers, input: () => ({ role: "partner", toolKeys: [toolKey(refTo(SHARED_TOOL))] }) },
  createBackInCodeAction: { allowed: managers, input: ({ target }) => ({ userId: target.userId }) },
  inviteAction: { allowed: managers, input: () => ({ email: `${randomUUID()}@guests.example`, role: "member", toolKeys: [] }) },
  renewInvitationAction: { allowed: managers, input: anInvitation },
  revokeInvitationAction: { allowed: managers, input: anInvitation },
  updateTeamMemberAction: { allowed: managers, input: ({ target }) => ({ userId: target.userId, role: "viewer", toolKeys: [] }) },
  removeTeamMemberAction: { allowed: managers, input: ({ target }) => ({ userId: target.userId }) },
  leaveTeamAction: { allowed: everyone, input: () => ({}) },
  computeReadinessAction: { allowed: everyone, input: () => ({}) },
  listGapsAction: { allowed: everyone, input: () => ({ kind: "all", element: null, tool: null }) },
  addToolkitAction: { allowed: managers, input: () => ({ toolkitId: PEER_SUPPORT }) },
  putAwayToolkitAction: { allowed: managers, input: () => ({ toolkitId: PEER_SUPPORT }) },
  saveOwnCheckAction: { allowed: commenters, input: () => ({ check: "supervisor-check", answers: [{ item: "ps1-next-words", value: "More." }], basedOn: null }) },
  shareOwnCheckAction: { allowed: commenters, input: () => ({ check: "supervisor-check" }) },
  completeToolAction: { allowed: ["admin", "lead", "member"], input: aTool(SHARED_TOOL) },
  reopenToolAction: { allowed: ["admin", "lead", "member"], input: aTool(SHARED_TOOL) },
  completeAndLockToolAction: { allowed: managers, input: aTool(SHARED_TOOL) },
  lockToolAction: { allowed: managers, input: aTool(SHARED_TOOL) },
  unlockToolAction: { allowed: ["admin"], input: aTool(SHARED_TOOL) },
  rebuildToolAction: { allowed: ["admin"], input: aTool(SHARED_TOOL) },
  assignAction: {
    allowed: ["admin", "lead", "member"],
    input: ({ target }) => ({ toolRef: refTo(SHARED_TOOL), targetId: "", assigneeId: target.userId, dueOn: "2030-01-31" }),
  },
  removeAssignmentAction: { allowed: ["admin", "lead", "member"], input: anAssignment },
  acceptAssignmentAction: { allowed: ["admin", "lead", "member", "partner"], input: anAssignment },
  handBackAssignmentAction: { allowed: ["admin", "lead", "member", "partner"], input: () => ({ ...anAssignment(), note: "" }) },
  createThreadAction: { allowed: commenters, input: () => ({ toolRef: refTo(SHARED_TOOL), itemId: "t3-none", body: "Hello" }) },
  replyAction: { allowed: commenters, input: () => ({ toolRef: refTo(SHARED_TOOL), threadId: randomUUID(), body: "Hello" }) },
  resolveThreadAction: { allowed: commenters, input: () => ({ toolRef: refTo(SHARED_TOOL), threadId: randomUUID(), isResolved: true }) },
  updateCommentAction: { allowed: commenters, input: () => ({ toolRef: refTo(SHARED_TOOL), commentId: randomUUID(), body: "Hello" }) },
  deleteCommentAction: { allowed: commenters, input: () => ({ toolRef: refTo(SHARED_TOOL), commentId: randomUUID() }) },
  restoreAnswerAction: {
    allowed: ["admin", "lead", "member", "partner"],
    input: () => ({ toolRef: refTo(SHARED_TOOL), itemId: "t3-1", revision: { mark: "x".repeat(22), minute: "2026-01-01T00:00:00.000Z" }, which: "after" }),
  },
  planMeetingAction: { allowed: ["admin", "lead", "member"], input: aMeetingDay },
  moveMeetingAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aMeeting(), ...aMeetingDay() }) },
  removeMeetingAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aMeeting(), isRemoved: true }) },
  saveNotesAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aMeeting(), notes: "We met.", basedOn: "x".repeat(22) }) },
  addEntryAction: { allowed: commenters, input: () => ({ ...aMeeting(), kind: "point", words: "Weekends" }) },
  removeEntryAction: { allowed: commenters, input: () => ({ ...aMeeting(), entryId: randomUUID(), isRemoved: true }) },
  closeMeetingAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aMeeting(), today: "2030-01-31" }) },
  reopenMeetingAction: { allowed: ["admin", "lead", "member"], input: aMeeting },
  startSittingAction: { allowed: ["admin", "lead", "member"], input: () => ({ meetingId: "now", deputies: [] }) },
  conductSittingAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aSitting(), act: { to: "vote" } }) },
  arrangeSittingAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aSitting(), act: { set: "end" } }) },
  takeOverSittingAction: { allowed: ["admin", "lead", "member"], input: aSitting },
  decideVoteAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aRound(), itemId: "t9-i1-1", value: "2", rationale: "", dissent: "" }) },
  undoVoteDecisionAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aRound(), itemId: "t9-i1-1", decisionId: randomUUID() }) },
  settleItemAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aMeeting(), isSettled: true }) },
  makeMilestoneAction: { allowed: managers, input: () => ({ name: "Baseline", day: "2100-01-01", people: "roles" }) },
  removeMilestoneAction: { allowed: managers, input: () => ({ milestoneId: randomUUID(), isRemoved: true }) },
  startReassessmentAction: { allowed: managers, input: () => ({ milestoneId: randomUUID(), tools: ["3"] }) },
  stopReassessmentAction: { allowed: managers, input: () => ({}) },
  lookAtAnswersAction: { allowed: commenters, input: () => ({ tool: refTo(SHARED_TOOL), itemIds: ["t3-1"], isLooked: true }) },
  createFormAction: { allowed: managers, input: aForm },
  changeFormAction: { allowed: managers, input: () => ({ formId: randomUUID(), ...aForm() }) },
  moveFormAction: { allowed: managers, input: () => ({ formId: randomUUID(), act: "close" }) },
  deleteDraftAction: { allowed: managers, input: () => ({ formId: randomUUID() }) },
  listToolQuestionsAction: { allowed: managers, input: () => ({ tool: "3" }) },
  countAnswerAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...anAnswer(), isCounted: true }) },
  takeWordsOutAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...anAnswer(), questionId: "q1", passage: "Kim" }) },
  emptyAnswerAction: { allowed: ["admin", "lead", "member"], input: anAnswer },
  listQuoteTargetsAction: { allowed: ["admin", "lead", "member"], input: () => ({ tool: "8" }) },
  bringIntoToolAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...anAnswer(), questionId: "q1", words: "Nights", tool: "8", item: "t8-s4-2", column: null, row: null }) },
  addOutcomeAction: { allowed: ["admin", "lead", "member"], input: () => ({ formId: randomUUID(), ...saidAndDid() }) },
  changeOutcomeAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...anOutcome(), ...saidAndDid() }) },
  publishOutcomeAction: { allowed: managers, input: () => ({ ...anOutcome(), isPublished: true }) },
  moveOutcomeAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...anOutcome(), by: "up" }) },
  deleteOutcomeAction: { allowed: ["admin", "lead", "member"], input: anOutcome },
  openRoundAction: {
    allowed: managers,
    input: ({ target }) => ({
      tool: "9", parts: [], items: ["t9-i1-1"], raters: [{ userId: target.userId, side: "safety" }], guests: [], guestSide: "community", untilOn: "", shown: "unnamed", isSplit: false, deputy: "", follows: "",
    }),
  },
  revealRoundAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aRound(), missing: 0 }) },
  closeRoundAction: { allowed: ["admin", "lead", "member"], input: aRound },
  giveRateLinkAgainAction: { allowed: managers, input: () => ({ ...aRound(), raterId: randomUUID(), linkNumber: 0 }) },
  decideAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aRound(), itemId: "t9-i1-1", value: "2", rationale: "", dissent: "" }) },
  undoDecisionAction: { allowed: ["admin", "lead", "member"], input: () => ({ ...aRound(), itemId: "t9-i1-1", decisionId: randomUUID() }) },
  // Tools 8, 12 and 13 are not shared with the partner; a link has two ends, which its own rule looks at.
  makePrioritiesAction: { allowed: ["admin", "lead", "member"], input: () => ({ itemIds: ["t3-1"], rowId: null }) },
  developIdeaAction: { allowed: ["admin", "lead", "member"], input: () => ({ rowId: randomUUID(), section: "t12-sheet-1" }) },
  evaluateGoalAction: { allowed: ["admin", "lead", "member"], input: () => ({ section: "t12-sheet-1", sheet: "t13-plan" }) },
  removeLinkAction: { allowed: commenters, input: () => ({ linkId: randomUUID() }) },
  restoreLinkAction: { allowed: commenters, input: () => ({ linkId: randomUUID() }) },
  decideWordsAction: { allowed: commenters, input: () => ({ linkId: randomUUID(), choice: "use", words: "Weekends" }) },
  setIndicatorAction: { allowed: commenters, input: () => ({ ...aRow(), unit: "count", unitWords: "", direction: "up", target: "", targetOn: "" }) },
  addValueAction: { allowed: commenters, input: aValue },
  correctValueAction: { allowed: commenters, input: () => ({ ...aValue(), valueId: randomUUID() }) },
  removeValueAction: { allowed: commenters, input: () => ({ ...aRow(), valueId: randomUUID() }) },
  restoreValueAction: { allowed: commenters, input: () => ({ ...aRow(), valueId: randomUUID() }) },
  addFromLibraryAction: { allowed: commenters, input: () => ({ ...aRow(), libraryId: "reached-early" }) },
  restoreRowAction: { allowed: ["admin", "lead", "member", "partner"], input: () => ({ toolRef: refTo(SHARED_TOOL), itemId: "t3-1", rowId: randomUUID() }) },
  // Tool 7 is not shared with the partner, so it does not exist for them.
  reviewToolAction: { allowed: ["admin", "lead", "member", "viewer"], input: () => ({ toolRef: refTo(7), isReviewed: true }) },
  // Neither is Tool 12, where the plan lies.
  changePlanAction: { allowed: ["admin", "lead", "member"], input: () => ({ actionId: `t12-sheet-1-more/${randomUUID()}`, status: "done" }) },
  addPlanAction: { allowed: ["admin", "lead", "member"], input: () => ({ key: randomUUID(), section: "t12-sheet-1", what: "Hire two peers", lead: "", owner: null, dueOn: null }) },
  takeBackPlanAction: { allowed: ["admin", "lead", "member"], input: () => ({ key: randomUUID(), section: "t12-sheet-1", what: "Hire two peers", lead: "", owner: null, dueOn: null }) },
  saveOwnSeatsAction: { allowed: ["admin", "lead", "member", "partner"], input: () => ({ seats: ["lived-experience"] }) },
  markSeatAction: { allowed: ["admin", "lead"], input: () => ({ seat: "community", mark: "looking", words: "Ask around" }) },
  markPlanSeenAction: { allowed: ["admin", "lead", "member", "viewer"], input: () => ({ at: new Date().toISOString() }) },
  markTeamSeenAction: { allowed: everyone, input: () => ({ at: new Date().toISOString() }) },
};

const inAgency = [...everyone, "neighbour"] as const;

const AGENCY_ACTIONS: Record<string, Entry> = {
  updateAgencyAction: { allowed: ["admin"], input: () => ({ name: "New name", kind: "fire", state: "OH", hasWritingHints: true }) },
  updateExportersAction: { allowed: ["admin"], input: () => ({ exporters: "leads" }) },
  updateHistoryNamesAction: { allowed: ["admin"], input: () => ({ showsHistoryNames: true }) },
  createTeamAction: { allowed: ["admin"], input: () => ({ name: `Team ${randomUUID()}` }) },
  updateDisplayNameAction: { allowed: inAgency, input: () => ({ displayName: "Sparrow", earlier: "apart" }) },
  updateAgencyMemberAction: { allowed: ["admin"], input: ({ target }) => ({ userId: target.userId, isAdmin: true }) },
  removeAgencyMemberAction: { allowed: ["admin"], input: ({ target }) => ({ userId: target.userId }) },
  unshareOwnCheckAction: { allowed: inAgency, input: ({ fixture }) => ({ teamId: fixture.teamId, check: "supervisor-check" }) },
  deleteOwnCheckAction: { allowed: inAgency, input: ({ fixture }) => ({ teamId: fixture.teamId, check: "supervisor-check" }) },
  leaveAgencyAction: { allowed: inAgency, input: () => ({}) },
  inviteAdminAction: { allowed: ["admin"], input: () => ({ email: `${randomUUID()}@guests.example` }) },
  renewAdminInvitationAction: { allowed: ["admin"], input: anInvitation },
  revokeAdminInvitationAction: { allowed: ["admin"], input: anInvitation },
};

/** On the person's own account; tried here for people who are not signed in. */
const PERSONAL_ACTIONS: Record<string, unknown> = {
  updateNameAction: { name: "Somebody" },
  updateMailChoicesAction: { assignments: "daily", mentions: "never" },
  updateRemindersAction: { pace: "daily", weekday: 2, hour: 7, timeZone: "America/Chicago", today: true, week: true, overdue: false },
  makeCalendarFeedAction: {},
  endCalendarFeedAction: {},
  changePasswordAction: { currentPassword: "violet otter hums quietly", newPassword: "gravel teapot lantern moth" },
  endSessionAction: { sidHash: "0".repeat(64) },
  endOtherSessionsAction: {},
  acceptInvitationAction: { token: "x".repeat(43) },
  createAgencyAction: { name: "An agency", kind: "fire", state: "OH", teamName: "A team", displayName: "Somebody" },
};

/** For everybody; what they tell and don't tell is tested where they are. */
const PUBLIC_ACTIONS = ["askForResetAction", "acceptAsNewPersonAction", "joinByCodeAction", "getBackInAction", "resetPasswordAction", "signUpAction", "confirmSignUpAction"];

type Action = (...args: unknown[]) => Promise<{ ok: true; data: unknown } | { ok: false; message: string }>;

const SIGNED_OUT = expect.stringMatching(/signed out/);
const NOT_FOUND = "We could not find that. It may have been removed.";
const FORBIDDEN = "Your role does not allow this. Ask a team lead or an agency admin.";
const FAILED = "Something went wrong on our side, and nothing was changed. Please try again.";

const actions = new Map<string, Action>();

beforeAll(async () => {
  const app = path.resolve(import.meta.dirname, "../../../app");
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "actions.ts");
  for (const file of files) {
    const exported = (await import(path.join(app, file))) as Record<string, Action>;
    for (const [name, action] of Object.entries(exported)) actions.set(name, action);
  }
});

interface Cast {
  readonly fixture: AgencyFixture;
  /** Cookie headers; empty for someone signed out. */
  readonly cookies: Readonly<Record<Standing, string>>;
  /** Someone to act upon. */
  readonly target: Person;
}

async function assemble(): Promise<Cast> {
  const fixture = await createAgencyFixture();
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId), "Neighbours");
  const removed = await addToTeam(fixture, "lead");
  await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), removed.userId);
  const disabled = await addToTeam(fixture, "lead");
  await authDb().userAccount.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
  const people = {
    admin: fixture.admin,
    lead: await addToTeam(fixture, "lead"),
    member: await addToTeam(fixture, "member"),
    partner: await addToTeam(fixture, "partner", [SHARED_TOOL]),
    viewer: await addToTeam(fixture, "viewer"),
    neighbour: await addToTeam({ ...fixture, teamId }, "lead"),
    removed,
    disabled,
    stranger: (await createAgencyFixture("Another agency")).admin,
  };
  await addToolkit(await teamContext(fixture.admin, fixture.teamId), PEER_SUPPORT);
  const cookies = await Promise.all(Object.entries(people).map(async ([standing, person]) => [standing, await signInCookie(person)]));
  return { fixture, cookies: { ...Object.fromEntries(cookies), anonymous: "" }, target: await addToTeam(fixture, "member") };
}

async function run(name: string, cookie: string, ...args: unknown[]) {
  const action = actions.get(name);
  if (!action) throw new Error(`no action ${name}`);
  return asRequest(cookie, () => action(...args));
}

/** Why it was refused; empty when it was done. */
function reasonOf(answer: Awaited<ReturnType<Action>>): string {
  return answer.ok ? "" : answer.message;
}

test("every server action is in the matrix or named as personal or public", () => {
  const listed = [TEAM_ACTIONS, AGENCY_ACTIONS, PERSONAL_ACTIONS].flatMap((table) => Object.keys(table));
  expect([...listed, ...PUBLIC_ACTIONS].sort()).toEqual([...actions.keys()].sort());
});

describe.each([
  ["teamId", TEAM_ACTIONS],
  ["agencyId", AGENCY_ACTIONS],
] as const)("an action by %s", (key, table) => {
  test.each(Object.entries(table))("%s lets in exactly who may, and answers a foreign id like one nobody has", async (name, { allowed, input }) => {
    const ours = await assemble();
    const foreign = await createAgencyFixture("Canary agency");
    for (const standing of STANDINGS) {
      const cookie = ours.cookies[standing];
      const isSignedIn = standing !== "anonymous" && standing !== "disabled";
      for (const id of [foreign[key], randomUUID(), "not-an-id"]) {
        const answer = await run(name, cookie, id, input(ours));
        expect(answer, `${standing} at a foreign id`).toMatchObject({ ok: false, message: isSignedIn ? NOT_FOUND : SIGNED_OUT });
      }
      const answer = await run(name, cookie, ours.fixture[key], input(ours));
      if (!isSignedIn) expect(answer, standing).toMatchObject({ ok: false, message: SIGNED_OUT });
      else if (allowed.includes(standing)) expect([NOT_FOUND, FORBIDDEN, FAILED], standing).not.toContain(reasonOf(answer));
      else expect([NOT_FOUND, FORBIDDEN], standing).toContain(reasonOf(answer));
    }
  });
});

test.each(Object.entries(PERSONAL_ACTIONS))("%s is for people who are signed in", async (name, input) => {
  expect(await run(name, "", input)).toMatchObject({ ok: false, message: SIGNED_OUT });
});

/** Texts that a database, JSON or a calendar has no place for. */
const ODD_TEXTS = ["\u0000", "a\u0000b", "\ud800", "half \udfff", "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "0000-01-01", "\u202etxt.exe", "__proto__", "x".repeat(90)];

/** The input once for each of its texts and each odd one in its place. */
function* withOddTexts(input: unknown): Generator<unknown> {
  if (typeof input === "string") yield* ODD_TEXTS;
  if (typeof input !== "object" || input === null) return;
  for (const [key, value] of Object.entries(input)) {
    for (const odd of withOddTexts(value)) yield Array.isArray(input) ? input.with(Number(key), odd) : { ...input, [key]: odd };
  }
}

const GUEST = { name: "Robin", password: "gravel teapot lantern moth", token: "x".repeat(43), email: "robin@guests.example" };
const PUBLIC_INPUT: Record<string, unknown> = {
  askForResetAction: { email: GUEST.email },
  acceptAsNewPersonAction: { token: GUEST.token, name: GUEST.name, password: GUEST.password },
  joinByCodeAction: { token: GUEST.token, name: GUEST.name, signInName: "blue-heron-27", password: GUEST.password },
  getBackInAction: { token: GUEST.token, password: GUEST.password },
  resetPasswordAction: { token: GUEST.token, password: GUEST.password },
  signUpAction: { name: GUEST.name, email: GUEST.email, password: GUEST.password },
  confirmSignUpAction: { token: GUEST.token, password: GUEST.password },
};

describe("no text that is sent makes an action fail on our side", () => {
  let fixture: AgencyFixture;
  let target: Person;
  let cookie: string;
  beforeAll(async () => {
    fixture = await createAgencyFixture();
    await addToolkit(await teamContext(fixture.admin, fixture.teamId), PEER_SUPPORT);
    target = await addToTeam(fixture, "member");
    cookie = await signInCookie(fixture.admin);
  });
  /** Sends the input once for each odd text in it. */
  const answersTo = async (name: string, input: unknown, ...ids: string[]) => {
    for (const odd of withOddTexts(input)) expect(reasonOf(await run(name, cookie, ...ids, odd)), JSON.stringify(odd)).not.toBe(FAILED);
  };

  test.each(Object.entries(TEAM_ACTIONS))("%s", (name, { input }) => answersTo(name, input({ target, fixture }), fixture.teamId));
  test.each(Object.entries(AGENCY_ACTIONS))("%s", (name, { input }) => answersTo(name, input({ target, fixture }), fixture.agencyId));
  test.each(Object.entries({ ...PERSONAL_ACTIONS, ...PUBLIC_INPUT }))("%s", (name, input) => answersTo(name, input));

  test("all actions for everybody are among them", () => {
    expect(Object.keys(PUBLIC_INPUT).sort()).toEqual([...PUBLIC_ACTIONS].sort());
  });
});
