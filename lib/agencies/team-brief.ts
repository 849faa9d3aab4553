import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { BRIEF_LIMITS, type BriefWords } from "@/lib/domain/readiness/brief";
import { boundedText } from "@/lib/domain/text/bounded-text";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
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

/** Tells the words of one saving from those of another; the same words are the same. */
export function markBriefWords(words: BriefWords | null): string {
  const parts = words && [words.title, words.priorities.map(({ itemId, why }) => [itemId, why]), words.planned, words.asks];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, BRIEF_MARK_LENGTH);
}

export const BRIEF_MARK_LENGTH = 22;

const SAVED_ELSEWHERE =
  "Someone saved this brief since you opened the page, so nothing was saved now. What you wrote is still here: open the brief in another tab to see what it says, load this page again, and put in what should stay.";

/**
 * Saves what the team's brief says.
 * @param basedOn the mark of the words that the page which sends this was opened with.
 * @returns the mark of the words now. @throws RefusedError when somebody saved other words since.
 */
export async function saveBriefWords(context: TeamContext, words: BriefWords, basedOn: string): Promise<{ readonly mark: string }> {
  const { agencyId, teamId } = context;
  const brief = { ...words, priorities: words.priorities.map((one) => ({ ...one })) };
  const mark = markBriefWords(words);
  return withAgency(context, async (tx) => {
    await tx.$queryRaw`select from team where agency_id = ${agencyId}::uuid and id = ${teamId}::uuid for no key update`;
    const now = markBriefWords(await getBriefWords(context));
    if (now !== basedOn && now !== mark) throw new RefusedError(SAVED_ELSEWHERE);
    await tx.team.update({ where: { agencyId_id: { agencyId, id: teamId } }, data: { brief } });
    return { mark };
  });
}
