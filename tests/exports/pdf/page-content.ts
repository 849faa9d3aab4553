/** What a page draws: its marked pieces, and whether anything is drawn outside of them. */
export interface PageContent {
  readonly mcids: readonly number[];
  /** Drawing operators that stand in no marked content and in no artefact. */
  readonly unmarked: readonly string[];
}

const DRAWING = new Set(["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"]);
const TOKEN = /<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[[\]{}]|[^\s()<>[\]{}/%]+/y;
const SPACE = /(?:[\0\s]+|%[^\r\n]*)*/y;

/** The end of a literal string that begins at `start`, with brackets inside it and after backslashes. */
function endOfString(stream: string, start: number): number {
  let depth = 0;
  for (let index = start; index < stream.length; index += 1) {
    const character = stream[index];
    if (character === "\\") index += 1;
    else if (character === "(") depth += 1;
    else if (character === ")" && --depth === 0) return index + 1;
  }
  return stream.length;
}

function* tokensOf(stream: string): Generator<string> {
  for (let index = 0; ; ) {
    SPACE.lastIndex = index;
    SPACE.exec(stream);
    index = SPACE.lastIndex;
    if (index >= stream.length) return;
    if (stream[index] === "(") {
      index = endOfString(stream, index);
      yield "()";
      continue;
    }
    TOKEN.lastIndex = index;
    const [token] = TOKEN.exec(stream) ?? [stream[index] ?? ""];
    index += token.length;
    yield token;
  }
}

/** Reads a page's decoded content stream. */
export function readPageContent(stream: string): PageContent {
  const mcids: number[] = [];
  const unmarked: string[] = [];
  const open: boolean[] = [];
  let operands: string[] = [];
  for (const token of tokensOf(stream)) {
    if (!/^[A-Za-z'"]/.test(token) || ["true", "false", "null"].includes(token)) {
      operands.push(token);
      continue;
    }
    if (token === "BDC" || token === "BMC") {
      const at = operands.indexOf("/MCID");
      if (at >= 0) mcids.push(Number(operands[at + 1]));
      open.push(at >= 0 || operands[0] === "/Artifact");
    } else if (token === "EMC") open.pop();
    else if (DRAWING.has(token) && !open.includes(true)) unmarked.push(token);
    operands = [];
  }
  return { mcids, unmarked };
}
