import "server-only";
import { FORMER_NAME, FORMER_NAME_ID, showName } from "@/lib/domain/people/person";
import { itemName, toolName } from "@/lib/domain/tool/items";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { authDb, queryAuth } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { env } from "@/lib/platform/env";
import { type MentionPlace, mentionsMail } from "@/lib/platform/mail/letters";
import { deliverMail, mailRoute } from "@/lib/platform/mail/outbox";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";

/** A letter names this many comments at most; the others are counted. */
const PLACES_PER_LETTER = 20;
/** When no letter could be sent for so long, the comments are old news. */
const GIVE_UP_DAYS = 3;
const RETRY_MINUTES = 30;

interface Addressee {
  readonly agencyId: string;
  readonly userId: string;
}

interface MentionRow {
  comment_id: string;
  team_id: string;
  team_name: string;
  agency_name: string;
  toolkit_id: string;
  tool_id: string;
  item_id: string;
  by: string | null;
}

/** Letters that were refused are tried again later, not every minute. By person, until when. */
const resting = new Map<string, number>();

/** False where mail is off, or mentions are set not to be mailed. */
export function sendsMentionMail(): boolean {
  return env().MENTION_MAIL_MINUTES > 0 && mailRoute() !== "off";
}

/**
 * Mails everyone whose oldest waiting mention is old enough, one letter per person and agency with all that wait.
 * Several instances may run it at once: each mention is claimed by one of them before its letter is sent.
 * @returns how many letters were sent. Never throws for a letter that failed; it is tried again later.
 */
export async function sendMentionMails(now: Date = new Date()): Promise<number> {
  if (!sendsMentionMail()) return 0;
  let sent = 0;
  for (const addressee of await listDue(now, env().MENTION_MAIL_MINUTES)) {
    const key = `${addressee.agencyId} ${addressee.userId}`;
    if ((resting.get(key) ?? 0) > now.getTime()) continue;
    resting.delete(key);
    const outcome = await sendLetter(addressee, now);
    if (outcome === "failed") resting.set(key, now.getTime() + RETRY_MINUTES * 60_000);
    if (outcome === "sent") sent += 1;
  }
  return sent;
}

async function listDue(now: Date, minutes: number): Promise<readonly Addressee[]> {
  return queryAuth<Addressee>({
    name: "mentions-due",
    text: `select agency_id as "agencyId", user_id as "userId"
             from comment_mention
            where mailed_at is null and created_at > $1::timestamptz - make_interval(days => ${GIVE_UP_DAYS})
            group by agency_id, user_id
           having min(created_at) <= $1::timestamptz - make_interval(mins => $2::int)
            order by min(created_at)
            limit 500`,
    values: [now, minutes],
  }, "mention-mail");
}

async function sendLetter(addressee: Addressee, now: Date): Promise<"sent" | "nothing" | "failed"> {
  const mentions = await claim(addressee, now);
  try {
    const places = await listPlaces(addressee, mentions);
    const account = await authDb().userAccount.findFirst({
      where: { id: addressee.userId, disabledAt: null },
      select: { email: true },
    });
    if (!account || !hasAddress(account.email) || places.length === 0) return "nothing";
    const agencyName = mentions[0]?.agency_name ?? "";
    const shown = places.slice(0, PLACES_PER_LETTER);
    if (await deliverMail(mentionsMail(account.email, agencyName, shown, places.length - shown.length))) return "sent";
  } catch (error) {
    console.error("A letter about mentions could not be made:", error);
  }
  await release(addressee, mentions);
  return "failed";
}

/** Marks what waits as mailed, and commits: whoever else asks now finds nothing to send. */
async function claim({ agencyId, userId }: Addressee, now: Date): Promise<readonly MentionRow[]> {
  return withAgencyConnection({ agencyId, userId }, async (client) => {
    const { rows } = await client.query<MentionRow>(
      `with claimed as (
         update comment_mention set mailed_at = $3
          where agency_id = $1 and user_id = $2 and mailed_at is null returning agency_id, comment_id
       )
       select c.id as comment_id, t.team_id, team.name as team_name, agency.name as agency_name, t.toolkit_id, t.tool_id, t.item_id,
              case when ${shownPerson("c.agency_id", "c.created_by", "c.created_at")} = '${FORMER_NAME_ID}' then '${FORMER_NAME}'
                   else author.display_name end as by
         from claimed
         join comment c on c.agency_id = claimed.agency_id and c.id = claimed.comment_id
         join comment_thread t on t.agency_id = c.agency_id and t.id = c.thread_id
         join team on team.agency_id = t.agency_id and team.id = t.team_id
         join agency on agency.id = t.agency_id
         left join membership author on author.agency_id = c.agency_id and author.user_id = c.created_by
        where c.deleted_at is null
        order by c.created_at, c.id`,
      [agencyId, userId, now],
    );
    return rows;
  });
}

async function release({ agencyId, userId }: Addressee, mentions: readonly MentionRow[]): Promise<void> {
  await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query(
      `update comment_mention set mailed_at = null
        where agency_id = $1 and user_id = $2 and comment_id = any($3::uuid[])`,
      [agencyId, userId, mentions.map((mention) => mention.comment_id)],
    ),
  );
}

/** Where the comments are, of those tools the person can still open; an item is named once. */
async function listPlaces({ userId }: Addressee, mentions: readonly MentionRow[]): Promise<readonly MentionPlace[]> {
  const places = new Map<string, MentionPlace>();
  for (const mention of mentions) {
    const toolRef = { toolkitId: mention.toolkit_id, toolId: mention.tool_id };
    const access = await authorizeTeam(userId, mention.team_id, "response:view", toolRef);
    const tool = access.ok ? findOpenTool(access.context, toolRef) : null;
    const item = tool && itemIndexOf(tool).get(mention.item_id);
    if (!item) continue;
    const by = showName(mention.by);
    const link = `${env().APP_URL}/teams/${mention.team_id}/tools/${tool.slug}?panel=${encodeURIComponent(item.id)}#${item.id}`;
    places.set(`${link} ${by}`, { by, teamName: mention.team_name, toolName: toolName(tool), itemName: itemName(item), link });
  }
  return [...places.values()];
}
