import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answer, Answers, TableRow } from "@/lib/domain/answer/answers";
import { LINKS_PER_TEAM } from "@/lib/domain/limits";
import { findGapStop, type Trace } from "@/lib/domain/plan/trace";
import { createTeam } from "@/lib/agencies/teams";
import { decideWords, developIdea, evaluateGoal, findTexts, makePriorities } from "@/lib/links/carry-words";
import { removeLink, restoreLink } from "@/lib/links/change-links";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { findGapItem } from "@/lib/links/gap-items";
import { loadToolLinks } from "@/lib/links/link-places";
import { loadGapStory } from "@/lib/links/load-gap";
import { gapsByIdea, loadTrace } from "@/lib/links/load-trace";
import { listLinks } from "@/lib/links/read-links";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool, lockTool, reopenTool } from "@/lib/responses/tool-status";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { getTool, refTo } from "@/tests/support/tools";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

const TABLE = MAIN_TOOLKIT.planFlow!.priorities.table;
const OWNER = process.env.DATABASE_OWNER_URL as string;

let fixture: AgencyFixture;
let admin: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  admin = await teamContext(fixture.admin, fixture.teamId);
});

async function write(context: TeamContext, tool: number, answers: Readonly<Record<string, Answer | null>>): Promise<void> {
  const saved = await updateAnswersAsServer(context, refTo(tool), answers);
  if (!saved.ok) throw new Error(saved.refusal.message);
}

const answersOf = async (context: TeamContext): Promise<Answers> => (await getTeamAnswers(context)).answers;
const rowsOf = async (context: TeamContext) => ((await answersOf(context))[TABLE] ?? []) as readonly TableRow[];

/** A gap that became a priority, and its row. */
async function onePriority(context: TeamContext, itemId = "t9-c4-2"): Promise<string> {
  await makePriorities(context, { itemIds: [itemId], rowId: null });
  return (await rowsOf(context)).at(-1)!.id;
}

const only = (trace: Trace) => trace.ideas.find(({ links }) => links.length > 0)!.links[0]!;

describe("making gaps priorities", () => {
  test("adds a row in each gap's words, linked, at the end, in one act", async () => {
    await write(admin, 8, { [TABLE]: [{ id: "own", cells: { what: "Our own", status: "chosen" } }] });
    expect(await makePriorities(admin, { itemIds: ["t9-c4-2", "t3-6", "t9-c4-2"], rowId: null })).toEqual({ made: 2, before: 0 });
    const rows = await rowsOf(admin);
    expect(rows.map(({ cells }) => cells.status)).toEqual(["chosen", "considering", "considering"]);
    expect(rows[1]?.cells.what).toContain("provides support as early as possible");
    const { priorities } = await loadTrace(admin);
    expect(priorities.map(({ gapLinks }) => gapLinks.map(({ from }) => from.target))).toEqual([[], ["t9-c4-2"], ["t3-6"]]);
    expect(priorities[1]?.gapLinks[0]?.words).toBe(rows[1]?.cells.what);
  });

  test("twice makes it once: also a second try whose first answer was lost", async () => {
    await onePriority(admin);
    expect(await makePriorities(admin, { itemIds: ["t9-c4-2", "t9-c4-1"], rowId: null })).toEqual({ made: 1, before: 1 });
    expect(await rowsOf(admin)).toHaveLength(2);
  });

  test("at the same time from two people makes it once", async () => {
    const member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId);
    await Promise.all([admin, member].map((context) => makePriorities(context, { itemIds: ["t9-c4-2"], rowId: null })));
    expect(await rowsOf(admin)).toHaveLength(1);
    expect(await listLinks(admin)).toHaveLength(1);
  });

  test("joins one that is there, and refuses one that is gone", async () => {
    const rowId = await onePriority(admin);
    await makePriorities(admin, { itemIds: ["t3-6"], rowId });
    expect((await loadTrace(admin)).priorities.map(({ gapLinks }) => gapLinks.length)).toEqual([2]);
    expect(await rowsOf(admin)).toHaveLength(1);
    await expect(makePriorities(admin, { itemIds: ["t3-7"], rowId: "nothing" })).rejects.toThrow("not in Tool 8 any more");
  });

  test("is refused in words while Tool 8 is complete or locked, and leaves nothing behind", async () => {
    await completeTool(admin, refTo(8));
    await expect(makePriorities(admin, { itemIds: ["t9-c4-2"], rowId: null })).rejects.toThrow("This tool is marked complete. Reopen it");
    await lockTool(admin, refTo(8));
    await expect(makePriorities(admin, { itemIds: ["t9-c4-2"], rowId: null })).rejects.toThrow("This tool is locked");
    expect(await listLinks(admin)).toEqual([]);
    expect(await rowsOf(admin)).toEqual([]);
  });

  test.each(["t8-s3-1", "nothing", "t12-sheet-1-idea", "p3-program-1-1"])("takes no item that is no gap of this team's tools (%s)", async (itemId) => {
    await expect(makePriorities(admin, { itemIds: [itemId], rowId: null })).rejects.toThrow("could not find");
  });

  test("stops at as many links as a team may have", async () => {
    await query(OWNER, `insert into plan_link (agency_id, id, team_id, kind, from_toolkit_id, from_tool_id, from_target, to_toolkit_id, to_tool_id, to_target, made_by)
      select $1, gen_random_uuid(), $2, 'gap-priority', 'ps-cope', 'tool-9', 'gone-' || n, 'ps-cope', 'tool-8', 't8-s3-priorities/x', $3 from generate_series(1, ${LINKS_PER_TEAM}) n`, [fixture.agencyId, fixture.teamId, fixture.admin.userId]);
    await expect(onePriority(admin)).rejects.toThrow("as many as it can have");
  });
});

