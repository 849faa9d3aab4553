import { UnreadableError } from "./read-json.mjs";

/** A toolkit with every table full holds a third of this. What is handed on is checked on the server's own thread. */
const MOST_VALUES = 100_000;

/**
 * Item id and answer, both as the file has them: nothing about them is checked yet. `form` is "no-answer" for an entry
 * that is not one of ours, "kind:" and what the file says it is, or missing where it says nothing.
 * @typedef {readonly [itemId: string, answer: unknown, form?: "no-answer" | `kind:${string}`]} PickedAnswer
 *
 * @typedef {object} PickedTool
 * @property {string | null} toolkit null in files of the first version
 * @property {string | null} tool
 * @property {number | null} number
 * @property {number | null} version
 * @property {boolean} isComplete
 * @property {string | null} status as the file has it; empty for what is no text, null where it says nothing
 * @property {readonly PickedAnswer[] | null} answers
 *
 * @typedef {object} PickedFile
 * @property {string | null} format
 * @property {number | null} version
 * @property {{ readonly agency: string | null, readonly team: string | null, readonly at: string | null }} about
 * @property {{ readonly comments: number, readonly history: number, readonly evidence: number, readonly values: number, readonly links: number }} counts how much of it there is beside the answers
 * @property {readonly PickedTool[] | null} tools
 */

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const wordsOf = (value) => (typeof value === "string" ? value.slice(0, 200).replaceAll("\0", "").toWellFormed() : null);
const countOf = (value) => (Array.isArray(value) ? value.length : 0);

/** How many values over time there are, of all indicators together. */
const countValuesOf = (indicators) => (Array.isArray(indicators) ? indicators.reduce((sum, indicator) => sum + (isObject(indicator) ? countOf(indicator.values) : 0), 0) : 0);

/** As many as anybody could mean; a file with more was not made by a workbook. */
const MOST_TOOLS = 100;

/**
 * Of a whole file only what can be brought in, so that the rest never reaches the server's own thread. Answers are pairs:
 * a pair can be named "__proto__" and nothing comes of it. What is not of the right kind is handed on as null, but every
 * answer is handed on: what is wrong with one is said by its name.
 * @param {unknown} file
 * @returns {PickedFile}
 */
export function pickAnswers(file) {
  const { format, version, about, tools, comments, history, evidence, indicators, links } = isObject(file) ? file : {};
  const { agency, team, at } = isObject(about) ? about : {};
  if (countOf(tools) > MOST_TOOLS) throw new UnreadableError("too-much");
  const picked = {
    format: wordsOf(format),
    version: typeof version === "number" ? version : null,
    about: { agency: wordsOf(agency), team: wordsOf(team), at: wordsOf(at) },
    counts: { comments: countOf(comments), history: countOf(history), evidence: countOf(evidence), values: countValuesOf(indicators), links: countOf(links) },
    tools: Array.isArray(tools) ? tools.map(pickTool) : null,
  };
  if (countValues(picked) > MOST_VALUES) throw new UnreadableError("too-much");
  return picked;
}

function countValues(value) {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum, inner) => sum + countValues(inner), 1);
}

function pickTool(tool) {
  const { toolkit, tool: toolId, number, version, status, answers } = isObject(tool) ? tool : {};
  return {
    toolkit: wordsOf(toolkit),
    tool: wordsOf(toolId),
    number: typeof number === "number" ? number : null,
    version: typeof version === "number" ? version : null,
    isComplete: status === "complete",
    status: status === undefined ? null : (wordsOf(status) ?? ""),
    answers: isObject(answers) ? Object.entries(answers).map(pickAnswer) : null,
  };
}

function pickAnswer([itemId, entry]) {
  const name = itemId.toWellFormed();
  if (!isObject(entry) || !Object.hasOwn(entry, "value")) return [name, null, "no-answer"];
  const { value } = entry;
  const kind = Object.hasOwn(entry, "kind") ? wordsOf(entry.kind) ?? "" : null;
  return kind === null ? [name, keepFinite(value)] : [name, keepFinite(value), `kind:${kind}`];
}

/** JSON can be read into numbers that it can't be written with again; in place of one stands what no item can hold. */
function keepFinite(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : {};
  if (Array.isArray(value)) return value.map(keepFinite);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keepFinite(inner)]));
}
