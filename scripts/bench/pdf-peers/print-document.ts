import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { printDocument } from "@/lib/exports/print/print-document";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { closeConnections } from "@/lib/platform/db/client";

// Run by path with a person's and a team's id: what that person's download of the whole toolkit prints, as JSON on stdout.

const [userId = "", teamId = ""] = process.argv.slice(2);
const access = await authorizeTeam(userId, teamId, "team:view");
if (!access.ok) throw new Error(`Refused: ${access.reason}`);
process.stdout.write(JSON.stringify(printDocument(await loadExportDocument(access.context, DEFAULT_EXPORT))));
await closeConnections();
