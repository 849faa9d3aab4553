import os from "node:os";
import { CHECKOUT } from "@/tests/support/e2e-app";
import { openDatabase } from "@/tests/support/e2e-database";
import { requireBrowser } from "../lib/browser.mjs";
import { requirePdfPrograms } from "../lib/pdf-programs.mjs";
import { prepareTeam } from "./bench-team";
import { measureBrowserLoads } from "./browser-loads";
import { measureCompare } from "./compare";
import { measureCostToOthers } from "./cost-to-others";
import { measureExports } from "./exports";
import { measureExportsWhenBusy } from "./exports-when-busy";
import { measureFeedback } from "./feedback";
import { measureGap } from "./gap";
import { measureGoal } from "./goal";
import { measureKeystrokes } from "./keystrokes";
import { measureLive } from "./live";
import { measureLongHistories } from "./long-history";
import { measureMeeting } from "./meeting";
import { measurePageShape } from "./page-shape";
import { measureManyAgencies, measurePages } from "./pages";
import { measurePdfPeers } from "./pdf-peers/measure";
import { measurePlan } from "./plan";
import { measureSaves } from "./saves";
import { measureSavesMeanwhile } from "./saves-meanwhile";
import { measureInstall, measureStarts } from "./starts";
import { printTable, type Row } from "./table";

// npm run bench [-- --install] [-- NAME …]: every figure, or those of the named parts, is measured now, on this machine,
// against an app of its own.

const PARTS = {
  browser: measureBrowserLoads,
  shape: measurePageShape,
  pages: measurePages,
  "many-agencies": measureManyAgencies,
  compare: measureCompare,
  gap: measureGap,
  goal: measureGoal,
  plan: measurePlan,
  live: measureLive,
  keystrokes: measureKeystrokes,
  meeting: measureMeeting,
  feedback: measureFeedback,
  saves: measureSaves,
  histories: measureLongHistories,
  "saves-meanwhile": measureSavesMeanwhile,
  exports: measureExports,
  "exports-when-busy": measureExportsWhenBusy,
  "cost-to-others": measureCostToOthers,
  "pdf-peers": measurePdfPeers,
} as const;

const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = names.find((name) => !(name in PARTS));
if (unknown) throw new Error(`There is no part "${unknown}": ${Object.keys(PARTS).join(", ")}`);
const measures = Object.entries(PARTS).flatMap(([name, measure]) => (names.length === 0 || names.includes(name) ? [measure] : []));

// Before anything is timed: installing takes the processor.
await requireBrowser(CHECKOUT);
await requirePdfPrograms(CHECKOUT);
const rows: Row[] = [];
if (process.argv.includes("--install")) rows.push(measureInstall());
const { app, rows: starts } = await measureStarts();
rows.push(...starts);
const database = openDatabase(app.databaseUrl);
try {
  const bench = await prepareTeam(app, { database, secret: app.secret });
  for (const measure of measures) {
    try {
      rows.push(...(await measure(bench)));
    } catch (error) {
      // The other figures are still worth having.
      console.error(error);
      process.exitCode = 1;
    }
  }
} finally {
  await database.end();
  await app.stop();
}
const cpu = os.cpus();
printTable(`Measured on ${cpu.length} × ${cpu[0]?.model ?? "?"}, Node ${process.versions.node}`, rows);
