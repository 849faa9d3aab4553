import { teamRoute } from "@/lib/auth/route";
import { exportPdf } from "../../team-export";

/** The completed toolkit: cover, contents, readiness and gaps, all thirteen tools. */
export const GET = teamRoute({ permission: "export:toolkit", handler: (team) => exportPdf(team) });
