import { EVIDENCE_FILE_MAX_BYTES } from "@/lib/domain/limits";
import { addEvidence } from "@/lib/evidence/change-evidence";
import { FILE_KEY_HEADER, FILE_NAME_HEADER, FILE_TOO_LARGE } from "@/lib/evidence/evidence-file";
import { listItemEvidence } from "@/lib/evidence/read-evidence";
import { jsonWithPeople } from "@/lib/people/json-with-people";
import { routeProblem, teamRoute, tooSlow } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { NO_STORE, notFound, occasionOf, placeOf } from "./evidence-request";

/** The item's files: `{ files, people }`, oldest first. */
export const GET = teamRoute({
  permission: "evidence:view",
  rate: RATES.read,
  handler: async (team) => {
    const files = await listItemEvidence(team.context, placeOf(team));
    return files ? jsonWithPeople(team.context, { files }) : notFound();
  },
});

/** Adds a file: the body is its bytes, a header its name (URI-encoded). `{ file }` once it is stored. */
export const POST = teamRoute({
  permission: "evidence:edit",
  // Each is read, looked into and stored whole.
  rate: RATES.upload,
  bodyMaxBytes: EVIDENCE_FILE_MAX_BYTES,
  admit: async ({ request }) =>
    readName(request) === null ? routeProblem(400, "refused", "This file has no name we can read. Rename it and try again.") : null,
  handler: async (team) => {
    const { request, context, body: bytes } = team;
    if (bytes === "too-large") return routeProblem(413, "refused", FILE_TOO_LARGE);
    if (bytes === "too-slow") return tooSlow();
    if (bytes === "cut-off") return routeProblem(400, "refused", "This file arrived incomplete. Add it again.");
    const place = placeOf(team);
    const given = { name: readName(request) ?? "", bytes, key: request.headers.get(FILE_KEY_HEADER) };
    const file = await addEvidence(context, place, given, occasionOf(team));
    if (!file) return notFound();
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
