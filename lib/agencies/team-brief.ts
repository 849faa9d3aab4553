import "server-only";
import { z } from "zod";
import { BRIEF_LIMITS, type BriefWords } from "@/lib/domain/readiness/brief";
import { boundedText } from "@/lib/domain/text/bounded-text";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";

/** What a form may send and what is stored: nothing longer than its place on the page. */
export const briefWordsSchema = z.strictObject({
  title: boundedText(BRIEF_LIMITS.title),
  priorities: z.array(z.strictObject({ itemId: boundedText(100), why: boundedText(BRIEF_LIMITS.why) })).max(BRIEF_LIMITS.priorities),
  planned: boundedText(BRIEF_LIMITS.planned),
  asks: boundedText(BRIEF_LIMITS.asks),
});

/** The words that the team chose for its brief; null while it has chosen none. */
export async function getBriefWords(context: TeamContext): Promise<BriefWords | null> {
  const { agencyId, teamId } = context;
  const team = await withAgency(context, (tx) =>
    tx.team.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id: teamId } }, select: { brief: true } }),
  );
  return team.brief === null ? null : briefWordsSchema.parse(team.brief);
}

export async function saveBriefWords(context: TeamContext, words: BriefWords): Promise<void> {
  const { agencyId, teamId } = context;
  const brief = { ...words, priorities: words.priorities.map((one) => ({ ...one })) };
  await withAgency(context, (tx) => tx.team.update({ where: { agencyId_id: { agencyId, id: teamId } }, data: { brief } }));
}
