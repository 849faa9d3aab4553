import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// Runs in the folder of one version, with that version's own code: node --import tsx in-version.mjs STEP INPUT. Where the
// version before has its files.

const BEFORE = { authorize: "lib/auth/authorize.ts", load: "lib/data/export-document.ts", render: "lib/export/render-export.ts" };
const NOW = {
  authorize: "lib/platform/auth/authorize.ts",
  load: "lib/exports/read/load-export-document.ts",
  render: "lib/exports/processes/render-export.ts",
};

const ours = (file) => import(pathToFileURL(path.resolve(file)).href);

const steps = {
  async provision({ ownerUrl, access }) {
    const { provision } = await ours("prisma/provision.ts");
    return provision(ownerUrl, access);
  },
  async export({ version, folder, teams }) {
    const files = version === "before" ? BEFORE : NOW;
    const [{ authorizeTeam }, { loadExportDocument }, { renderExport }] = [await ours(files.authorize), await ours(files.load), await ours(files.render)];
    const everything = { content: "toolkit", tools: [], hasComments: true, hasHistory: true, hasEvidence: true, names: "names", isLargePrint: false };
    const written = [];
    for (const { teamId, adminId, name } of teams) {
      const access = await authorizeTeam(adminId, teamId, "response:view");
      if (!access.ok) throw new Error(`${name}: ${access.reason}`);
      for (const format of ["pdf", "csv", "json"]) {
        const document = await loadExportDocument(access.context, { ...everything, format, timeZone: "America/New_York" });
        const { bytes } = await renderExport(document);
        const file = path.join(folder, `${teamId}.${format}`);
        writeFileSync(file, bytes);
        written.push({ name, format, file });
      }
    }
    return written;
  },
};

const [step, input] = process.argv.slice(2);
const result = await steps[step](JSON.parse(input));
console.log(`\n${JSON.stringify(result)}`);
// Threads and connections would keep it from ending.
process.exit(0);