describe("carrying words further", () => {
  test("changes nothing until somebody accepts, and then only what was read", async () => {
    const rowId = await onePriority(admin);
    await write(admin, 12, { "t12-sheet-2-idea": "Our own words" });
    await developIdea(admin, { rowId, section: "t12-sheet-2" });
    const link = only(await loadTrace(admin));
    const { source } = findTexts(await loadTrace(admin), link)!;
    const before = await answersOf(admin);
    expect(before["t12-sheet-2-idea"]).toBe("Our own words");
    await decideWords(admin, { linkId: link.id, choice: "keep", words: source });
    expect(await answersOf(admin)).toEqual(before);
    await expect(decideWords(admin, { linkId: link.id, choice: "use", words: "What somebody read before" })).rejects.toThrow("changed a moment ago");
    expect(await answersOf(admin)).toEqual(before);
    await decideWords(admin, { linkId: link.id, choice: "use", words: source });
    expect(await answersOf(admin)).toEqual({ ...before, "t12-sheet-2-idea": source });
    expect(only(await loadTrace(admin))).toMatchObject({ words: source, decided: { by: { personId: admin.userId } } });
  });

  test("goes on to a sheet of the evaluation, where the goal is offered", async () => {
    const rowId = await onePriority(admin);
    await developIdea(admin, { rowId, section: "t12-sheet-1" });
    await write(admin, 12, { "t12-sheet-1-goal": "9 of 10 by December" });
    await evaluateGoal(admin, { section: "t12-sheet-1", sheet: "t13-sheet-2" });
    expect((await answersOf(admin))["t13-2-goal"]).toBeUndefined();
    const link = (await loadTrace(admin)).goals[1]!.links[0]!;
    await decideWords(admin, { linkId: link.id, choice: "use", words: "9 of 10 by December" });
    expect((await answersOf(admin))["t13-2-goal"]).toBe("9 of 10 by December");
    expect(findGapStop(await loadTrace(admin), "t9-c4-2")).toBe("goal");
    expect([...gapsByIdea(admin, await loadTrace(admin))].map(([section, gaps]) => [section, gaps.map(({ itemId }) => itemId)])).toEqual([["t12-sheet-1", ["t9-c4-2"]]]);
  });

  test("goes to one place: the same again is no failure, another is refused in words", async () => {
    const rowId = await onePriority(admin);
    const id = await developIdea(admin, { rowId, section: "t12-sheet-1" });
    expect(await developIdea(admin, { rowId, section: "t12-sheet-1" })).toBe(id);
    await expect(developIdea(admin, { rowId, section: "t12-sheet-2" })).rejects.toThrow("being developed already");
    await expect(developIdea(admin, { rowId, section: "t12-ideas" })).rejects.toThrow("could not find");
    await expect(evaluateGoal(admin, { section: "t12-sheet-1", sheet: "t13-review" })).rejects.toThrow("could not find");
  });

  test("is refused while the tool it goes to is complete; where it comes from may be", async () => {
    const rowId = await onePriority(admin);
    await completeTool(admin, refTo(12));
    await expect(developIdea(admin, { rowId, section: "t12-sheet-1" })).rejects.toThrow("marked complete");
    await reopenTool(admin, refTo(12));
    await completeTool(admin, refTo(8));
    const linkId = await developIdea(admin, { rowId, section: "t12-sheet-1" });
    await completeTool(admin, refTo(12));
    const { source } = findTexts(await loadTrace(admin), only(await loadTrace(admin)))!;
    for (const choice of ["use", "keep"] as const) await expect(decideWords(admin, { linkId, choice, words: source })).rejects.toThrow("marked complete");
    await expect(removeLink(admin, linkId)).rejects.toThrow("marked complete");
  });
});

