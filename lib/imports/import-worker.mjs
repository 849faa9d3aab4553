import { pickAnswers } from "./pick-answers.mjs";
import { readJson, UnreadableError } from "./read-json.mjs";

// stdin: the file. stdout: what can be brought in, as JSON. stderr: `{ problem }`, null or why the file can't be read.

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);

let problem = null;
try {
  process.stdout.write(JSON.stringify(pickAnswers(readJson(Buffer.concat(chunks)))));
} catch (error) {
  if (!(error instanceof UnreadableError)) throw error;
  problem = { code: error.code, key: error.key };
}
process.stderr.write(`${JSON.stringify({ problem })}\n`);
