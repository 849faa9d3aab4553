import "server-only";
import { MAIN_TOOLKIT, TOOLS } from "@/content/toolkits";
import { personOf } from "@/lib/domain/people/person";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { buildToolReport } from "@/lib/domain/report/report";
import { currentEdition } from "@/lib/exports/document/export-edition";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { metaOf } from "@/lib/responses/response-facts";
import { renderExport } from "./render-export";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Does once, for nobody, what every export does: the first time takes some two seconds longer, for code that never ran,
 * the database's engine and connections, the PDF's engine and its fonts.
 */
export async function warmUp(): Promise<void> {
  const actor = { agencyId: NOBODY, userId: NOBODY };
  await withAgency(actor, (tx) => tx.team.count({ where: { agencyId: NOBODY } }));
  await withAgencyConnection(actor, (client) => client.query("select 1"));
  await renderExport({
    options: DEFAULT_EXPORT,
    people: new Map(),
    about: {
      agencyName: "None",
      teamName: "None",
      at: new Date().toISOString(),
      timeZone: "UTC",
      exportedBy: personOf(null),
      toolkitVersion: "",
      rulesVersion: "",
      milestone: null,
      completeness: { toolsComplete: 0, tools: TOOLS.length, answered: 0, total: 0 },
    },
    tools: TOOLS.map((tool) => buildToolReport(tool, {}, metaOf(undefined))),
    records: {},
    readiness: buildReadiness({ ...MAIN_TOOLKIT, answers: {}, flagged: new Set() }),
    brief: null,
    comparison: null,
    edition: currentEdition(),
    kept: new Map(),
    comments: new Map(),
    history: new Map(),
    assignments: [],
    indicators: [],
    links: [],
    evidence: [],
  });
}
