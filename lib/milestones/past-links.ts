import "server-only";
import type { PlanLink } from "@/lib/domain/plan/links";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { listLinks } from "@/lib/links/read-links";

const isBy = (at: Date) => (event: ReportEvent | null) => event !== null && Date.parse(event.at) <= at.getTime();

/** The links that stood at a moment. A link forgets when it was removed once it is put back; its events do not. */
export async function linksAsOf(context: TeamContext, at: Date): Promise<readonly PlanLink[]> {
  const links = await listLinks(context);
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ link_id: string; kind: string }>(
      `select distinct on (detail->>'linkId') detail->>'linkId' as link_id, kind
         from response_event
        where agency_id = $1 and team_id = $2 and at <= $3 and kind in ('link-made', 'link-removed', 'link-restored')
        order by detail->>'linkId', at desc, id desc`,
      [context.agencyId, context.teamId, at],
    ),
  );
  const last = new Map(rows.map(({ link_id: id, kind }) => [id, kind]));
  const wasBy = isBy(at);
  const stood = ({ id, made, removed }: PlanLink) => wasBy(made) && (last.has(id) ? last.get(id) !== "link-removed" : !wasBy(removed));
  return links.filter(stood).map((link) => ({ ...link, removed: null, decided: wasBy(link.decided) ? link.decided : null }));
}
