import { encodeStateAsUpdate } from "yjs";
import { TOOLS } from "@/content/tools";
import { createDocument, writeAnswer } from "@/lib/collab/document";
import { findAnswerProblem } from "@/lib/tools/answer-problem";
import type { Answer, Answers } from "@/lib/tools/answers";
import type { Item, ToolDefinition, ToolNumber } from "@/lib/tools/definition";
import { isAnswered } from "@/lib/tools/item-readers";
import { draftSchemaOf } from "@/lib/tools/item-schemas";
import { itemName, toolItems } from "@/lib/tools/items";
import { RESPONSE_MAX_BYTES } from "@/lib/tools/limits";
import { type ImportedTool, type ImportReport, MOST_LISTED, refusedReport } from "./import-report";
import { FORMAT, FORMAT_VERSION } from "./schema";
import type { PickedFile, PickedTool } from "./worker/pick-answers.mjs";

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
  for (const picked of file.tools ?? []) {
    const tool = TOOLS.find(({ number }) => number === picked.number);
    if (!tool) leftOut.push(`Tool ${picked.number ?? "without a number"}: this toolkit has no such tool.`);
    else if (answers.has(tool.number)) problems.push(`Tool ${tool.number} is in the file twice.`);
    else {
      const read = readTool(tool, picked);
      problems.push(...read.problems);
      leftOut.push(...read.leftOut);
      answers.set(tool.number, read.answers);
      tools.push({ number: tool.number, answers: Object.keys(read.answers).length, isComplete: picked.isComplete });
    }
  }
  if (problems.length === 0 && tools.every((tool) => tool.answers === 0)) problems.push("There are no answers in this file.");
  const isRefused = problems.length > 0;
  const { agency, team, at } = file.about;
  return {
    report: {
      state: isRefused ? "refused" : "ready",
      source: { agency: agency ?? "", team: team ?? "", at: at && !Number.isNaN(Date.parse(at)) ? at : "" },
      tools: tools.toSorted((a, b) => a.number - b.number),
      leftBehind: { conversations: file.counts.comments, changes: file.counts.history, files: file.counts.evidence },
      leftOut: shorten(leftOut),
      problems: shorten(problems),
    },
    answers: isRefused ? new Map() : answers,
  };
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
 * answer has only lost its place, and is left out by name.
 */
function readTool(tool: ToolDefinition, { version, answers: given }: PickedTool): ReadTool {
  const items = new Map(toolItems(tool).map((item) => [item.id, item]));
  const answers: Record<string, Answer> = {};
  const problems: string[] = [];
  const leftOut: string[] = [];
  if (!given) problems.push(`Tool ${tool.number} has no list of answers.`);
  for (const [itemId, answer] of given ?? []) {
    const item = items.get(itemId);
    if (!item) {
      leftOut.push(`Tool ${tool.number}, “${clip(itemId)}”: this tool has no such item.`);
      continue;
    }
    if (answer === null) continue;
    const problem = findAnswerProblem(draftSchemaOf(item), answer);
    if (problem) (version === tool.version ? problems : leftOut).push(describe(tool, item, problem));
    else if (isAnswered(item, answer as Answer)) answers[itemId] = answer as Answer;
  }
  if (isTooMuch(tool, answers)) problems.push(`Tool ${tool.number} holds more text than one tool can hold.`);
  return { answers, problems, leftOut };
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

function clip(text: string): string {
  const plain = text.replaceAll("\0", "").toWellFormed();
  return plain.length > 120 ? `${plain.slice(0, 119).toWellFormed()}…` : plain;
}

function shorten(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LISTED;
  return more > 0 ? [...lines.slice(0, MOST_LISTED), `And ${more} more.`] : lines;
}
