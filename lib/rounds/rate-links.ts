import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { ROUND_LIMITS } from "@/lib/domain/rounds/round";
import type { Side } from "@/lib/domain/rounds/shown-item";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { hashSecret, SECRET_MAX, secretOf } from "@/lib/platform/auth/secrets";
import { authDb } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { env } from "@/lib/platform/env";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import type { RaterSeat } from "./own-ratings";
import { inWords } from "./round-errors";
import { publishRound } from "./watch-round";

/**
 * Links for people without an account. The lead sees a link to hand it over, and could open it: so it opens once, and who
 * opens it gets a link of their own, which nobody else was ever shown. From then on that one alone leads to their ratings.
 */

interface RaterPlace {
  readonly agencyId: string;
  readonly teamId: string;
  readonly roundId: string;
  readonly raterId: string;
}

/**
 * The link's secret; always the same, so that the lead can look it up again while nobody has used it.
 * @param linkNumber how often the link was given again; each time it is another one
 */
export function linkSecretOf({ agencyId, roundId, raterId }: Omit<RaterPlace, "teamId">, linkNumber: number): string {
  return secretOf("rate-link", agencyId, roundId, raterId, ...(linkNumber === 0 ? [] : [String(linkNumber)]));
}

export function linkOf(secret: string): string {
  return `${env().APP_URL}/rate/${secret}`;
}

/** What a personal link leads to. */
export interface RateLink extends RaterPlace {
  /** "handed": not used yet. "used": somebody has a link of their own by now. "own": that one. */
  readonly kind: "handed" | "used" | "own";
  readonly isExpired: boolean;
  readonly seat: RaterSeat;
}

/** The rater behind a link; null where there is none. Reads only, so that opening a link changes nothing. */
export async function findRateLink(secret: string): Promise<RateLink | null> {
  if (secret.length > SECRET_MAX || secret === "") return null;
  const hash = hashSecret(secret);
  const row = await authDb().roundRater.findFirst({
    where: { OR: [{ tokenHash: hash }, { keyHash: hash }] },
    select: { agencyId: true, teamId: true, roundId: true, id: true, keyHash: true, expiresAt: true },
  });
  if (!row) return null;
  const isOwn = row.keyHash !== null && Buffer.compare(row.keyHash, hash) === 0;
  const place = { agencyId: row.agencyId, teamId: row.teamId, roundId: row.roundId, raterId: row.id };
  return {
    ...place,
    kind: isOwn ? "own" : row.keyHash === null ? "handed" : "used",
    isExpired: row.expiresAt !== null && row.expiresAt.getTime() <= Date.now(),
    seat: { ...place, actorId: row.id, key: secret },
  };
}

/** How long a page's key starts, and starts again where the answer was lost. */
const START_MINUTES = 30;

/** Of one page that offers to start, so that the same page may ask again. Whoever has not this page can't make it. */
export function makeStartKey(secret: string, now = Date.now()): string {
  const nonce = `${now.toString(36)}.${randomBytes(9).toString("base64url")}`;
  return `${nonce}.${secretOf("start-key", secret, nonce)}`;
}

function isStartKey(secret: string, key: string): boolean {
  const [made = "", random = "", mark = ""] = key.split(".");
  const [given, ours] = [Buffer.from(mark), Buffer.from(secretOf("start-key", secret, `${made}.${random}`))];
  const age = Date.now() - Number.parseInt(made, 36);
  return given.length === ours.length && timingSafeEqual(given, ours) && age >= 0 && age < START_MINUTES * 60_000;
}

const USED = "This link was used already, or no longer works. Ask your team lead.";

/**
 * Takes a link that was handed over, for whoever comes first. Asked again with the same page's key, because the answer was lost, it
 * answers alike. @returns the secret of their own link. @throws RefusedError for a link that somebody else took, and an old page
 */
export async function takeRateLink(secret: string, startKey: string = makeStartKey(secret)): Promise<string> {
  const link = await findRateLink(secret);
  if (!link || link.kind === "own" || link.isExpired) throw new RefusedError(USED);
  if (!isStartKey(secret, startKey)) throw new RefusedError(link.kind === "used" ? USED : "This page was open for a long time. Press Start once more.");
  const own = secretOf("own-link", secret, startKey);
  const again = await findRateLink(own);
  if (again?.kind === "own" && again.raterId === link.raterId) return own;
  if (link.kind === "used") throw new RefusedError(USED);
  const { agencyId, teamId, roundId, raterId } = link;
  const { rowCount } = await withAgencyConnection({ agencyId, userId: raterId }, async (client) => {
    await client.query("select set_config('app.rater_key', $1, true)", [secret]);
    return client.query("update round_rater set key_hash = $5 where agency_id = $1 and team_id = $2 and round_id = $3 and id = $4 and key_hash is null", [
      agencyId, teamId, roundId, raterId, Buffer.from(hashSecret(own)),
    ]);
  });
  // Two at the same time with one key: the other one took it for both.
  if (rowCount !== 1) {
    if ((await findRateLink(own))?.kind === "own") return own;
    throw new RefusedError(USED);
  }
  publishRound(link, roundId);
  return own;
}

