import { elements } from "@/content/ps-cope/guide/elements";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { TOOLS } from "@/tests/support/tools";
import { currentEdition, type ExportEdition } from "@/lib/exports/document/export-edition";
import type { EvidenceEntry, ExportAbout, ExportAssignment, ExportDocument, ExportIndicator, HistoryChange } from "@/lib/exports/document/export-document";
import { DEFAULT_EXPORT, type ExportOptions, isOfPlan } from "@/lib/exports/document/export-options";
import type { WorkerResult } from "@/lib/exports/worker/run-worker";
import { type PdfReport, runTypst } from "@/lib/exports/pdf/render-pdf";
import type { PrintDocument } from "@/lib/exports/print/print-blocks";
import { printDocument } from "@/lib/exports/print/print-document";
import { listPersonIds, type People, personOf } from "@/lib/domain/people/person";
import { type Answer, type Answers, SCORE_VALUES, STATUS_VALUES } from "@/lib/domain/answer/answers";
import type { AnswerRecords } from "@/lib/domain/readiness/assessed-items";
import type { CommentThread } from "@/lib/comments/comment";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { itemName, toolItems } from "@/lib/domain/tool/items";
import { type Brief, buildBrief, NO_BRIEF_WORDS } from "@/lib/domain/readiness/brief";
import { buildReadiness, type ReadinessReport } from "@/lib/domain/readiness/readiness";
import { buildToolReport } from "@/lib/domain/report/report";
import type { ToolReport } from "@/lib/domain/report/report-model";
import { RULES_VERSION } from "@/lib/domain/readiness/rules";
import { isSameTool, nameOf, type ToolKey, toolKey } from "@/lib/domain/tool/tool-ref";

import { secondVersion } from "@/tests/support/changed-tool";
import { everyKindTool } from "./every-kind-tool";

export const DANA = "Dana Whitfield";
export const MARCUS = "Marcus Oyelaran";

/** In the samples everyone's id is their name. */
export function namesAsIds(data: unknown): People {
  return new Map(listPersonIds(data).map((name) => [name, { name, role: null }]));
}

export function toolReport(tool: ToolDefinition, answers: Answers): ToolReport {
  return buildToolReport(tool, answers, {
    status: "in-progress",
    completed: { by: personOf(DANA), at: "2026-10-02T15:00:00Z" },
    locked: null,
    lastChange: { by: personOf(MARCUS), at: "2026-11-14T20:00:00Z" },
  });
}

/** A tool that nobody has begun, as blank forms hold it. */
export function blankReport(tool: ToolDefinition): ToolReport {
  return buildToolReport(tool, {}, { status: "not-started", completed: null, locked: null, lastChange: null });
}

/** A realistic answer to every item of the tool, as it is stored. */
export function exampleAnswers(tool: ToolDefinition): Answers {
  return Object.fromEntries(toolItems(tool).map((item) => [item.id, exampleAnswer(item)]));
}

export interface ExportChanges extends Partial<Omit<ExportDocument, "options" | "about" | "tools">> {
  readonly options?: Partial<ExportOptions>;
  readonly about?: Partial<ExportAbout>;
}

function countCompleteness(tools: readonly ToolReport[]): ExportAbout["completeness"] {
  return {
    toolsComplete: tools.filter(({ status }) => status === "complete").length,
    tools: tools.length,
    answered: tools.reduce((sum, { progress }) => sum + progress.answered, 0),
    total: tools.reduce((sum, { progress }) => sum + progress.total, 0),
  };
}

/** The edition of now, and tools that are in no toolkit. */
export function editionWith(...tools: readonly ToolDefinition[]): ExportEdition {
  const edition = currentEdition();
  return { ...edition, tools: [...edition.tools, ...tools.map((definition) => ({ definition, place: "Infrastructure 1", isMain: false }))] };
}

/** A whole export of these tools with nothing but their answers, of the content "tools", but for the changes. */
export function exportOf(tools: readonly ToolReport[], { options, about, ...changes }: ExportChanges = {}): ExportDocument {
  const document: Omit<ExportDocument, "people"> = {
    options: {
      ...DEFAULT_EXPORT,
      content: "tools",
      tools: tools.map(({ slug }) => slug),
      hasEvidence: false,
      timeZone: "America/New_York",
      ...options,
    },
    about: {
      agencyName: "Harbor Point Police Department",
      teamName: "North District Team",
      at: "2026-11-22T21:05:00Z",
      timeZone: "America/New_York",
      exportedBy: personOf(DANA),
      toolkitVersion: String(MAIN_TOOLKIT.version),
      rulesVersion: String(RULES_VERSION),
      milestone: null,
      completeness: countCompleteness(tools),
      ...about,
    },
    edition: editionWith(everyKindTool, secondVersion),
    tools,
    records: {},
    readiness: null,
    brief: null,
    comparison: null,
    kept: new Map(),
    comments: new Map(),
    history: new Map(),
    assignments: [],
    indicators: [],
    links: [],
    evidence: [],
    ...changes,
  };
  return { people: namesAsIds(document), ...document };
}

