import fc from "fast-check";
import { personOf, personToken } from "@/lib/domain/people/person";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { TOOLS } from "@/tests/support/tools";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { type Answer, type Answers, DONT_KNOW_VALUES, SCORE_VALUES, STATUS_VALUES } from "@/lib/domain/answer/answers";
import type { Item, TableColumn, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName, toolItems } from "@/lib/domain/tool/items";
import { buildToolReport } from "@/lib/domain/report/report";
import { RULES_VERSION } from "@/lib/domain/readiness/rules";
import { nameOf, toolKey } from "@/lib/domain/tool/tool-ref";
import { everyKindTool } from "./every-kind-tool";
import { countedText, type Piece, wildText } from "./hostile-text";
import { editionWith, namesAsIds } from "./export-samples";

/** One export full of what nobody should be able to break it with. */
export interface HostileDocument {
  readonly document: ExportDocument;
  /** Every text in it that somebody typed. */
  readonly typed: readonly string[];
  /** How many "�" a page needs for it; null where nobody has counted. */
  readonly notShown: number | null;
}

const AT = "2026-11-22T21:05:00Z";
const DATE = "2026-03-31";
const SOMEBODY = "7d3f0a52-1111-4222-8333-944445555666";

/** Takes the next piece of a list again and again. */
function* dealer(pieces: readonly Piece[]): Generator<Piece, never> {
  for (let index = 0; ; index += 1) yield pieces[index % pieces.length]!;
}

interface Deal {
  /** The next text; what is dealt counts as typed. */
  text(): string;
  /** A number below the limit. */
  below(limit: number): number;
}

function cellOf({ kind, options = [] }: TableColumn, deal: Deal): string {
  if (kind === "text") return deal.text();
  if (kind === "date") return DATE;
  return kind === "person" ? personToken(personOf(SOMEBODY)) : (options[deal.below(options.length)]?.id ?? "");
}

function answerTo(item: Item, deal: Deal): Answer {
  const oneOf = <T>(values: readonly T[]): T => values[deal.below(values.length)]!;
  switch (item.kind) {
    case "text":
      return deal.text();
    case "date":
      return DATE;
    case "status":
      return oneOf(STATUS_VALUES);
    case "rating":
      return oneOf([...SCORE_VALUES, ...DONT_KNOW_VALUES]);
    case "choice": {
      const option = oneOf(item.options).id;
      return option === item.otherOptionId ? { option, other: deal.text() } : { option };
    }
    case "person":
      return personToken(personOf(SOMEBODY));
    case "table":
      return Array.from({ length: 1 + deal.below(4) }, (_, row) => ({
        id: `r${row}`,
        cells: Object.fromEntries(item.columns.map((column) => [column.id, cellOf(column, deal)])),
      }));
  }
}

function exportOf(tool: ToolDefinition, answers: Answers, deal: Deal): ExportDocument {
  const by = personOf("Dana Whitfield");
  const first = toolItems(tool)[0]!;
  const report = buildToolReport(tool, answers, {
    status: "in-progress",
    completed: null,
    locked: null,
    lastChange: { by, at: AT },
  });
  const comment = { id: "c1", by, at: AT, isYours: false, isEdited: false, body: [deal.text()] };
  return {
    people: namesAsIds(by),
    options: { ...DEFAULT_EXPORT, content: "tools", tools: [tool.slug], hasComments: true },
    about: {
      agencyName: "Harbor Point Police Department",
      teamName: "North District Team",
      at: AT,
      timeZone: "America/New_York",
      exportedBy: by,
      toolkitVersion: String(MAIN_TOOLKIT.version),
      rulesVersion: String(RULES_VERSION),
      milestone: null,
      completeness: { toolsComplete: 0, tools: 1, answered: report.progress.answered, total: report.progress.total },
    },
    edition: editionWith(tool),
    tools: [report],
    records: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, by, at: AT }])),
    kept: new Map(),
    readiness: null,
    brief: null,
    comparison: null,
    comments: new Map([[toolKey(tool.ref), new Map([[first.id, [{ id: "t1", resolved: null, comments: [comment] }]]])]]),
    history: new Map(),
    assignments: [],
    indicators: [],
    links: [],
    evidence: [
      { tool: nameOf(tool), itemId: first.id, item: itemName(first), name: deal.text(), kind: "PDF, 214 KB", added: { by, at: AT } },
    ],
  };
}

const HOW_MANY_ANSWERED = 12;

function toDocument(tool: ToolDefinition, pieces: readonly Piece[], numbers: readonly number[]): HostileDocument {
  const dealt: Piece[] = [];
  const next = dealer(pieces);
  let draws = 0;
  const deal: Deal = {
    text: () => {
      const { value } = next.next();
      dealt.push(value);
      return value.text;
    },
    below: (limit) => numbers[draws++ % numbers.length]! % limit,
  };
  const items = toolItems(tool);
  const start = deal.below(items.length);
  const answered = items.slice(start, start + HOW_MANY_ANSWERED);
  const answers = Object.fromEntries(answered.map((item) => [item.id, answerTo(item, deal)]));
  const document = exportOf(tool, answers, deal);
  const isCounted = dealt.every(({ notShown }) => notShown !== null);
  return {
    document,
    typed: dealt.map(({ text }) => text),
    notShown: isCounted ? dealt.reduce((sum, { notShown }) => sum + (notShown ?? 0), 0) : null,
  };
}

const numbers = fc.array(fc.nat(10_000), { minLength: 20, maxLength: 20 });
const texts = fc.oneof(
  { weight: 3, arbitrary: fc.array(countedText, { minLength: 4, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(wildText, { minLength: 4, maxLength: 12 }) },
);

/** The tool that holds every kind of item comes up as often as three others. */
const ALL_TOOLS: readonly ToolDefinition[] = [...TOOLS, everyKindTool, everyKindTool, everyKindTool];

/** The document of this number, of one of these tools; the same number gives the same document. */
export function hostileDocumentOf(seed: number, tools = ALL_TOOLS): HostileDocument {
  const arbitrary = fc.tuple(fc.constantFrom(...tools), texts, numbers).map(([tool, pieces, draws]) => toDocument(tool, pieces, draws));
  const [document] = fc.sample(arbitrary, { seed, numRuns: 1 });
  return document!;
}