describe("removing a link", () => {
  test("leaves both texts, says who did it, and can be undone", async () => {
    const rowId = await onePriority(admin);
    const linkId = await developIdea(admin, { rowId, section: "t12-sheet-1" });
    await write(admin, 12, { "t12-sheet-1-idea": "Follow-up" });
    const before = await answersOf(admin);
    await removeLink(admin, linkId);
    await removeLink(admin, linkId);
    expect(await answersOf(admin)).toEqual(before);
    expect((await loadTrace(admin)).removed).toMatchObject([{ id: linkId, removed: { by: { personId: admin.userId } } }]);
    await restoreLink(admin, linkId);
    expect((await loadTrace(admin)).removed).toEqual([]);
    expect(only(await loadTrace(admin)).id).toBe(linkId);
  });

  test("and whatever else is done with one is an event of the tool it leads to", async () => {
    const rowId = await onePriority(admin);
    const linkId = await developIdea(admin, { rowId, section: "t12-sheet-1" });
    const { source } = findTexts(await loadTrace(admin), only(await loadTrace(admin)))!;
    await decideWords(admin, { linkId, choice: "keep", words: source });
    await removeLink(admin, linkId);
    await restoreLink(admin, linkId);
    const events = await query<{ kind: string; tool_id: string; user_id: string; detail: object }>(OWNER, "select kind, tool_id, user_id, detail from response_event where agency_id = $1 order by id", [fixture.agencyId]);
    expect(events.map(({ kind, tool_id }) => `${kind} ${tool_id}`)).toEqual(["link-made tool-8", "link-made tool-12", "link-decided tool-12", "link-removed tool-12", "link-restored tool-12"]);
    expect(events.slice(1).every(({ detail, user_id }) => JSON.stringify(detail) === JSON.stringify({ linkId }) && user_id === fixture.admin.userId)).toBe(true);
  });

  test("is not undone over another link from the same place", async () => {
    const rowId = await onePriority(admin);
    const linkId = await developIdea(admin, { rowId, section: "t12-sheet-1" });
    await removeLink(admin, linkId);
    await developIdea(admin, { rowId, section: "t12-sheet-2" });
    await expect(restoreLink(admin, linkId)).rejects.toThrow("linked to something else");
  });
});

