import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type * as Toolkits from "@/content/toolkits";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { personOf, personToken } from "@/lib/domain/people/person";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { DEFAULT_EXPORT, EXPORT_FORMATS, type ExportOptions } from "@/lib/exports/document/export-options";
import { renderExport } from "@/lib/exports/processes/render-export";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { loadAskedDocument } from "@/lib/milestones/load-kept-export";
import { makeMilestone } from "@/lib/milestones/make-milestone";
import { localDay } from "@/lib/domain/reminders/local-time";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { updateDisplayName } from "@/lib/people/own-names";
import type { TeamContext } from "@/lib/platform/auth/context";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { refTo } from "@/tests/support/tools";
import { query } from "../support/database";
import { workTogether } from "../support/export-team";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, teamContext } from "../support/people";

// The release in which a milestone was made, and a later one that changed tools: other words, items gone, another version.
const release = vi.hoisted(() => ({ isLater: false }));
vi.mock("@/content/toolkits", async (original) => {
  const actual = await original<typeof Toolkits>();
  const later = new Map(actual.TOOLS.map((tool) => [tool, changed(tool)]));
  const of = (tool: ToolDefinition) => (release.isLater ? (later.get(tool) ?? tool) : tool);
  return {
    ...actual,
    get TOOLS() {
      return actual.TOOLS.map(of);
    },
    get MAIN_TOOLKIT() {
      const { MAIN_TOOLKIT: main } = actual;
      return release.isLater ? { ...main, version: main.version + 1, tools: main.tools.map(of), source: "another source" } : main;
    },
    placeNameOf: (tool: ToolDefinition) => (release.isLater ? "Elsewhere" : actual.placeNameOf(tool)),
    findTool: (ref: Parameters<typeof actual.findTool>[0]) => {
      const tool = actual.findTool(ref);
      return tool && of(tool);
    },
    getTool: (ref: Parameters<typeof actual.getTool>[0]) => of(actual.getTool(ref)),
  };
});

/** The tool in its next version: its title and its sections' titles say other words, and its last section is gone. */
function changed(tool: ToolDefinition): ToolDefinition {
  const kept = tool.sections.length > 1 ? tool.sections.slice(0, -1) : tool.sections;
  const gone = tool.sections.length > 1 ? toolItems({ ...tool, sections: tool.sections.slice(-1) }) : [];
  return {
    ...tool,
    version: tool.version + 1,
    title: `${tool.title}, anew`,
    sections: kept.map((section) => (section.title === undefined ? section : { ...section, title: `${section.title}, anew` })),
    upgrades: [...(tool.upgrades ?? []), { was: gone }],
  };
}

const OWNER = process.env.DATABASE_OWNER_URL as string;
const ZONE = "America/New_York";
let fixture: AgencyFixture;
let lead: TeamContext;
let viewer: TeamContext;
let member: Person;
let kept: string;
const MANY = 1_000;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  const [leadPerson, partner] = [await addToTeam(fixture, "lead"), await addToTeam(fixture, "partner", [3, 12])];
  member = await addToTeam(fixture, "member");
  lead = await teamContext(leadPerson, fixture.teamId);
  viewer = await teamContext(await addToTeam(fixture, "viewer"), fixture.teamId);
  await workTogether({ lead, member: await teamContext(member, fixture.teamId), partner: await teamContext(partner, fixture.teamId) });
  const ratings = Object.fromEntries(toolItems((await import("@/content/toolkits")).getTool(refTo(9))).flatMap((item, index) => (item.kind === "rating" ? [[item.id, index % 7 === 0 ? "dk" : (index % 5) + 1]] : [])));
  expect(await updateAnswersAsServer(lead, refTo(9), ratings as never)).toMatchObject({ ok: true });
  expect(await updateAnswersAsServer(lead, refTo(12), { "t12-sheet-1-step-2-action": "Call the clinic", "t12-sheet-1-step-2-owner": personToken(personOf(member.userId)) })).toMatchObject({ ok: true });
  kept = (await makeMilestone(lead, { name: "Baseline", day: localDay(new Date(), ZONE), keepsNames: true })).milestoneId;
});

