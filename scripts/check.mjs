import { nodeProblem } from "./lib/check-node.mjs";

const problem = nodeProblem(process.version);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  // Imported late: an old Node cannot read what follows.
  import("./lib/check-change.mjs").then(function (check) {
    return check.checkChange(process.argv[2]);
  });
}
