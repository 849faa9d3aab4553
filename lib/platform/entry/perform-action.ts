import "server-only";
import type { z } from "zod";
import { recordAudit, type AuditTarget } from "@/lib/platform/audit/audit";
import { findRefusal, RefusedError } from "@/lib/platform/auth/refused-error";
import { isEndedStanding } from "@/lib/platform/db/ended-standing";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgency, type Actor, type Tx } from "@/lib/platform/db/with-agency";
import { requestSource } from "@/lib/platform/http/request-source";
import type { Rate } from "@/lib/platform/rates/rates";
import type { ActionResult } from "./action-result";
import { type Filling, keepMade, keepReply, takeKey, waitForReply } from "./made-once";

/** What is done for somebody who is known to be allowed to. */
export interface ScopedSteps<Context, Input, Data, Out> {
  /** How often a person and an agency may do this, reading included. It has no default. */
  readonly rate: Rate;
  /** A strict object schema; anything a form did not have is refused. */
  readonly input: z.ZodType<Input>;
  /** Runs in one transaction with its audit row: no mail, hashing or HTTP in here. Throw RefusedError to say no. */
  readonly run: (context: Context, input: Input) => Promise<Data>;
  /** Runs after the commit (mail); its result becomes the action's data. */
  readonly finish?: (data: Data, context: Context, input: Input) => Promise<Out>;
  /** Whether it may take away the rights it needs: leaving. All else is taken back when they ended while it waited. */
  readonly endsOwnRights?: (context: Context, input: Input) => boolean;
  /** Ids for the audit row; false for an action that only reads. */
  readonly audit?: false | ((input: Input, data: Data) => AuditTarget);
  /** For what makes a record: one filling of its form (the `key` beside the input) makes one, however often it is sent. */
  readonly once?: OncePerFilling;
}

interface OncePerFilling {
  /** Other words are another act that takes the first one's place. By default they are refused: see `ArrivedError`. */
  readonly mayChange?: true;
  /** What `finish` does (a letter) is not done again. */
  readonly finishesOnce?: true;
}

/** The key of one filling of a form, made by the page: see `OncePerFilling`. */
export interface Keyed {
  readonly key?: string;
}

/** The form's key apart from what the form holds; whatever is no key is left where it is, for the schema to refuse. */
export function takeKeyOut(sent: unknown): { readonly input: unknown; readonly key: string | null } {
  if (typeof sent !== "object" || sent === null || !("key" in sent)) return { input: sent, key: null };
  const { key, ...input } = sent;
  return typeof key === "string" && isUuid(key) ? { input, key: key.toLowerCase() } : { input: sent, key: null };
}

/** Neither a second record nor the loss of what was written first or since. */
export class ArrivedError extends RefusedError {
  constructor() {
    super(
      "What you sent before had arrived after all, as it was then. It stays so. " +
        "What you have changed since is only here: change it there too, or send it as another one.",
    );
  }
}

interface Act {
  readonly action: string;
  readonly ids: AuditTarget;
  readonly key: string | null;
  /** Asks once more for the rights, inside the transaction, which may have had to wait for its turn. */
  readonly stand: (tx: Tx) => Promise<void>;
}

/** Does it in one transaction with its audit row, once for each filling of its form. */
export async function perform<Context extends Actor, Input, Data, Out>(
  { action, ids, key, stand }: Act,
  context: Context,
  input: Input,
  { run, finish, audit, once, endsOwnRights }: ScopedSteps<Context, Input, Data, Out>,
): Promise<ActionResult<Out>> {
  const from = await requestSource();
  const filling: Filling | null = key === null ? null : { scope: [action, ...Object.values(ids)].join(" "), key, content: input };
  const work = async (tx: Tx): Promise<{ readonly data: Data; readonly isBefore?: true; readonly reply?: unknown }> => {
    const requireRights = async () => {
      if (audit !== false) await stand(tx);
    };
    await requireRights();
    const before = filling && (await takeKey(context, filling));
    const made = before && { data: before.made as Data, isBefore: true as const, ...("reply" in before ? { reply: before.reply } : {}) };
    if (made && before.isSame) return made;
    if (made && !once?.mayChange) throw new ArrivedError();
    const data = await run(context, input);
    // What it does may have waited once more, for others who held the same, such as whoever took the author out.
    if (!endsOwnRights?.(context, input)) await requireRights();
    if (filling) await keepMade(context, filling, data);
    if (audit !== false) {
      const target = { ...ids, ...audit?.(input, data) };
      await recordAudit(context, { action, outcome: "done", target, source: from });
    }
    return { data };
  };
  let done: Awaited<ReturnType<typeof work>>;
  try {
    done = await withAgency(context, work);
  } catch (error) {
    if (findRefusal(error)) {
      await recordAudit(context, { action, outcome: "refused", target: ids, source: from });
    } else if (audit !== false && !isEndedStanding(error)) {
      // What failed for want of a row of the author's own, whom somebody took out meanwhile, is no failure of ours.
      await withAgency(context, stand).catch((ended: unknown) => {
        if (isEndedStanding(ended)) throw ended;
      });
    }
    throw error;
  }
  const answered = "reply" in done ? done : filling && done.isBefore && once?.finishesOnce ? await waitForReply(context, filling) : null;
  if (answered) return { ok: true, data: answered.reply as Out };
  const data = finish ? await finish(done.data, context, input) : (done.data as unknown as Out);
  if (filling && once?.finishesOnce) {
    await keepReply(context, filling, data).catch((error: unknown) => console.error("An answer could not be kept:", error));
  }
  return { ok: true, data };
}
