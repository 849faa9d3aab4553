import { encodeStateAsUpdate } from "yjs";
import { TOOLS } from "@/content/tools";
import { createDocument, writeAnswer } from "@/lib/collab/document";
import type { Answer, Answers, ChoiceValue, TableRow } from "@/lib/tools/answers";
import type { Item, ToolDefinition, ToolNumber } from "@/lib/tools/definition";
import { isAnswered } from "@/lib/tools/item-readers";
import { itemName, toolItems } from "@/lib/tools/items";
import { RESPONSE_MAX_BYTES } from "@/lib/tools/limits";
import { plainLineBreaks } from "@/lib/tools/line-breaks";
import { findAnswerFault } from "./answer-fault";
import { clip } from "./clip";
import { type ImportedTool, type ImportReport, MOST_LISTED, refusedReport } from "./import-report";
import { FORMAT, FORMAT_VERSION } from "./schema";
import type { PickedAnswer, PickedFile, PickedTool } from "./worker/pick-answers.mjs";

export interface ImportPlan {
  readonly report: ImportReport;
  /** Each one fits its item; empty when the file is refused. */
  readonly answers: ReadonlyMap<ToolNumber, Answers>;
}

/** Holds everything in the file against the toolkit before anything is written: the whole file fits, or none of it comes in. */
export function planImport(file: PickedFile): ImportPlan {
  const problem = findFileProblem(file);
  if (problem) return { report: refusedReport(problem), answers: new Map() };
  const problems: string[] = [];
  const leftOut: string[] = [];
  const tools: ImportedTool[] = [];
  const answers = new Map<ToolNumber, Answers>();
  let inFile = 0;
  for (const picked of file.tools ?? []) {
    const tool = TOOLS.find(({ number }) => number === picked.number);
    const count = picked.answers?.length ?? 0;
    inFile += count;
    if (!tool) leftOut.push(`Tool ${picked.number ?? "without a number"}: this toolkit has no such tool.${countLeftOut(count)}`);
    else if (answers.has(tool.number)) problems.push(`Tool ${tool.number} is in the file twice.`);
    else {
      const read = readTool(tool, picked);
      problems.push(...read.problems);
      leftOut.push(...read.leftOut);
      answers.set(tool.number, read.answers);
      tools.push({ number: tool.number, answers: Object.keys(read.answers).length, isComplete: picked.isComplete });
    }
  }
  if (problems.length === 0 && tools.every((tool) => tool.answers === 0)) problems.push(nothingComesIn(inFile));
  const isRefused = problems.length > 0;
  const { agency, team, at } = file.about;
  return {
    report: {
      state: isRefused ? "refused" : "ready",
      source: { agency: agency ?? "", team: team ?? "", at: at && !Number.isNaN(Date.parse(at)) ? at : "" },
      inFile,
      tools: tools.toSorted((a, b) => a.number - b.number),
      leftBehind: { conversations: file.counts.comments, changes: file.counts.history, files: file.counts.evidence },
      leftOut: shorten(leftOut),
      problems: shorten(problems),
    },
    answers: isRefused ? new Map() : answers,
  };
}

function countLeftOut(answers: number): string {
  if (answers === 0) return "";
  return answers === 1 ? " Its answer is left out." : ` Its ${answers} answers are left out.`;
}

function nothingComesIn(inFile: number): string {
  if (inFile === 0) return "There are no answers in this file.";
  return `None of the answers in this file (${inFile}) can be brought in: they belong to items this toolkit does not have, or are blank.`;
}

function findFileProblem({ format, version, tools }: PickedFile): string | null {
  if (format !== FORMAT) {
    return "This is not a PS-COPE Workbook file. Choose a file that was downloaded from a workbook as JSON.";
  }
  if (version !== FORMAT_VERSION) {
    return "This file was made by another version of the workbook, and this one can’t read it.";
  }
  return tools ? null : "There are no tools in this file.";
}

interface ReadTool {
  readonly answers: Answers;
  readonly problems: readonly string[];
  readonly leftOut: readonly string[];
}

/**
 * An answer that does not fit is a damaged file when its tool is the one we have; when the tool has changed since, the
 * answer has only lost its place, and is left out by name. Each answer of the file comes in, or is named.
 */
function readTool(tool: ToolDefinition, { version, answers: given }: PickedTool): ReadTool {
  const items = new Map(toolItems(tool).map((item) => [item.id, item]));
  const answers: Record<string, Answer> = {};
  const problems: string[] = [];
  const leftOut: string[] = [];
  if (!given) problems.push(`Tool ${tool.number} has no list of answers.`);
  else if (version === null || !Number.isSafeInteger(version) || version < 1) {
    problems.push(`Tool ${tool.number} does not say which version of the tool its answers are for.`);
  }
  for (const picked of given ?? []) {
    const [itemId, value] = picked;
    const item = items.get(itemId);
    if (!item) {
      leftOut.push(`Tool ${tool.number}, “${clip(itemId)}”: this tool has no such item.`);
      continue;
    }
    const problem = findProblem(item, picked);
    if (problem) {
      const isDamage = version === tool.version || problem === NO_ANSWER;
      (isDamage ? problems : leftOut).push(describe(tool, item, problem));
    } else if (value === null || !isAnswered(item, value as Answer)) leftOut.push(describe(tool, item, "It is blank."));
    else answers[itemId] = withPlainLineBreaks(item, value as Answer);
  }
  if (isTooMuch(tool, answers)) problems.push(`Tool ${tool.number} holds more text than one tool can hold.`);
  return { answers, problems, leftOut };
}

const NO_ANSWER = "What stands in the file is not an answer as the workbook writes it.";

function findProblem(item: Item, [, value, form]: PickedAnswer): string | null {
  if (form === "no-answer") return NO_ANSWER;
  if (form?.startsWith("kind:") && form !== `kind:${item.kind}`) return "The file gives another kind of answer than this item takes.";
  return value === null ? null : findAnswerFault(item, value);
}

/** As text boxes give texts back; otherwise whoever opens the tool first would seem to have changed them. */
function withPlainLineBreaks(item: Item, answer: Answer): Answer {
  if (item.kind === "text") return plainLineBreaks(answer as string);
  if (item.kind === "choice") {
    const { option, other } = answer as ChoiceValue;
    return other === undefined ? { option } : { option, other: plainLineBreaks(other) };
  }
  if (item.kind !== "table") return answer;
  return (answer as readonly TableRow[]).map(({ id, cells }) => ({
    id,
    cells: Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, plainLineBreaks(text)])),
  }));
}

/** With its place: prompts alone can be the same in two places. An item of ours has none in the toolkit. */
function describe(tool: ToolDefinition, item: Item, problem: string): string {
  return `${item.extension ? `Tool ${tool.number}` : item.source}, “${clip(itemName(item))}”: ${problem}`;
}

/** Whether the answers make a larger document than can be stored: only making it tells, and that takes time. */
function isTooMuch(tool: ToolDefinition, answers: Answers): boolean {
  if (Buffer.byteLength(JSON.stringify(answers)) * 2 < RESPONSE_MAX_BYTES) return false;
  const items = toolItems(tool);
  const doc = createDocument(items);
  for (const item of items) {
    const answer = answers[item.id];
    if (answer !== undefined) writeAnswer(doc, item, answer as never);
  }
  return encodeStateAsUpdate(doc).byteLength > RESPONSE_MAX_BYTES;
}

function shorten(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LISTED;
  return more > 0 ? [...lines.slice(0, MOST_LISTED), `And ${more} more.`] : lines;
}