describe("whose tools these are", () => {
  test("a community partner links and reads only between tools that are shared with them", async () => {
    const rowId = await onePriority(admin);
    const linkId = await developIdea(admin, { rowId, section: "t12-sheet-1" });
    const partner = await teamContext(await addToTeam(fixture, "partner", [12]), fixture.teamId);
    const trace = await loadTrace(partner);
    expect(JSON.stringify(trace.priorities.map(({ what }) => what))).toBe('[""]');
    expect(gapsByIdea(partner, trace).size).toBe(0);
    await expect(developIdea(partner, { rowId, section: "t12-sheet-1" })).rejects.toThrow("not shared with you");
    await expect(decideWords(partner, { linkId, choice: "keep", words: "x" })).rejects.toThrow("could not find");
    const other = await teamContext(await addToTeam(fixture, "partner", [3]), fixture.teamId);
    for (const act of [removeLink, restoreLink]) await expect(act(other, linkId)).rejects.toThrow("could not find");
    await expect(makePriorities(other, { itemIds: ["t9-c4-2"], rowId: null })).rejects.toThrow("could not find");
  });

  test("links never cross a team or an agency, whatever ids are sent", async () => {
    const sister = await teamContext(fixture.admin, (await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), "Another")).teamId);
    const elsewhere = await createAgencyFixture("Elsewhere");
    const contexts = [admin, sister, await teamContext(elsewhere.admin, elsewhere.teamId)] as const;
    const made = await Promise.all(contexts.map(async (context) => {
      const rowId = await onePriority(context);
      return { rowId, linkId: await developIdea(context, { rowId, section: "t12-sheet-1" }) };
    }));
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.nat(2), fc.constantFrom("develop", "join", "remove", "restore", "decide"), async (at, of, act) => {
        fc.pre(at !== of);
        const [context, { rowId, linkId }] = [contexts[at]!, made[of]!];
        const acts = {
          develop: () => developIdea(context, { rowId, section: "t12-sheet-2" }),
          join: () => makePriorities(context, { itemIds: ["t3-6"], rowId }),
          remove: () => removeLink(context, linkId),
          restore: () => restoreLink(context, linkId),
          decide: () => decideWords(context, { linkId, choice: "use", words: "x" }),
        };
        await expect(acts[act]()).rejects.toMatchObject({ name: "RefusedError" });
        for (const [index, own] of contexts.entries()) expect((await listLinks(own)).map(({ id }) => id)).toContain(made[index]!.linkId);
      }),
      { numRuns: 25 },
    );
    for (const context of contexts) expect(await listLinks(context)).toHaveLength(2);
  });

  test("the database refuses a link of another agency's team, and shows none", async () => {
    const elsewhere = await createAgencyFixture("Elsewhere");
    await onePriority(admin);
    const theirs = await teamContext(elsewhere.admin, elsewhere.teamId);
    expect(await withAgency(theirs, (tx) => tx.planLink.count())).toBe(0);
    const forged = { kind: "gap-priority", fromToolkitId: "ps-cope", fromToolId: "tool-9", fromTarget: "x", toToolkitId: "ps-cope", toToolId: "tool-8", toTarget: "y", madeBy: theirs.userId };
    await expect(withAgency(theirs, (tx) => tx.planLink.create({ data: { ...forged, agencyId: theirs.agencyId, teamId: fixture.teamId } }))).rejects.toThrow();
    await expect(withAgency(theirs, (tx) => tx.planLink.create({ data: { ...forged, agencyId: fixture.agencyId, teamId: fixture.teamId } }))).rejects.toThrow();
  });

  test("they go with their team", async () => {
    await onePriority(admin);
    await query(OWNER, "delete from team where agency_id = $1 and id = $2", [fixture.agencyId, fixture.teamId]);
    expect(await query(OWNER, "select 1 from plan_link where agency_id = $1", [fixture.agencyId])).toEqual([]);
  });
});

