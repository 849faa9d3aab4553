import { UnreadableError } from "./read-json.mjs";

/** A toolkit with every table full holds a third of this. What is handed on is checked on the server's own thread. */
const MOST_VALUES = 100_000;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const wordsOf = (value) => (typeof value === "string" ? value.slice(0, 200).replaceAll("\0", "").toWellFormed() : null);
const countOf = (value) => (Array.isArray(value) ? value.length : 0);

/**
 * Of a whole file only what can be brought in, so that the rest never reaches the server's own thread. Answers are pairs:
 * a pair can be named "__proto__" and nothing comes of it. What is not of the right kind is handed on as null.
 */
export function pickAnswers(file) {
  const { format, version, about, tools, comments, history, evidence } = isObject(file) ? file : {};
  const { agency, team, at } = isObject(about) ? about : {};
  const picked = {
    format: wordsOf(format),
    version: typeof version === "number" ? version : null,
    about: { agency: wordsOf(agency), team: wordsOf(team), at: wordsOf(at) },
    counts: { comments: countOf(comments), history: countOf(history), evidence: countOf(evidence) },
    tools: Array.isArray(tools) ? tools.slice(0, 100).map(pickTool) : null,
  };
  if (countValues(picked) > MOST_VALUES) throw new UnreadableError("too-much");
  return picked;
}

function countValues(value) {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum, inner) => sum + countValues(inner), 1);
}

function pickTool(tool) {
  const { number, version, status, answers } = isObject(tool) ? tool : {};
  return {
    number: typeof number === "number" ? number : null,
    version: typeof version === "number" ? version : null,
    isComplete: status === "complete",
    answers: isObject(answers)
      ? Object.entries(answers).map(([itemId, answer]) => [itemId.toWellFormed(), isObject(answer) ? (answer.value ?? null) : null])
      : null,
  };
}
