import { nodeProblem, nodeWarning } from "./lib/check-node.mjs";

const problem = nodeProblem(process.version);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  const warning = nodeWarning(process.version);
  if (warning) console.warn(warning + "\n");
  // Imported late: an old Node cannot read what follows.
  import("./lib/launch.mjs").then(function (launcher) {
    return launcher.launch({ mode: "start", withSample: process.argv.indexOf("--empty") === -1 });
  });
}