const asked = (options: Partial<ExportOptions> = {}): ExportOptions => ({ ...DEFAULT_EXPORT, timeZone: ZONE, milestone: kept, ...options });

const VARIANTS: readonly Partial<ExportOptions>[] = [
  ...EXPORT_FORMATS.map((format) => ({ format })),
  { format: "csv", names: "roles" },
  { format: "json", names: "roles" },
  { format: "pdf", content: "brief" },
  { format: "json", content: "tools", tools: ["3", "12"] },
];

async function digests(context: TeamContext): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const variant of VARIANTS) {
    const { bytes } = await renderExport(await loadAskedDocument(context, asked(variant)));
    found[JSON.stringify(variant)] = createHash("sha256").update(bytes).digest("hex");
  }
  return found;
}

/** One answer after another, in several tools. */
async function editMany(): Promise<void> {
  const { getTool } = await import("@/content/toolkits");
  const numbers = [3, 8, 9, 12, 13] as const;
  for (let count = 0; count < MANY; count += 10) {
    const ref = refTo(numbers[(count / 10) % numbers.length] ?? 3);
    const items = toolItems(getTool(ref)).filter(({ kind }) => kind !== "table" && kind !== "person");
    const some = Array.from({ length: 10 }, (_, index) => items[(count * 7 + index) % items.length]!);
    for (const item of some) {
      const answer = item.kind === "rating" ? ((count % 5) + 1) : item.kind === "text" ? `Edit ${count}` : exampleAnswer(item);
      const saved = await updateAnswersAsServer(lead, ref, { [item.id]: answer } as never);
      if (!saved.ok) throw new Error(JSON.stringify(saved));
    }
  }
}

describe("a milestone", () => {
  test("holds what a download of that moment holds", async () => {
    for (const names of ["names", "roles"] as const) {
      const live = await loadExportDocument(lead, { ...asked({ names }), milestone: null });
      const milestone = await loadAskedDocument(viewer, asked({ names }));
      for (const part of ["tools", "records", "readiness", "assignments", "indicators", "links", "evidence"] as const) expect(milestone[part], part).toEqual(live[part]);
      expect({ ...milestone.about, at: "", milestone: null }).toEqual({ ...live.about, at: "" });
      expect([...milestone.people.values()].every(({ name }) => [...live.people.values()].some((one) => one.name === name))).toBe(true);
    }
  });

  test(`is the same, byte for byte in every format, after ${MANY} edits, after people were renamed, set apart and removed, and after its tools were changed`, async () => {
    const before = await digests(lead);
    await editMany();
    const admin = await agencyContext(fixture.admin, fixture.agencyId, "agency-member:remove");
    await updateDisplayName({ ...admin, userId: lead.userId }, "Another Name");
    await updateDisplayName({ ...admin, userId: viewer.userId }, "A New Name", "apart");
    await removeAgencyMember(admin, member.userId);
    await query(OWNER, "update agency set name = 'Renamed Department' where id = $1", [fixture.agencyId]);
    release.isLater = true;
    try {
      expect(await digests(viewer)).toEqual(before);
    } finally {
      release.isLater = false;
    }
    const json = (await renderExport(await loadAskedDocument(lead, asked({ format: "json" })))).bytes.toString();
    expect(json).toContain(member.name);
    expect(json).not.toContain("Another Name");
  }, 600_000);

  test("that keeps roles only tells no name, whatever is asked for", async () => {
    const { milestoneId } = await makeMilestone(lead, { name: "Roles", day: localDay(new Date(), ZONE), keepsNames: false });
    const document = await loadAskedDocument(lead, asked({ milestone: milestoneId, format: "json" }));
    expect(document.options.names).toBe("roles");
    expect((await renderExport(document)).bytes.toString()).not.toContain("Another Name");
  });

  test("can't be rewritten by the app's own role, nor made in somebody else's name", async () => {
    const change = (sql: string) => query(process.env.DATABASE_RUNTIME_URL as string, sql);
    for (const column of ["name", "digest", "content", "as_of", "made_at", "made_by"]) {
      await expect(change(`update milestone set ${column} = ${column}`), column).rejects.toThrow(/permission denied/);
    }
    await expect(change("delete from milestone")).rejects.toThrow(/permission denied/);
  });
});
