import type { AskedOfGoal } from "@/components/indicators/goal-address";
import type { RefusedForm } from "@/components/indicators/two-way-form";
import type { TeamContext } from "@/lib/platform/auth/context";
import { seal, unseal } from "@/lib/platform/auth/sealed";

interface Sealed extends RefusedForm {
  readonly userId: string;
  readonly teamId: string;
}

/** An address that is longer is not taken by every proxy. */
const SEALED_MAX_LENGTH = 6_000;

/**
 * What a form held that was refused, for the page that it leads back to: sealed, because addresses stand in logs and a note
 * may say what is nobody else's to read. Null when it is too long to go along.
 */
export function sealRefused({ userId, teamId }: TeamContext, refused: RefusedForm): string | null {
  const sealed = Buffer.from(seal({ userId, teamId, ...refused } satisfies Sealed)).toString("base64url");
  return sealed.length <= SEALED_MAX_LENGTH ? sealed : null;
}

/** The same for the person whose form it was; nothing for anybody else, and for what this site did not seal. */
export function readRefused({ userId, teamId }: TeamContext, { back }: AskedOfGoal): RefusedForm | undefined {
  if (back === undefined || back.length > SEALED_MAX_LENGTH) return undefined;
  try {
    // What can be unsealed was written by the function above.
    const read = unseal(Buffer.from(back, "base64url")) as Sealed;
    return read.userId === userId && read.teamId === teamId ? read : undefined;
  } catch {
    return undefined;
  }
}
