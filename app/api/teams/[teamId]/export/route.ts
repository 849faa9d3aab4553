import { teamRoute } from "@/lib/auth/route";
import { exportTeam } from "./team-export";

/** One download of a team's work. The address says what is in it and how: see lib/export/export-options.ts. */
export const GET = teamRoute({ permission: "export:tool", handler: exportTeam });