const toolNumbered = (number: number) => nameOf(TOOLS.find((tool) => tool.number === number)!);
const madeLink = { made: { by: personOf(DANA), at: "2026-06-04T15:00:00Z" }, decided: { by: personOf(MARCUS), at: "2026-06-18T15:00:00Z" } };
/** From a gap to a goal. */
const LINKS: ExportDocument["links"] = [
  {
    kind: "gap-priority",
    from: { tool: toolNumbered(9), target: "t9-c4-2", place: "Tool 9, Component 4", words: "The program: provides support early" },
    to: { tool: toolNumbered(8), target: "t8-s3-priorities/weekends", place: "", words: "Nobody follows up on weekends" },
    ...madeLink,
  },
  {
    kind: "priority-idea",
    from: { tool: toolNumbered(8), target: "t8-s3-priorities/weekends", place: "", words: "Nobody follows up on weekends" },
    to: { tool: toolNumbered(12), target: "t12-sheet-1", place: "Idea #1", words: "Follow-up by a peer" },
    ...madeLink,
  },
  {
    kind: "idea-goal",
    from: { tool: toolNumbered(12), target: "t12-sheet-1", place: "Idea #1", words: "9 of 10 by December" },
    to: { tool: toolNumbered(13), target: "t13-plan", place: "Sheet 1", words: "" },
    ...madeLink,
    decided: null,
  },
];

/** The first tool is looked after, the second was given back. */
function assignmentOf(tool: ToolDefinition, index: number): ExportAssignment {
  return {
    tool: nameOf(tool),
    targetId: "",
    assignee: personOf(MARCUS),
    assigned: { by: personOf(DANA), at: "2026-11-10T15:00:00Z" },
    dueOn: index === 0 ? "2026-12-01" : null,
    isAccepted: index === 0,
    handBackNote: index === 0 ? null : "I am away in December.",
  };
}

/** A row of the table with two values, one of them put right, and one that was removed with its value. */
function indicatorsOf(tool: ToolDefinition): readonly ExportIndicator[] {
  const entered = (by: string, day: string) => ({ by: personOf(by), at: `${day}T15:00:00Z` });
  const month = (day: string, isMonth = true) => ({ day, isMonth });
  const plain = { source: "", note: "", earlier: [], removed: null };
  const settings = { unitWords: "calls", direction: "up", target: "90", targetOn: "2026-12-31", itemId: "t13-questions", removedValues: [] } as const;
  return [
    {
      tool: nameOf(tool),
      sheet: "Sheet 1",
      row: 1,
      question: "Does a peer reach people in time?",
      name: "Reached in 48 hours",
      measured: {
        ...settings,
        id: "indicator-1",
        rowId: "example-row-1",
        unit: "percent",
        values: [
          { ...plain, id: "value-1", on: month("2026-10-01"), value: "16", of: "24", entered: entered(MARCUS, "2026-11-02") },
          {
            ...plain,
            id: "value-2",
            on: month("2026-11-01"),
            value: "18",
            of: "25",
            source: "Run sheet",
            note: "One week is missing.",
            entered: entered(DANA, "2026-11-20"),
            earlier: [{ on: month("2026-11-01"), value: "17", of: "25", note: "", entered: entered(MARCUS, "2026-11-19") }],
          },
        ],
      },
    },
    {
      tool: nameOf(tool),
      sheet: "Sheet 1",
      row: null,
      question: "",
      name: "People to count on",
      measured: {
        ...settings,
        id: "indicator-2",
        rowId: "gone",
        unit: "score",
        unitWords: "of 5",
        direction: "watch",
        target: null,
        targetOn: null,
        values: [{ ...plain, id: "value-3", on: month("2026-09-15", false), value: "3.4", of: null, entered: entered(MARCUS, "2026-09-16") }],
      },
    },
  ];
}

/** Scores that differ, unknowns and blanks side by side; everything else as its example. */
function variedAnswer(item: Item, index: number): Answer | null {
  if (index % 11 === 7) return null;
  if (item.kind === "status") return STATUS_VALUES[index % 3] ?? null;
  if (item.kind === "rating") return index % 9 === 4 ? "dk-unknown" : (SCORE_VALUES[(index * 2) % 5] ?? null);
  return exampleAnswer(item);
}

function fullRecords(): AnswerRecords {
  return Object.fromEntries(
    TOOLS.flatMap(toolItems).flatMap((item, index) => {
      const answer = variedAnswer(item, index);
      return answer === null ? [] : [[item.id, { answer, by: personOf(MARCUS), at: "2026-11-14T20:00:00Z" }] as const];
    }),
  );
}

function firstItems(tool: ToolDefinition, count: number): readonly Item[] {
  return toolItems(tool).slice(0, count);
}

