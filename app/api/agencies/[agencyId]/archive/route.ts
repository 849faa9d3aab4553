import { makeZip } from "client-zip";
import { getAgency } from "@/lib/agencies/agencies";
import { archiveFiles } from "@/lib/exports/archive/archive-files";
import { recordAudit } from "@/lib/platform/audit/audit";
import { agencyRoute } from "@/lib/platform/entry/agency-route";
import { attachment } from "@/lib/platform/http/attachment";
import { addressOf } from "@/lib/platform/http/client-address";
import { RATES } from "@/lib/platform/rates/rates";

/** Everything the workbook holds of an agency, as one zip file that is sent while it is made. */
export const GET = agencyRoute({
  permission: "agency:export",
  // Each makes several files for every team of the agency.
  rate: RATES.archive,
  onTooMany: ({ message, retryAfterSeconds }) =>
    new Response(message, { status: 429, headers: { "Cache-Control": "no-store", "Retry-After": String(retryAfterSeconds) } }),
  handler: async ({ request, context }) => {
    // Whether there is an archive here can be asked without one being made.
    if (request.method === "HEAD") return new Response(null, { headers: { "Cache-Control": "no-store" } });
    const source = addressOf(request.headers);
    const { name } = await getAgency(context);
    const at = new Date();
    // Before it begins: whoever breaks it off has had part of it all the same.
    await recordAudit(context, { action: "export:agency", outcome: "done", source });
    return new Response(makeZip(archiveFiles(context, { at, source })), {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": attachment(`PS-COPE archive, ${name}, ${at.toISOString().slice(0, 10)}.zip`),
        "Cache-Control": "no-store, no-transform",
      },
    });
  },
});
