import { removeEvidence } from "@/lib/evidence/change-evidence";
import { getEvidence } from "@/lib/evidence/read-evidence";
import { teamRoute } from "@/lib/platform/entry/route";
import { attachment } from "@/lib/platform/http/attachment";
import { RATES } from "@/lib/platform/rates/rates";
import { NO_STORE, notFound, occasionOf, placeOf } from "../evidence-request";

/** People made these files, not us: they are downloaded, never shown as part of the workbook. */
const DOWNLOAD_HEADERS = {
  ...NO_STORE,
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** The file's bytes. */
export const GET = teamRoute({
  permission: "evidence:view",
  rate: RATES.file,
  handler: async (team) => {
    const file = await getEvidence(team.context, placeOf(team), team.params.fileId ?? "", occasionOf(team));
    if (!file) return notFound();
    const type = file.mediaType.startsWith("text/") ? `${file.mediaType}; charset=utf-8` : file.mediaType;
    return new Response(file.bytes, {
      headers: { ...DOWNLOAD_HEADERS, "Content-Type": type, "Content-Disposition": attachment(file.name) },
    });
  },
});

/** Removes the file and its bytes. `{ name }` of what was removed. */
export const DELETE = teamRoute({
  permission: "evidence:edit",
  rate: RATES.change,
  handler: async (team) => {
    const removed = await removeEvidence(team.context, placeOf(team), team.params.fileId ?? "", occasionOf(team));
    if (!removed) return notFound();
    return Response.json(removed, { headers: NO_STORE });
  },
});
