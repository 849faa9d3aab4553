import { encodeStateAsUpdate } from "yjs";
import { compareTools, findTool, MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answer, Answers, ChoiceValue, TableRow } from "@/lib/domain/answer/answers";
import { isAnswered } from "@/lib/domain/item/item-readers";
import { firstItems, upgradeAnswers } from "@/lib/domain/item/upgrades";
import { RESPONSE_MAX_BYTES } from "@/lib/domain/limits";
import { plainLineBreaks } from "@/lib/domain/text/line-breaks";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName, itemsById, toolItems } from "@/lib/domain/tool/items";
import { type ToolKey, toolKey } from "@/lib/domain/tool/tool-ref";
import { FORMAT, READABLE_VERSIONS, TOOL_STATUSES } from "@/lib/exports/json/workbook-schema";
import { createDocument, writeAnswer } from "@/lib/sync/document/document";
import { findAnswerFault } from "./answer-fault";
import { clip } from "./clip";
import { type ImportedTool, type ImportReport, MOST_LISTED, refusedReport } from "./import-report";
import { leaveOutPeople } from "./leave-out-people";
import type { PickedAnswer, PickedFile, PickedTool } from "./pick-answers.mjs";

export interface ImportPlan {
  readonly report: ImportReport;
  /** Each one fits its item; empty when the file is refused. */
  readonly answers: ReadonlyMap<ToolKey, Answers>;
}

/**
 * Holds everything in the file against the toolkit before anything is written: the whole file fits, or none of it comes in.
 * @param toolKeys the tools that the team works with; null for all there are.
 * @param memberIds who is on the team: an answer that names somebody else comes in without them.
 */
export function planImport(file: PickedFile, toolKeys: readonly ToolKey[] | null = null, memberIds: ReadonlySet<string> = new Set()): ImportPlan {
  const problem = findFileProblem(file);
  if (problem) return { report: refusedReport(problem), answers: new Map() };
  const problems: string[] = [];
  const leftOut: string[] = [];
  const tools: ImportedTool[] = [];
  const answers = new Map<ToolKey, Answers>();
  let inFile = 0;
  for (const picked of file.tools ?? []) {
    const tool = findPickedTool(picked);
    const count = picked.answers?.length ?? 0;
    inFile += count;
    if (tool && toolKeys && !toolKeys.includes(toolKey(tool.ref))) {
      leftOut.push(`${tool.label}: this team does not work with it. A team lead can add it at the team’s home.${countLeftOut(count)}`);
    } else if (!tool) leftOut.push(`Tool ${picked.number ?? "without a number"}: this workbook has no such tool.${countLeftOut(count)}`);
    else if (answers.has(toolKey(tool.ref))) problems.push(`${tool.label} is in the file twice.`);
    else {
      const read = readTool(tool, picked, memberIds);
      problems.push(...read.problems);
      leftOut.push(...read.leftOut, ...unknownStatus(tool, picked));
      answers.set(toolKey(tool.ref), read.answers);
      tools.push({ toolRef: tool.ref, answers: Object.keys(read.answers).length, isComplete: picked.isComplete });
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
      tools: tools.toSorted((a, b) => compareTools(a.toolRef, b.toolRef)),
      leftBehind: { conversations: file.counts.comments, changes: file.counts.history, files: file.counts.evidence, values: file.counts.values, links: file.counts.links },
      leftOut: shorten(leftOut),
      problems: shorten(problems),
    },
    answers: isRefused ? new Map() : answers,
  };
}

/** What the file says of the whole tool, where that is none of ours: it would look as if it had been understood. */
function unknownStatus(tool: ToolDefinition, { status }: PickedTool): readonly string[] {
  if (status === null || TOOL_STATUSES.some((known) => known === status)) return [];
  return [`${tool.label}: the file says “${clip(status)}” of the whole tool, which this workbook does not know. It comes in as not complete.`];
}

