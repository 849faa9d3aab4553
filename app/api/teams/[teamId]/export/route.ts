import { teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { exportTeam, refuseTooMany } from "./team-export";

/** One download of a team's work. The address says what is in it and how: see lib/exports/document/export-options.ts. */
export const GET = teamRoute({ permission: "export:tool", rate: RATES.export, onTooMany: refuseTooMany, handler: exportTeam });
