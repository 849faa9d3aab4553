import "server-only";
import { createHash } from "node:crypto";
import { authDb, queryAuth } from "@/lib/platform/db/client";

export interface ThrottleRule {
  /** What is counted: "sign-in:account", "mail:address". */
  readonly name: string;
  readonly limit: number;
  readonly minutes: number;
}

const COUNT = `
  insert into throttle as t (key, window_start, attempts) values ($1, now(), 1)
  on conflict (key) do update set
    attempts = case when t.window_start <= now() - make_interval(mins => $3::int) then 1
                    else least(t.attempts + 1, $2::int + 1) end,
    window_start = case when t.window_start <= now() - make_interval(mins => $3::int) then now()
                        when t.attempts + 1 = $2::int then now()
                        else t.window_start end
  returning attempts, ceil(extract(epoch from window_start + make_interval(mins => $3::int) - now()))::int as seconds_left`;

/**
 * Counts one attempt and says whether it may go on: at most `limit` in a window of `minutes`, then none until
 * `minutes` after the last allowed one. One atomic statement before the work, so parallel attempts can't slip by;
 * attempts while locked don't prolong the lock. The subject (an address, an account) is stored hashed.
 */
export async function countAttempt(rule: ThrottleRule, subject: string): Promise<boolean> {
  return (await countAttempts(rule, subject)).isAllowed;
}

/** The same, with how long the window lasts. */
export async function countAttempts(
  rule: ThrottleRule,
  subject: string,
): Promise<{ readonly isAllowed: boolean; readonly secondsLeft: number }> {
  const { limit, minutes } = rule;
  const values = [keyOf(rule, subject), limit, minutes];
  const [row] = await queryAuth<{ attempts: number; seconds_left: number }>({ name: "count-attempt", text: COUNT, values }, subject);
  return { isAllowed: row !== undefined && row.attempts <= limit, secondsLeft: Math.max(1, row?.seconds_left ?? minutes * 60) };
}

/** Forgets the attempts: the right password was given. */
export async function forgetAttempts(rule: ThrottleRule, subject: string): Promise<void> {
  await authDb().throttle.deleteMany({ where: { key: keyOf(rule, subject) } });
}

/** Takes one attempt back: it turned out to be a good one. */
export async function forgiveAttempt(rule: ThrottleRule, subject: string): Promise<void> {
  await authDb().throttle.updateMany({
    where: { key: keyOf(rule, subject), attempts: { gt: 0 } },
    data: { attempts: { decrement: 1 } },
  });
}

function keyOf(rule: ThrottleRule, subject: string): string {
  return `${rule.name}:${createHash("sha256").update(subject).digest("base64url")}`;
}