function threadsOf({ id }: Item): readonly CommentThread[] {
  const said = (by: string, body: string | null, isEdited = false) => {
    return { id: `${id}-${by}`, by: personOf(by), at: "2026-11-20T16:00:00Z", isYours: false, isEdited, body: body === null ? null : [body] };
  };
  return [
    { id: `${id}-open`, resolved: null, comments: [said(DANA, `What do we say about ${id}?`), said(MARCUS, "Let us ask the clinic.", true)] },
    { id: `${id}-done`, resolved: { by: personOf(DANA), at: "2026-11-21T16:00:00Z" }, comments: [said(MARCUS, null), said(DANA, "Done.")] },
  ];
}

function changesOf(tool: ToolDefinition): readonly HistoryChange[] {
  const answered = firstItems(tool, 3).map((item, index): HistoryChange => ({
    kind: "answer",
    itemId: item.id,
    before: null,
    after: exampleAnswer(item),
    isRestore: index === 1,
    by: personOf(index === 2 ? MARCUS : DANA),
    at: `2026-11-${14 - index}T20:0${index}:00Z`,
  }));
  return [{ kind: "status", status: "completed", by: personOf(DANA), at: "2026-11-15T15:00:00Z" }, ...answered];
}

function filesOf(tool: ToolDefinition): readonly EvidenceEntry[] {
  return firstItems(tool, 2).map((item, index) => ({
    tool: nameOf(tool),
    itemId: item.id,
    item: itemName(item),
    name: `Supporting file ${index + 1} of ${tool.ref.toolId}.pdf`,
    kind: "PDF, 214 KB",
    added: { by: personOf(MARCUS), at: "2026-11-14T20:00:00Z" },
  }));
}

function sampleBrief(report: ReadinessReport): Brief {
  return buildBrief({
    report,
    words: { ...NO_BRIEF_WORDS, asks: "Come at night too.\nAsk us before you print this." },
    agencyName: "Harbor Point Police Department",
    teamName: "Core Implementation Team",
    vision: "Nobody dies alone in Harbor Point because they were afraid to call.",
    goals: ["By December a peer reaches out within 48 hours."],
  });
}

function chosenTools({ content, tools }: ExportOptions): readonly ToolDefinition[] {
  if (content === "readiness" || content === "brief") return [];
  if (content === "plan") return TOOLS.filter(isOfPlan);
  return TOOLS.filter(({ slug }) => tools.length === 0 || tools.includes(slug));
}

/**
 * A team's whole work as these options export it: answers of every kind with some blanks, the readiness report, and the
 * comments, history and files that are asked for.
 */
export function fullExport(changes: Partial<ExportOptions> = {}): ExportDocument {
  const options: ExportOptions = { ...DEFAULT_EXPORT, timeZone: "America/New_York", ...changes };
  const chosen = chosenTools(options);
  const records = options.content === "forms" ? {} : fullRecords();
  const answers = Object.fromEntries(Object.entries(records).map(([id, { answer }]) => [id, answer]));
  const hasReadiness = options.content === "toolkit" || options.content === "readiness";
  const byTool = <T>(isAsked: boolean, of: (tool: ToolDefinition) => T): ReadonlyMap<ToolKey, T> =>
    new Map(isAsked ? chosen.filter(({ number }) => number % 4 === 0).map((tool) => [toolKey(tool.ref), of(tool)]) : []);
  return exportOf(
    chosen.map((tool) => (options.content === "forms" ? blankReport(tool) : toolReport(tool, answers))),
    {
      options,
      records,
      brief: options.content === "brief" ? sampleBrief(buildReadiness({ tools: TOOLS, elements, answers: records, flagged: new Set() })) : null,
      readiness: hasReadiness ? buildReadiness({ tools: TOOLS, elements, answers: records, flagged: new Set() }) : null,
      comments: byTool(options.hasComments, (tool) => new Map(firstItems(tool, 2).map((item) => [item.id, threadsOf(item)]))),
      history: byTool(options.hasHistory, changesOf),
      assignments: options.content === "forms" ? [] : chosen.slice(0, 2).map(assignmentOf),
      indicators: options.content === "forms" ? [] : chosen.filter(({ role }) => role === "evaluation").flatMap(indicatorsOf),
      links: options.content === "forms" ? [] : LINKS.filter(({ to }) => chosen.some(({ ref }) => isSameTool(ref, to.tool.ref))),
      evidence: [...byTool(options.hasEvidence && options.content !== "forms", filesOf).values()].flat(),
    },
  );
}

export interface RenderedPdf extends PdfReport {
  readonly bytes: Buffer<ArrayBuffer>;
}

async function toRendered(running: Promise<WorkerResult<PdfReport>>): Promise<RenderedPdf> {
  const { bytes, report } = await running;
  return { ...report, bytes };
}

export function renderPrinted(document: PrintDocument): Promise<RenderedPdf> {
  return toRendered(runTypst(document));
}

export function render(document: ExportDocument): Promise<RenderedPdf> {
  return renderPrinted(printDocument(document));
}
