import "server-only";
import { authDb, queryAuth } from "@/lib/platform/db/client";
import { publishStanding } from "@/lib/platform/events/standing";
import { createSecret, hashSecret } from "./secrets";

/** Signed out after this long without a user's action. */
export const IDLE_MINUTES = 30;
/** Signed out this long after signing in, whatever happens. */
export const ABSOLUTE_HOURS = 12;

export interface SessionUser {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Hex SHA-256 of the cookie's session id: names the session without opening it. */
  readonly sidHash: string;
}

export interface StoredSession extends SessionUser {
  readonly lastSeenAt: Date;
}

/** Starts a session. @returns the id that goes into the cookie; only its hash is stored. */
export async function createSession(userId: string): Promise<string> {
  const sid = createSecret();
  const expiresAt = new Date(Date.now() + ABSOLUTE_HOURS * 3_600_000);
  await authDb().session.create({ data: { sidHash: hashSecret(sid), userId, expiresAt } });
  return sid;
}

/**
 * The same for whoever has just shown a password, unless it was changed since it was looked at: a sign-in that is under way
 * must not outlive the change. The account is held meanwhile, so that either the change ends this session, or this finds it.
 */
export async function createVerifiedSession({ userId, passwordHash }: { readonly userId: string; readonly passwordHash: string }): Promise<string | null> {
  const sid = createSecret();
  const expiresAt = new Date(Date.now() + ABSOLUTE_HOURS * 3_600_000);
  const count = await authDb().$executeRaw`
    insert into session (sid_hash, user_id, expires_at)
    select ${hashSecret(sid)}::bytea, u.id, ${expiresAt}::timestamptz
      from user_account u
     where u.id = ${userId}::uuid and u.password_hash = ${passwordHash} and u.disabled_at is null
       for share`;
  return count === 1 ? sid : null;
}

export interface SessionRow {
  user_id: string;
  name: string;
  email: string;
  last_seen_at: Date;
}

/** Columns, tables and condition of the live session whose hash is $1, idle for no more than $2 minutes. */
export const LIVE_SESSION = {
  columns: "s.user_id, u.name, u.email, s.last_seen_at",
  tables: "session s join user_account u on u.id = s.user_id",
  condition: `s.sid_hash = $1 and s.revoked_at is null and u.disabled_at is null
     and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => $2)`,
};

const FIND_SESSION = `select ${LIVE_SESSION.columns} from ${LIVE_SESSION.tables} where ${LIVE_SESSION.condition}`;

/** The live session behind a cookie's id, in one query; null when ended, idle, too old, or the account is disabled. */
export async function findSessionById(sid: string): Promise<StoredSession | null> {
  const sidHash = Buffer.from(hashSecret(sid));
  const values = [sidHash, IDLE_MINUTES];
  const [row] = await queryAuth<SessionRow>({ name: "live-session", text: FIND_SESSION, values }, sid);
  return row ? toSession(row, sidHash) : null;
}

export function toSession(row: SessionRow, sidHash: Buffer): StoredSession {
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    sidHash: sidHash.toString("hex"),
    lastSeenAt: row.last_seen_at,
  };
}

/** Puts off the idle limit; writes at most once a minute. Call it for what a person did, never for polling. */
export async function touchSession(session: StoredSession): Promise<void> {
  if (Date.now() - session.lastSeenAt.getTime() < 60_000) return;
  await authDb().session.updateMany({
    where: { sidHash: fromHex(session.sidHash), revokedAt: null },
    data: { lastSeenAt: new Date() },
  });
}

/** Ends one session, whoever holds a copy of its cookie. @returns whose it was; null when it had ended. */
export async function revokeSessionById(sid: string): Promise<string | null> {
  const [row] = await authDb().session.updateManyAndReturn({
    where: { sidHash: hashSecret(sid), revokedAt: null },
    data: { revokedAt: new Date() },
    select: { userId: true },
  });
  if (row) publishStanding(row.userId);
  return row?.userId ?? null;
}

/** Ends one of a person's own sessions. @returns false when they have no such session. */
export async function revokeOwnSession(userId: string, sidHash: string): Promise<boolean> {
  const { count } = await authDb().session.updateMany({
    where: { sidHash: fromHex(sidHash), userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 1) publishStanding(userId);
  return count === 1;
}

/** Ends every session of a person, except (when given) the one they are using. */
export async function revokeAllSessions(userId: string, keepSidHash?: string): Promise<void> {
  await authDb().session.updateMany({
    where: { userId, revokedAt: null, ...(keepSidHash ? { NOT: { sidHash: fromHex(keepSidHash) } } : {}) },
    data: { revokedAt: new Date() },
  });
  publishStanding(userId);
}

export interface SessionSummary {
  readonly sidHash: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** A person's live sessions, newest use first. */
export async function listSessions(userId: string): Promise<readonly SessionSummary[]> {
  const rows = await authDb().session.findMany({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      lastSeenAt: { gt: new Date(Date.now() - IDLE_MINUTES * 60_000) },
    },
    orderBy: { lastSeenAt: "desc" },
    select: { sidHash: true, createdAt: true, lastSeenAt: true },
  });
  return rows.map((row) => ({ ...row, sidHash: Buffer.from(row.sidHash).toString("hex") }));
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, "hex"));
}
