import "server-only";
import { lastDailyRound } from "@/lib/domain/notices";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { authDb, queryAuth } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { noticesMail } from "@/lib/platform/mail/letters";
import { deliverMail, sendsNotices } from "@/lib/platform/mail/outbox";
import { type Addressee, claimNotices, CLAIMED_MINUTES, releaseNotices, settleNotices } from "./claim-notices";
import { listPlaces } from "./notice-places";

/** When no letter could be sent for so long, it is old news. */
const GIVE_UP_DAYS = 3;
const RETRY_MINUTES = 30;
/** The others' turn comes a minute later. */
const LETTERS_PER_ROUND = 500;

/** Letters that were refused are tried again later, not every minute. By person, until when. */
const resting = new Map<string, number>();

/**
 * Mails everyone for whom something waits that is due by their choice, one letter per person and agency with all that waits.
 * Several instances may run it at once: each notice is claimed by one of them before its letter is sent. A claim lasts for
 * minutes only, so that whoever stops between claiming and sending loses no letter.
 * @returns how many letters were sent. Never throws for a letter that failed; it is tried again later.
 */
export async function sendNotices(now: Date = new Date(), perRound: number = LETTERS_PER_ROUND): Promise<number> {
  if (!sendsNotices()) return 0;
  let sent = 0;
  for (const [key, until] of resting) if (until <= now.getTime()) resting.delete(key);
  for (const addressee of await listDue(now, env().MENTION_MAIL_MINUTES, perRound)) {
    const outcome = await sendLetter(addressee, now);
    if (outcome === "failed") resting.set(`${addressee.agencyId} ${addressee.userId}`, now.getTime() + RETRY_MINUTES * 60_000);
    if (outcome === "sent") sent += 1;
  }
  return sent;
}

const waitingIn = (table: string, choice: string) => `
  select n.agency_id, n.user_id, n.created_at, u.${choice} as pace
    from ${table} n
    join user_account u on u.id = n.user_id
   where n.mailed_at is null and n.created_at > $1::timestamptz - make_interval(days => ${GIVE_UP_DAYS})
     and (n.claimed_at is null or n.claimed_at <= $1::timestamptz - make_interval(mins => ${CLAIMED_MINUTES}))`;

/** Those who rest are left out here, or so many of them would keep everybody else's letters back. */
async function listDue(now: Date, minutes: number, perRound: number): Promise<readonly Addressee[]> {
  return queryAuth<Addressee>({
    name: "notices-due",
    text: `select agency_id as "agencyId", user_id as "userId"
             from (${waitingIn("comment_mention", "mail_mentions")} union all ${waitingIn("assignment_notice", "mail_assignments")}) w
            where ((pace = 'at-once' and created_at <= $1::timestamptz - make_interval(mins => $2::int))
               or (pace = 'daily' and created_at <= $3::timestamptz))
              and not agency_id || ' ' || user_id = any($4::text[])
            group by agency_id, user_id
            order by min(created_at)
            limit $5`,
    values: [now, minutes, lastDailyRound(now), [...resting.keys()], perRound],
  }, "notices");
}

async function sendLetter(addressee: Addressee, now: Date): Promise<"sent" | "nothing" | "failed"> {
  const account = await authDb().userAccount.findFirst({
    where: { id: addressee.userId, disabledAt: null },
    select: { email: true, mailAssignments: true, mailMentions: true },
  });
  const claimed = await claimNotices(addressee, now, {
    mentions: account?.mailMentions !== "never",
    assignments: account?.mailAssignments !== "never",
  });
  try {
    const places = account ? await listPlaces(addressee, claimed) : [];
    if (!account || !hasAddress(account.email) || places.length === 0) {
      await settleNotices(addressee, claimed, now);
      return "nothing";
    }
    const letter = noticesMail(account.email, claimed.agencyName, places, `${env().APP_URL}/account#letters`);
    if (await deliverMail(letter)) {
      await settleNotices(addressee, claimed, now);
      return "sent";
    }
  } catch (error) {
    console.error("A letter about what waits could not be made:", error);
  }
  await releaseNotices(addressee, claimed);
  return "failed";
}