/** A file of the first version names a tool by its number alone. */
function findPickedTool({ toolkit, tool, number }: PickedTool): ToolDefinition | null {
  if (toolkit !== null || tool !== null) return findTool({ toolkitId: toolkit ?? "", toolId: tool ?? "" });
  return MAIN_TOOLKIT.tools.find((candidate) => candidate.number === number) ?? null;
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
  if (version === null || !READABLE_VERSIONS.includes(version)) {
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
function readTool(tool: ToolDefinition, { version, answers: inFile }: PickedTool, memberIds: ReadonlySet<string>): ReadTool {
  const items = new Map(toolItems(tool).map((item) => [item.id, item]));
  const answers: Record<string, Answer> = {};
  const problems: string[] = [];
  const leftOut: string[] = [];
  const given = inFile && inFile.flatMap((picked) => withoutStrangers(picked, items.get(picked[0]), memberIds, (item, problem) => leftOut.push(describe(tool, item, problem))));
  if (!given) problems.push(`${tool.label} has no list of answers.`);
  else if (version === null || !Number.isSafeInteger(version) || version < 1) {
    problems.push(`${tool.label} does not say which version of the tool its answers are for.`);
  }
  const older = given && version !== null && version < tool.version ? bringAlong(tool, version, given) : null;
  leftOut.push(...(older?.leftOut ?? []));
  for (const picked of older?.answers ?? given ?? []) {
    const [itemId, value] = picked;
    const item = items.get(itemId);
    if (!item) {
      leftOut.push(`${tool.label}, “${clip(itemId)}”: this tool has no such item.`);
      continue;
    }
    const problem = findProblem(item, picked);
    if (problem) {
      const isDamage = version === tool.version || problem === NO_ANSWER;
      (isDamage ? problems : leftOut).push(describe(tool, item, problem));
    } else if (value === null || !isAnswered(item, value as Answer)) leftOut.push(describe(tool, item, "It is blank."));
    else answers[itemId] = withPlainLineBreaks(item, value as Answer);
  }
  if (isTooMuch(tool, answers)) problems.push(`${tool.label} holds more text than one tool can hold.`);
  return { answers, problems, leftOut };
}

/** An answer without people who are not on the team; nothing where nothing is left of it. */
function withoutStrangers(picked: PickedAnswer, item: Item | undefined, memberIds: ReadonlySet<string>, tell: (item: Item, problem: string) => void): PickedAnswer[] {
  const [itemId, stored, form] = picked;
  if (!item || stored === null || form === "no-answer") return [picked];
  const { value, leftOut: strangers } = leaveOutPeople(item, stored, memberIds);
  if (strangers.length === 0) return [picked];
  for (const problem of strangers) tell(item, problem);
  return value === null ? [] : [form === undefined ? [itemId, value] : [itemId, value, form]];
}

/** Answers to an older version of the tool as its own has them, as for a team that answered it here. */
function bringAlong(tool: ToolDefinition, version: number, given: readonly PickedAnswer[]) {
  const items = new Map([...itemsById(tool), ...firstItems(tool, version)]);
  const isSound = (item: Item | undefined, picked: PickedAnswer) => item !== undefined && picked[1] !== null && findProblem(item, picked) === null;
  const sound = given.filter((picked) => isSound(items.get(picked[0]), picked));
  const { moves, kept } = upgradeAnswers(tool, version, Object.fromEntries(sound.map(([id, value]) => [id, value as Answer])));
  const changed = new Set(moves.map(({ itemId }) => itemId));
  const brought = moves.flatMap(({ itemId, answer }): PickedAnswer[] => (answer === null ? [] : [[itemId, answer]]));
  return {
    answers: [...given.filter(([id]) => !changed.has(id)), ...brought],
    leftOut: kept.map(({ source, question }) => `${source}, “${clip(question)}”: this version of the tool has no place for it.`),
  };
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
  return `${item.extension ? tool.label : item.source}, “${clip(itemName(item))}”: ${problem}`;
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
