import { teamRoute } from "@/lib/auth/route";
import { RATES } from "@/lib/auth/rates";
import { exportTeam, refuseTooMany } from "./team-export";

/** One download of a team's work. The address says what is in it and how: see lib/export/export-options.ts. */
export const GET = teamRoute({ permission: "export:tool", rate: RATES.export, onTooMany: refuseTooMany, handler: exportTeam });
