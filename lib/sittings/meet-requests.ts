import "server-only";
import { z } from "zod";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import { boundedText, idText, writtenText } from "@/lib/domain/text/bounded-text";
import { cleanName, findNameProblem, hasSteeringCharacter, lookAlike, looksLikeRole } from "@/lib/people/name-key";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { SECRET_MAX } from "@/lib/platform/auth/secrets";
import { readSent } from "@/lib/platform/entry/read-sent";

/** What the pages of a phone send, as a form or as JSON. */
export const MEET_BODY_MAX_BYTES = 16 * 1024;

const LONGEST_VALUE = 40;
const NOT_OURS = "The page sent something we do not know. Load it again.";

const voteSchema = z.strictObject({
  round: idText(NOT_OURS),
  /** Left out by a form in which nothing is chosen. */
  value: boundedText(LONGEST_VALUE).default(""),
  /** A form has no numbers. */
  turn: z.union([z.int().min(1).max(SITTING_LIMITS.sharing), boundedText(2).regex(/^[1-9][0-9]?$/).transform(Number)]).default(1),
  turnKey: boundedText(SECRET_MAX).optional(),
});

const nameText = writtenText(SITTING_LIMITS.name * SITTING_LIMITS.sharing * 2);

const joinSchema = z.strictObject({
  /** "me": as the account that is signed in. */
  as: z.enum(["me", "name"]).default("name"),
  name: nameText.default(""),
  /** Of a phone that several share: one name a line. */
  others: nameText.default(""),
});

const peopleSchema = z.strictObject({ names: nameText });

export interface VoteRequest {
  readonly roundId: string;
  readonly value: string;
  readonly turn: number;
  readonly turnKey: string | null;
}

function read<T>(schema: z.ZodType<T>, body: Uint8Array, contentType: string | null): T {
  const found = schema.safeParse(readSent(body, contentType));
  if (!found.success) throw new RefusedError(NOT_OURS);
  return found.data;
}

/** @throws RefusedError for what is none of our pages' */
export function readVoteRequest(body: Uint8Array, contentType: string | null): VoteRequest {
  const { round, value, turn, turnKey } = read(voteSchema, body, contentType);
  if (value === "") throw new RefusedError("Choose one of the answers.");
  return { roundId: round, value, turn, turnKey: turnKey ?? null };
}

/** Names as they were typed, one a line, as `cleanName` keeps them. @throws RefusedError naming what is wrong with them */
export function readNames(typed: string): readonly string[] {
  const names = typed.split("\n").filter((name) => name.trim() !== "").map(cleanName);
  if (names.length === 0) throw new RefusedError("Write a name. It can be a first name, or any other that you choose.");
  if (names.length > SITTING_LIMITS.sharing) throw new RefusedError(`One phone can be shared by ${SITTING_LIMITS.sharing} people.`);
  if (hasSteeringCharacter(typed.replaceAll("\n", " "))) throw new RefusedError("Leave out invisible characters.");
  if (names.some((name) => name.length > SITTING_LIMITS.name)) throw new RefusedError(`Use ${SITTING_LIMITS.name} characters or fewer for a name.`);
  for (const name of names) {
    const problem = name === "" ? "Use at least one letter." : findNameProblem(name);
    if (problem !== null) throw new RefusedError(`${problem} Each name has to be one that can be read.`);
    if (looksLikeRole(name)) throw new RefusedError("Choose another name: this one looks like a role in the workbook.");
  }
  requireApart(names);
  return names;
}

/** @throws RefusedError when two people of one phone would have names that look the same: one of them would vote for both */
export function requireApart(names: readonly string[]): void {
  if (names.some((name, at) => names.slice(0, at).some((other) => lookAlike(name, other)))) {
    throw new RefusedError("Two people on this phone have the same name. Add something that tells them apart, such as a letter.");
  }
}

export function readJoinRequest(body: Uint8Array, contentType: string | null): "me" | readonly string[] {
  const { as, name, others } = read(joinSchema, body, contentType);
  return as === "me" ? "me" : readNames(`${name}\n${others}`);
}

export function readPeopleRequest(body: Uint8Array, contentType: string | null): readonly string[] {
  return readNames(read(peopleSchema, body, contentType).names);
}
