import { beforeAll, describe, expect, test } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { previewExport } from "@/lib/exports/read/export-preview";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { DEFAULT_EXPORT, EXPORT_CONTENTS, type ExportOptions } from "@/lib/exports/document/export-options";
import { keyOf, numberOf, type ToolNumber } from "@/tests/support/tools";
import { workTogether } from "../support/export-team";
import { addToTeam, createAgencyFixture, teamContext } from "../support/people";

let lead: TeamContext;
let partner: TeamContext;

beforeAll(async () => {
  const fixture = await createAgencyFixture();
  const join = async (...[role, tools]: [Parameters<typeof addToTeam>[1], ToolNumber[]?]) =>
    teamContext(await addToTeam(fixture, role, tools), fixture.teamId);
  lead = await join("lead");
  partner = await join("partner", [3, 12]);
  await workTogether({ lead, member: await join("member"), partner });
});

const EVERYTHING: ExportOptions = { ...DEFAULT_EXPORT, hasComments: true, hasHistory: true, hasEvidence: true };

/** What the export itself holds, counted. */
function count({ tools, comments, history, evidence }: ExportDocument) {
  return tools.map(({ ref, label, number, name, status, progress }) => ({
    ref,
    label,
    name,
    status,
    progress,
    comments: [...(comments.get(keyOf(number))?.values() ?? [])].flat().flatMap((thread) => thread.comments.filter(({ body }) => body !== null)).length,
    changes: history.get(keyOf(number))?.length ?? 0,
    files: evidence.filter(({ tool }) => tool.number === number).length,
  }));
}

describe("a preview tells what the export holds", () => {
  const cases = EXPORT_CONTENTS.filter((content) => content !== "compare").flatMap((content) =>
    ([EVERYTHING, { ...DEFAULT_EXPORT, hasEvidence: false, names: "roles" }] as const).map(
      (options): ExportOptions => ({ ...options, content, tools: content === "tools" ? ["2", "3", "7"] : [] }),
    ),
  );
  test.each(cases)("$content, comments and history: $hasComments, $names", async (options) => {
    for (const context of [lead, partner]) {
      const [preview, document] = [await previewExport(context, options), await loadExportDocument(context, options)];
      expect(preview.tools).toEqual(count(document));
      expect(preview.hasReadiness).toBe(document.readiness !== null);
      expect({ ...preview.about, at: "" }).toEqual({ ...document.about, at: "" });
    }
  });
});

test("the numbers are there to be compared: comments, changes and files of the tools they belong to", async () => {
  const { tools } = await previewExport(lead, EVERYTHING);
  const counted = tools.filter(({ comments, changes, files }) => comments + changes + files > 0);
  expect(counted.map(({ ref, comments, changes, files }) => [numberOf(ref), comments, changes, files])).toEqual([
    [2, 1, 3, 0],
    [3, 3, 2, 1],
    [12, 0, 1, 0],
  ]);
});

test("blank forms hold no comments, changes or files, whoever asks for them", async () => {
  const document = await loadExportDocument(lead, { ...EVERYTHING, content: "forms" });
  expect([document.comments.size, document.history.size, document.evidence.length, Object.keys(document.records)]).toEqual([0, 0, 0, []]);
  expect(document.tools.every(({ progress }) => progress.answered === 0)).toBe(true);
});

test("the readiness report alone tells how complete the toolkit is that it was made from", async () => {
  const { about } = await previewExport(lead, { ...DEFAULT_EXPORT, content: "readiness" });
  expect(about.completeness).toMatchObject({ toolsComplete: 1, tools: 13, answered: 4 });
});
