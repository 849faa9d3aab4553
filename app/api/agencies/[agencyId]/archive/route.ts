import { makeZip } from "client-zip";
import { agencyRoute } from "@/lib/auth/agency-route";
import { recordAudit } from "@/lib/auth/audit";
import { clientAddress } from "@/lib/auth/client-address";
import { countAttempt, type ThrottleRule } from "@/lib/auth/throttle";
import { getAgency } from "@/lib/data/agencies";
import { attachment } from "@/lib/http/attachment";
import { archiveFiles } from "./archive-files";

/** Each makes several files for every team of the agency. */
const ARCHIVES_PER_AGENCY: ThrottleRule = { name: "archive:agency", limit: 10, minutes: 60 };

/** Everything the workbook holds of an agency, as one zip file that is sent while it is made. */
export const GET = agencyRoute({
  permission: "agency:export",
  handler: async ({ request, context }) => {
    if (!(await countAttempt(ARCHIVES_PER_AGENCY, context.agencyId))) {
      const words = "Your agency downloaded its archive many times in the last hour. Please wait an hour, then go on.";
      return new Response(words, { status: 429, headers: { "Cache-Control": "no-store" } });
    }
    const source = clientAddress(request.headers.get("x-forwarded-for"));
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