describe("what the pages of the tools are told", () => {
  const placeOn = async (context: TeamContext, tool: number, id: string) => (await loadToolLinks(context, getTool(tool))).get(id);
  const rowPlace = async (rowId: string) => {
    const place = await placeOn(admin, 8, TABLE);
    return place?.kind === "priorities" ? place.rows.get(rowId) : undefined;
  };

  test("an idea names its priority and the gaps behind it, and where its goal is evaluated", async () => {
    const rowId = await onePriority(admin);
    await developIdea(admin, { rowId, section: "t12-sheet-1" });
    await evaluateGoal(admin, { section: "t12-sheet-1", sheet: "t13-sheet-2" });
    expect(await placeOn(admin, 12, "t12-sheet-1")).toMatchObject({
      kind: "sheet",
      itemId: "t12-sheet-1-idea",
      sources: [{ path: "/tools/8#t8-s3-priorities", isGone: false, words: null, gaps: [{ itemId: "t9-c4-2", place: "Tool 9, Component 4" }], hidden: 0 }],
      evaluates: { onward: { name: "Sheet 2", words: "", isBegun: false, path: "/tools/13#t13-sheet-2" } },
    });
    expect(await placeOn(admin, 13, "t13-sheet-2")).toMatchObject({ itemId: "t13-2-goal", sources: [{ name: "Idea #1 in Tool 12", gaps: [{ itemId: "t9-c4-2" }] }], evaluates: null });
    expect(await placeOn(admin, 12, "t12-sheet-2")).toMatchObject({ sources: [] });
    expect((await loadToolLinks(admin, getTool(9))).size).toBe(0);
  });

  test("each end says that the other was removed", async () => {
    const rowId = await onePriority(admin);
    const linkId = await developIdea(admin, { rowId, section: "t12-sheet-1" });
    const { source } = findTexts(await loadTrace(admin), only(await loadTrace(admin)))!;
    await decideWords(admin, { linkId, choice: "use", words: source });
    await write(admin, 12, { "t12-sheet-1-idea": null });
    expect(await rowPlace(rowId)).toMatchObject({ onward: { words: "", isBegun: true } });
    await write(admin, 8, { [TABLE]: null });
    expect(await placeOn(admin, 12, "t12-sheet-1")).toMatchObject({ sources: [{ source: "", isGone: true }] });
    expect(await rowPlace(rowId)).toMatchObject({ gaps: [{ itemId: "t9-c4-2" }], onward: { name: "Idea #1" } });
    expect(await loadGapStory(admin, findGapItem("t9-c4-2")!)).toMatchObject({ stop: "idea", priority: { isThere: false }, idea: { name: "Idea #1", words: "" } });
  });

  test("of a row whose id every object has something of its own by, tells what is linked and nothing else", async () => {
    // A file that is brought in, or an update, names its rows as it likes.
    const ids = ["__proto__", "constructor", "toString", "a/b"];
    await write(admin, 8, { [TABLE]: ids.map((id) => ({ id, cells: { what: `About ${id}`, status: "considering" } })) });
    await makePriorities(admin, { itemIds: ["t9-c4-2"], rowId: "__proto__" });
    const place = await placeOn(admin, 8, TABLE);
    if (place?.kind !== "priorities") throw new Error("no priorities");
    // As the page's script gets it: an object would have lost "__proto__", and answered for what it does not hold.
    const { rows } = structuredClone(place);
    expect([...rows].map(([id, { gaps }]) => [id, gaps.length])).toEqual([["__proto__", 1], ["constructor", 0], ["toString", 0], ["a/b", 0]]);
    expect(rows.get("valueOf")).toBeUndefined();
  });

  test("a partner is told that there is something, and not what", async () => {
    const rowId = await onePriority(admin);
    await developIdea(admin, { rowId, section: "t12-sheet-1" });
    await write(admin, 12, { "t12-sheet-1-idea": "Ours alone" });
    const partner = await teamContext(await addToTeam(fixture, "partner", [9]), fixture.teamId);
    const story = await loadGapStory(partner, findGapItem("t9-c4-2")!);
    expect(story).toMatchObject({ priority: { path: null, toolLabel: "Tool 8", what: "" }, idea: { path: null, words: "", actions: [] }, priorityChoices: null, ideaChoices: null, goalChoices: null, removed: [] });
    const planner = await teamContext(await addToTeam(fixture, "partner", [12]), fixture.teamId);
    expect(await placeOn(planner, 12, "t12-sheet-1")).toMatchObject({ sources: [{ source: null, words: null, path: null, gaps: [], hidden: 1 }] });
    const place = await placeOn(planner, 8, TABLE);
    expect(place?.kind === "priorities" && [...place.rows.values()]).toMatchObject([{ gaps: [], hidden: 1 }]);
  });

  test("a viewer reads all of it and may do nothing", async () => {
    await onePriority(admin);
    const viewer = await teamContext(await addToTeam(fixture, "viewer"), fixture.teamId);
    expect(await loadGapStory(viewer, findGapItem("t9-c4-2")!)).toMatchObject({ stop: "priority", priorityChoices: null, ideaChoices: null, goalChoices: null });
  });
});

test("a download tells where things came from, of the tools that are in it", async () => {
  const rowId = await onePriority(admin);
  await developIdea(admin, { rowId, section: "t12-sheet-1" });
  const linksOf = async (context: TeamContext, tools: string[]) => (await loadExportDocument(context, { ...DEFAULT_EXPORT, content: "tools", tools })).links;
  expect((await linksOf(admin, ["12"])).map(({ kind, to }) => [kind, to.place])).toEqual([["priority-idea", "Idea #1"]]);
  expect((await linksOf(admin, ["8"])).map(({ kind, from }) => [kind, from.place])).toEqual([["gap-priority", "Tool 9, Component 4"]]);
  expect(await linksOf(admin, ["9"])).toEqual([]);
  const partner = await teamContext(await addToTeam(fixture, "partner", [12]), fixture.teamId);
  expect(await linksOf(partner, ["12"])).toEqual([]);
});