/**
 * Gives somebody without an account a new link in place of theirs, which ends. Whoever gives it could open it, so it leads to none of
 * what was rated before: the database destroys that, unread, in the same moment (guard_rater).
 * @param linkNumber of the link that is to end. @throws RefusedError when that is no more, and after the reveal.
 */
export async function giveRateLinkAgain(context: TeamContext, { roundId, raterId, linkNumber }: { readonly roundId: string; readonly raterId: string; readonly linkNumber: number }): Promise<void> {
  const { agencyId, teamId, userId } = context;
  const next = Buffer.from(hashSecret(linkSecretOf({ agencyId, roundId, raterId }, linkNumber + 1)));
  const { rowCount } = await inWords(() =>
    withAgencyConnection({ agencyId, userId }, (client) =>
      client.query(
        `update round_rater set token_hash = $5, link_number = $6 + 1, expires_at = now() + make_interval(days => $7)
          where agency_id = $1 and team_id = $2 and round_id = $3 and id = $4 and link_number = $6 and guest_name is not null`,
        [agencyId, teamId, roundId, raterId, next, linkNumber, ROUND_LIMITS.linkDays],
      ),
    ),
  );
  if (rowCount !== 1) throw new RefusedError("This link was given again meanwhile. Load the page again to see how it stands.");
  publishRound(context, roundId);
}

/** What a rater without an account is told of their round: nothing of anybody else. */
export interface LinkedRound {
  readonly number: number;
  readonly teamName: string;
  readonly agencyName: string;
  /** The team's choice for its tools. */
  readonly hasPlainWords: boolean;
  readonly tool: ToolRef;
  readonly itemIds: readonly string[];
  readonly isNamed: boolean;
  readonly isSplit: boolean;
  readonly untilOn: string | null;
  readonly revealedAt: string | null;
  readonly closedAt: string | null;
  readonly guestName: string;
  readonly side: Side | null;
  readonly hasFinished: boolean;
}

interface LinkedRow {
  number: number;
  team_name: string;
  agency_name: string;
  has_plain_words: boolean;
  toolkit_id: string;
  tool_id: string;
  item_ids: string[];
  is_named: boolean;
  is_split: boolean;
  until_on: string | null;
  revealed_at: Date | null;
  closed_at: Date | null;
  guest_name: string;
  side: Side | null;
  has_finished: boolean;
}

export async function readLinkedRound({ agencyId, teamId, roundId, raterId }: RaterPlace): Promise<LinkedRound | null> {
  const { rows } = await withAgencyConnection({ agencyId, userId: raterId }, (client) =>
    client.query<LinkedRow>(
      `select r.number, t.name as team_name, a.name as agency_name, t.has_plain_words, r.toolkit_id, r.tool_id, r.item_ids, r.is_named, r.is_split,
              to_char(r.until_on, 'YYYY-MM-DD') as until_on, r.revealed_at, r.closed_at, p.guest_name, p.side, p.finished_at is not null as has_finished
         from rating_round r
         join team t on t.agency_id = r.agency_id and t.id = r.team_id
         join agency a on a.id = r.agency_id
         join round_rater p on p.agency_id = r.agency_id and p.team_id = r.team_id and p.round_id = r.id and p.id = $4
        where r.agency_id = $1 and r.team_id = $2 and r.id = $3`,
      [agencyId, teamId, roundId, raterId],
    ),
  );
  const [row] = rows;
  if (!row) return null;
  return {
    number: row.number,
    teamName: row.team_name,
    agencyName: row.agency_name,
    hasPlainWords: row.has_plain_words,
    tool: { toolkitId: row.toolkit_id, toolId: row.tool_id },
    itemIds: row.item_ids,
    isNamed: row.is_named,
    isSplit: row.is_split,
    untilOn: row.until_on,
    revealedAt: row.revealed_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    guestName: row.guest_name,
    side: row.side,
    hasFinished: row.has_finished,
  };
}
