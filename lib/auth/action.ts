import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { isEndedStanding } from "@/lib/db/ended-standing";
import { isUuid } from "@/lib/db/uuid";
import { withAgency, type Actor, type Tx } from "@/lib/db/with-agency";
import { recordAccountEvent, recordAudit, type AuditTarget } from "./audit";
import { authorizeAgency, authorizeTeam, type Denial } from "./authorize";
import { addressOf } from "./client-address";
import type { AgencyContext, TeamContext } from "./context";
import { type Filling, keepMade, keepReply, takeKey } from "./made-once";
import type { AgencyPermission, TeamPermission } from "./permissions";
import { networkOf } from "./network";
import type { Rate } from "./rates";
import { findRefusal, RefusedError } from "./refused-error";
import { requireAgencyStanding, requireStanding } from "./require-standing";
import { findActiveSession, type SessionUser } from "./session";
import { assertStrict, parseInput } from "./strict-input";
import { type Doer, takeRate } from "./take-rate";

export type ActionFailure = {
  readonly ok: false;
  readonly message: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  /** An earlier try with the same key had arrived after all, with other words: what it made stands, and the key is used up. */
  readonly hasArrived?: true;
};
export type ActionResult<T> = { readonly ok: true; readonly data: T } | ActionFailure;

const SIGNED_OUT: ActionFailure = { ok: false, message: "You are signed out. Sign in again, then try once more." };
const NOT_FOUND: ActionFailure = { ok: false, message: "We could not find that. It may have been removed." };
const FORBIDDEN: ActionFailure = { ok: false, message: "Your role does not allow this. Ask a team lead or an agency admin." };
const FAILED: ActionFailure = { ok: false, message: "Something went wrong on our side, and nothing was changed. Please try again." };

