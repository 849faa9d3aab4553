import { authorizeTeam } from "@/lib/auth/authorize";
import { loadExportDocument } from "@/lib/data/export-document";
import { closeConnections } from "@/lib/db/client";
import { DEFAULT_EXPORT } from "@/lib/export/export-options";
import { printDocument } from "@/lib/print/print-document";

// Run by path with a person's and a team's id: what that person's download of the whole toolkit prints, as JSON on stdout.

const [userId = "", teamId = ""] = process.argv.slice(2);
const access = await authorizeTeam(userId, teamId, "team:view");
if (!access.ok) throw new Error(`Refused: ${access.reason}`);
process.stdout.write(JSON.stringify(printDocument(await loadExportDocument(access.context, DEFAULT_EXPORT))));
await closeConnections();
