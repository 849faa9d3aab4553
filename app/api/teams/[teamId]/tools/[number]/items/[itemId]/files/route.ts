import { RATES } from "@/lib/auth/rates";
import { routeProblem, teamRoute } from "@/lib/auth/route";
import { listItemEvidence } from "@/lib/data/evidence";
import { addEvidence } from "@/lib/data/evidence-changes";
import { readBytes } from "@/lib/http/read-bytes";
import { announceChange } from "@/lib/live/announce";
import { FILE_KEY_HEADER, FILE_NAME_HEADER, FILE_TOO_LARGE } from "@/lib/tools/evidence";
import { EVIDENCE_FILE_MAX_BYTES } from "@/lib/tools/limits";
import { NO_STORE, notFound, occasionOf, placeOf } from "./evidence-request";

/** The item's files: `{ files }`, oldest first. */
export const GET = teamRoute({
  permission: "evidence:view",
  rate: RATES.read,
  handler: async (team) => {
    const files = await listItemEvidence(team.context, placeOf(team));
    return files ? Response.json({ files }, { headers: NO_STORE }) : notFound();
  },
});

/** Adds a file: the body is its bytes, a header its name (URI-encoded). `{ file }` once it is stored. */
export const POST = teamRoute({
  permission: "evidence:edit",
  // Each is read, looked into and stored whole.
  rate: RATES.upload,
  handler: async (team) => {
    const { request, context } = team;
    const name = readName(request);
    if (name === null) return routeProblem(400, "refused", "This file has no name we can read. Rename it and try again.");
    const bytes = await readBytes(request, EVIDENCE_FILE_MAX_BYTES);
    if (bytes === "too-large") return routeProblem(413, "refused", FILE_TOO_LARGE);
    if (bytes === "cut-off") return routeProblem(400, "refused", "This file arrived incomplete. Add it again.");
    const place = placeOf(team);
    const file = await addEvidence(context, place, { name, bytes, key: request.headers.get(FILE_KEY_HEADER) }, occasionOf(team));
    if (!file) return notFound();
    announceChange(context, place.toolNumber, "notes");
    return Response.json({ file }, { status: 201, headers: NO_STORE });
  },
});

function readName(request: Request): string | null {
  try {
    return decodeURIComponent(request.headers.get(FILE_NAME_HEADER) ?? "") || null;
  } catch {
    return null;
  }
}
