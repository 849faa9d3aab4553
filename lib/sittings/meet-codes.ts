import "server-only";
import { createHash } from "node:crypto";
import { MEET_CODE_LENGTH, meetCodeOf, readMeetCode } from "@/lib/domain/sittings/meet-code";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import { hashSecret, secretOf } from "@/lib/platform/auth/secrets";
import { queryAuth } from "@/lib/platform/db/client";

/**
 * Codes to join. A code is short, so that it can be typed from across a room; what keeps it from being guessed is that few are
 * running, that each lives for one sitting, and that wrong ones are counted (`RATES.meetCode`). The database holds neither the
 * code nor a hash that could be searched: both are made with a secret of the site.
 */

/** The code of a sitting; the same each time, so that the screen can show it again. */
export function codeOf(sittingId: string, codeNumber: number): string {
  return meetCodeOf(createHash("sha256").update(secretOf("meet-code", sittingId, String(codeNumber))).digest().subarray(0, 2 * MEET_CODE_LENGTH));
}

/** Whether this was a code of the sitting, now or before it was renewed. */
export function isCodeOf(sittingId: string, codeNumber: number, code: string): boolean {
  return Array.from({ length: codeNumber }, (_, index) => codeOf(sittingId, index + 1)).includes(code);
}

export function hashOfCode(code: string): Buffer {
  return Buffer.from(hashSecret(secretOf("meet-code-hash", code)));
}

/** A sitting that a code leads to. */
export interface FoundSitting {
  readonly agencyId: string;
  readonly teamId: string;
  readonly sittingId: string;
  /** Closed to newcomers, or begun too long ago. */
  readonly isJoinable: boolean;
}

interface FoundRow {
  agency_id: string;
  team_id: string;
  id: string;
  is_joinable: boolean;
}

/** Null where there is none (any more). @param by whose turn the question takes: an address */
export async function findSittingByCode(typed: string, by: string): Promise<FoundSitting | null> {
  const code = readMeetCode(typed);
  if (code === null) return null;
  const [row] = await queryAuth<FoundRow>(
    {
      name: "sitting-by-code",
      text: `select agency_id, team_id, id, is_joinable and started_at > now() - make_interval(hours => $2::int) as is_joinable
               from sitting where code_hash = $1 and ended_at is null`,
      values: [hashOfCode(code), SITTING_LIMITS.codeHours],
    },
    by,
  );
  return row ? { agencyId: row.agency_id, teamId: row.team_id, sittingId: row.id, isJoinable: row.is_joinable } : null;
}