interface ScopedSteps<Context, Input, Data, Out> {
  /** How often a person and an agency may do this, reading included. It has no default. */
  readonly rate: Rate;
  /** A strict object schema; anything a form did not have is refused. */
  readonly input: z.ZodType<Input>;
  /** Runs in one transaction with its audit row: no mail, hashing or HTTP in here. Throw RefusedError to say no. */
  readonly run: (context: Context, input: Input) => Promise<Data>;
  /** Runs after the commit (mail); its result becomes the action's data. */
  readonly finish?: (data: Data, context: Context, input: Input) => Promise<Out>;
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

interface TeamActionOptions<Input, Data, Out> extends ScopedSteps<TeamContext, Input, Data, Out> {
  readonly permission: TeamPermission;
  /** Names the tool the input is about, so that a partner reaches only theirs. */
  readonly toolNumber?: (input: Input) => number;
}

interface AgencyActionOptions<Input, Data, Out> extends ScopedSteps<AgencyContext, Input, Data, Out> {
  readonly permission: AgencyPermission;
}

interface UserActionOptions<Input, Data> {
  /** How often a person may do this. It has no default. */
  readonly rate: Rate;
  readonly input: z.ZodType<Input>;
  /** Named in the account's event log, e.g. "account:update"; false for an action that only reads. */
  readonly event: string | false;
  readonly run: (user: SessionUser, input: Input) => Promise<Data>;
}

interface PublicActionOptions<Input, Data> {
  /** How often this may be done from one address. It has no default. */
  readonly rate: Rate;
  readonly input: z.ZodType<Input>;
  /** `source` is the client's address, where it is known: what letters and guesses are counted by besides. */
  readonly run: (input: Input, source: string | null) => Promise<Data>;
}

/** A server action on one team: `action(teamId, input)`. The permission has no default. */
export function teamAction<Input, Data, Out = Data>(options: TeamActionOptions<Input, Data, Out>) {
  assertStrict(options.input);
  return async (teamId: string, sent: Input & Keyed, ...extra: never[]): Promise<ActionResult<Out>> =>
    guard(async () => {
      const user = await findActiveSession();
      if (!user) return SIGNED_OUT;
      const { input, key } = options.once ? takeKeyOut(sent) : { input: sent, key: null };
      const parsed = parse(options.input, teamId, input, extra);
      if (!parsed.ok) return parsed;
      const { permission } = options;
      const toolNumber = options.toolNumber?.(parsed.input);
      const access = await authorizeTeam(user.userId, teamId, permission, toolNumber);
      const tooMany = await tooOften(options.rate, { person: user.userId, agencyId: access.ok ? access.context.agencyId : null });
      if (tooMany) return tooMany;
      if (!access.ok) return refuse(access, user, permission);
      const context = { ...access.context, sidHash: user.sidHash };
      const stand = (tx: Tx) => requireStanding(tx, context, toolNumber === undefined ? { permission } : { permission, toolNumber });
      return perform({ action: permission, ids: { teamId }, key, stand }, context, parsed.input, options);
    });
}

/** A server action on an agency: `action(agencyId, input)`. The permission has no default. */
export function agencyAction<Input, Data, Out = Data>(options: AgencyActionOptions<Input, Data, Out>) {
  assertStrict(options.input);
  return async (agencyId: string, sent: Input & Keyed, ...extra: never[]): Promise<ActionResult<Out>> =>
    guard(async () => {
      const user = await findActiveSession();
      if (!user) return SIGNED_OUT;
      const { input, key } = options.once ? takeKeyOut(sent) : { input: sent, key: null };
      const parsed = parse(options.input, agencyId, input, extra);
      if (!parsed.ok) return parsed;
      const { permission } = options;
      const access = await authorizeAgency(user.userId, agencyId, permission);
      const tooMany = await tooOften(options.rate, { person: user.userId, agencyId: access.ok ? access.context.agencyId : null });
      if (tooMany) return tooMany;
      if (!access.ok) return refuse(access, user, permission);
      const stand = (tx: Tx) => requireAgencyStanding(tx, access.context, { permission, sidHash: user.sidHash });
      return perform({ action: permission, ids: {}, key, stand }, access.context, parsed.input, options);
    });
}

/** A server action on the person's own account: `action(input)`. */
export function userAction<Input, Data>({ rate, input: schema, event, run }: UserActionOptions<Input, Data>) {
  assertStrict(schema);
  return async (input: Input, ...extra: never[]): Promise<ActionResult<Data>> =>
    guard(async () => {
      const user = await findActiveSession();
      if (!user) return SIGNED_OUT;
      const parsed = parse(schema, "", input, extra);
      if (!parsed.ok) return parsed;
      const tooMany = await tooOften(rate, { person: user.userId, agencyId: null });
      if (tooMany) return tooMany;
      try {
        const data = await run(user, parsed.input);
        if (event) await recordAccountEvent({ action: event, outcome: "done", userId: user.userId, source: await source() });
        return { ok: true, data };
      } catch (error) {
        if (event && findRefusal(error)) {
          await recordAccountEvent({ action: event, outcome: "refused", userId: user.userId, source: await source() });
        }
        throw error;
      }
    });
}

/** A server action for someone who is not signed in: `action(input)`. */
export function publicAction<Input, Data>({ rate, input: schema, run }: PublicActionOptions<Input, Data>) {
  assertStrict(schema);
  return async (input: Input, ...extra: never[]): Promise<ActionResult<Data>> =>
    guard(async () => {
      const parsed = parse(schema, "", input, extra);
      if (!parsed.ok) return parsed;
      const from = await source();
      const tooMany = await tooOften(rate, { person: from && networkOf(from), agencyId: null });
      if (tooMany) return tooMany;
      return { ok: true, data: await run(parsed.input, from) };
    });
}

function parse<Input>(schema: z.ZodType<Input>, id: unknown, input: unknown, extra: readonly unknown[]) {
  // Anyone can post any arguments to an action; TypeScript is not there to stop them.
  if (typeof id !== "string") return NOT_FOUND;
  if (extra.length > 0) return { ok: false as const, message: "The form sent more than we expected." };
  return parseInput(schema, input);
}

/** The form's key apart from what the form holds; whatever is no key is left where it is, for the schema to refuse. */
function takeKeyOut(sent: unknown): { readonly input: unknown; readonly key: string | null } {
  if (typeof sent !== "object" || sent === null || !("key" in sent)) return { input: sent, key: null };
  const { key, ...input } = sent;
  return typeof key === "string" && isUuid(key) ? { input, key: key.toLowerCase() } : { input: sent, key: null };
}

/** Neither a second record nor the loss of what was written first or since. */
class ArrivedError extends RefusedError {
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

async function perform<Context extends Actor, Input, Data, Out>(
  { action, ids, key, stand }: Act,
  context: Context,
  input: Input,
  { run, finish, audit, once }: ScopedSteps<Context, Input, Data, Out>,
): Promise<ActionResult<Out>> {
  const from = await source();
  const filling: Filling | null = key === null ? null : { scope: [action, ...Object.values(ids)].join(" "), key, content: input };
  const work = async (tx: Tx): Promise<{ readonly data: Data; readonly reply?: unknown }> => {
    if (audit !== false) await stand(tx);
    const before = filling && (await takeKey(context, filling));
    const made = before && { data: before.made as Data, ...("reply" in before ? { reply: before.reply } : {}) };
    if (made && before.isSame) return made;
    if (made && !once?.mayChange) throw new ArrivedError();
    const data = await run(context, input);
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
    }
    throw error;
  }
  if ("reply" in done) return { ok: true, data: done.reply as Out };
  const data = finish ? await finish(done.data, context, input) : (done.data as unknown as Out);
  if (filling && once?.finishesOnce) {
    await keepReply(context, filling, data).catch((error: unknown) => console.error("An answer could not be kept:", error));
  }
  return { ok: true, data };
}

async function tooOften(rate: Rate, who: Doer): Promise<ActionFailure | null> {
  const tooMany = await takeRate(rate, who);
  return tooMany && { ok: false, message: tooMany.message };
}

async function refuse(denial: Denial, user: SessionUser, action: string): Promise<ActionFailure> {
  await recordAccountEvent({ action, outcome: "refused", userId: user.userId, source: await source() });
  return denial.reason === "forbidden" ? FORBIDDEN : NOT_FOUND;
}

async function source(): Promise<string | null> {
  return addressOf(await headers());
}

async function guard<T>(work: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    const refusal = findRefusal(error);
    if (refusal) {
      const { message, fieldErrors } = refusal;
      return { ok: false, message, ...(fieldErrors ? { fieldErrors } : {}), ...(refusal instanceof ArrivedError ? { hasArrived: true } : {}) };
    }
    if (isEndedStanding(error)) return { "signed-out": SIGNED_OUT, "not-found": NOT_FOUND, forbidden: FORBIDDEN }[error.reason];
    console.error("An action failed:", error);
    return FAILED;
  }
}
