import "server-only";
import { createHash, randomInt } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { boundedText } from "@/lib/domain/text/bounded-text";
import { secretOf } from "@/lib/platform/auth/secrets";
import type { FormKey } from "./page-key";

/**
 * A browser that runs scripts works for a moment before it sends (components/feedback-page/browser/proof.ts): nothing for one
 * person, much for a program that sends thousands. Never a condition: without it an answer is held for a closer look.
 */
const ALGORITHM = "PBKDF2/SHA-256";
/** One step takes an old phone some 5 ms, so all of them one to three seconds, while somebody writes; this server takes one step. */
const COST = 2_000;
const [FEWEST_STEPS, MOST_STEPS] = [150, 450] as const;
const GOOD_FOR_MS = 24 * 60 * 60_000;
/** Longer than what is made below. */
const SENT_MAX = 2_000;

const challengeSchema = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal(ALGORITHM),
    cost: z.literal(COST),
    data: z.strictObject({ answer: boundedText(36) }),
    expiresAt: z.int(),
    keyLength: z.int(),
    keyPrefix: boundedText(64),
    keySignature: boundedText(64),
    nonce: boundedText(32),
    salt: boundedText(32),
  }),
  signature: boundedText(64),
});

const solutionSchema = z.strictObject({ counter: z.int().min(0).max(MOST_STEPS), derivedKey: boundedText(64) });

const secrets = () => ({ hmacSignatureSecret: secretOf("feedback-proof"), hmacKeySignatureSecret: secretOf("feedback-proof-key") });

/** The work for this page alone, as its script reads it. */
export async function writeChallenge({ answerId, madeAt }: FormKey): Promise<string> {
  const challenge = await createChallenge({
    algorithm: ALGORITHM,
    cost: COST,
    counter: randomInt(FEWEST_STEPS, MOST_STEPS),
    data: { answer: answerId },
    deriveKey,
    expiresAt: new Date(madeAt + GOOD_FOR_MS),
    ...secrets(),
  });
  return JSON.stringify(challenge);
}

/** What notes that a proof was used; null for no proof, or one of another page. */
export async function readProof({ answerId }: FormKey, sentChallenge: string, sentSolution: string): Promise<Buffer | null> {
  const challenge = challengeSchema.safeParse(parse(sentChallenge));
  const solution = solutionSchema.safeParse(parse(sentSolution));
  if (!challenge.success || !solution.success || challenge.data.parameters.data.answer !== answerId) return null;
  const { verified } = await verifySolution({ challenge: challenge.data, solution: solution.data, deriveKey, ...secrets() });
  return verified ? createHash("sha256").update(challenge.data.signature).digest() : null;
}

function parse(sent: string): unknown {
  if (sent.length > SENT_MAX) return null;
  try {
    return JSON.parse(sent);
  } catch {
    return null;
  }
}
