import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { isEndedStanding } from "@/lib/db/ended-standing";
import { withAgency, type Actor } from "@/lib/db/with-agency";
import { recordAccountEvent, recordAudit, type AuditTarget } from "./audit";
import { authorizeAgency, authorizeTeam, type Denial } from "./authorize";
import { clientAddress } from "./client-address";
import type { AgencyContext, TeamContext } from "./context";
import type { AgencyPermission, TeamPermission } from "./permissions";
import { RefusedError } from "./refused-error";
import { findActiveSession, type SessionUser } from "./session";
import { assertStrict, parseInput } from "./strict-input";

export type ActionFailure = {
  readonly ok: false;
  readonly message: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
};
export type ActionResult<T> = { readonly ok: true; readonly data: T } | ActionFailure;

const SIGNED_OUT: ActionFailure = { ok: false, message: "You are signed out. Sign in again, then try once more." };
const NOT_FOUND: ActionFailure = { ok: false, message: "We could not find that. It may have been removed." };
const FORBIDDEN: ActionFailure = { ok: false, message: "Your role does not allow this. Ask a team lead or an agency admin." };
const FAILED: ActionFailure = { ok: false, message: "Something went wrong on our side, and nothing was changed. Please try again." };

interface ScopedSteps<Context, Input, Data, Out> {
  /** A strict object schema; anything a form did not have is refused. */
  readonly input: z.ZodType<Input>;
  /** Runs in one transaction with its audit row: no mail, hashing or HTTP in here. Throw RefusedError to say no. */
  readonly run: (context: Context, input: Input) => Promise<Data>;
  /** Runs after the commit (mail); its result becomes the action's data. */
  readonly finish?: (data: Data, context: Context, input: Input) => Promise<Out>;
  /** Ids for the audit row; false for an action that only reads. */
  readonly audit?: false | ((input: Input, data: Data) => AuditTarget);
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
  readonly input: z.ZodType<Input>;
  /** Named in the account's event log, e.g. "account:update"; false for an action that only reads. */
  readonly event: string | false;
  readonly run: (user: SessionUser, input: Input) => Promise<Data>;
}

interface PublicActionOptions<Input, Data> {
  readonly input: z.ZodType<Input>;
  /** Must throttle by itself; `source` is the client's address when a proxy we trust reports one. */
  readonly run: (input: Input, source: string | null) => Promise<Data>;
}

/** A server action on one team: `action(teamId, input)`. The permission has no default. */
export function teamAction<Input, Data, Out = Data>(options: TeamActionOptions<Input, Data, Out>) {
  assertStrict(options.input);
  return async (teamId: string, input: Input, ...extra: never[]): Promise<ActionResult<Out>> =>
    guard(async () => {
      const user = await findActiveSession();
      if (!user) return SIGNED_OUT;
      const parsed = parse(options.input, teamId, input, extra);
      if (!parsed.ok) return parsed;
      const access = await authorizeTeam(user.userId, teamId, options.permission, options.toolNumber?.(parsed.input));
      if (!access.ok) return refuse(access, user, options.permission);
      return perform(options.permission, access.context, { teamId }, parsed.input, options);
    });
}

/** A server action on an agency: `action(agencyId, input)`. The permission has no default. */
export function agencyAction<Input, Data, Out = Data>(options: AgencyActionOptions<Input, Data, Out>) {
  assertStrict(options.input);
  return async (agencyId: string, input: Input, ...extra: never[]): Promise<ActionResult<Out>> =>
    guard(async () => {
      const user = await findActiveSession();
      if (!user) return SIGNED_OUT;
      const parsed = parse(options.input, agencyId, input, extra);
      if (!parsed.ok) return parsed;
      const access = await authorizeAgency(user.userId, agencyId, options.permission);
      if (!access.ok) return refuse(access, user, options.permission);
      return perform(options.permission, access.context, {}, parsed.input, options);
    });
}

/** A server action on the person's own account: `action(input)`. */
export function userAction<Input, Data>({ input: schema, event, run }: UserActionOptions<Input, Data>) {
  assertStrict(schema);
  return async (input: Input, ...extra: never[]): Promise<ActionResult<Data>> =>
    guard(async () => {
      const user = await findActiveSession();
      if (!user) return SIGNED_OUT;
      const parsed = parse(schema, "", input, extra);
      if (!parsed.ok) return parsed;
      try {
        const data = await run(user, parsed.input);
        if (event) await recordAccountEvent({ action: event, outcome: "done", userId: user.userId, source: await source() });
        return { ok: true, data };
      } catch (error) {
        if (event && error instanceof RefusedError) {
          await recordAccountEvent({ action: event, outcome: "refused", userId: user.userId, source: await source() });
        }
        throw error;
      }
    });
}

/** A server action for someone who is not signed in: `action(input)`. */
export function publicAction<Input, Data>({ input: schema, run }: PublicActionOptions<Input, Data>) {
  assertStrict(schema);
  return async (input: Input, ...extra: never[]): Promise<ActionResult<Data>> =>
    guard(async () => {
      const parsed = parse(schema, "", input, extra);
      if (!parsed.ok) return parsed;
      return { ok: true, data: await run(parsed.input, await source()) };
    });
}

function parse<Input>(schema: z.ZodType<Input>, id: unknown, input: unknown, extra: readonly unknown[]) {
  // Anyone can post any arguments to an action; TypeScript is not there to stop them.
  if (typeof id !== "string") return NOT_FOUND;
  if (extra.length > 0) return { ok: false as const, message: "The form sent more than we expected." };
  return parseInput(schema, input);
}

async function perform<Context extends Actor, Input, Data, Out>(
  action: string,
  context: Context,
  ids: AuditTarget,
  input: Input,
  { run, finish, audit }: ScopedSteps<Context, Input, Data, Out>,
): Promise<ActionResult<Out>> {
  const from = await source();
  let data: Data;
  try {
    data = await withAgency(context, async () => {
      const done = await run(context, input);
      if (audit !== false) {
        const target = { ...ids, ...audit?.(input, done) };
        await recordAudit(context, { action, outcome: "done", target, source: from });
      }
      return done;
    });
  } catch (error) {
    if (error instanceof RefusedError) {
      await recordAudit(context, { action, outcome: "refused", target: ids, source: from });
    }
    throw error;
  }
  return { ok: true, data: finish ? await finish(data, context, input) : (data as unknown as Out) };
}

async function refuse(denial: Denial, user: SessionUser, action: string): Promise<ActionFailure> {
  await recordAccountEvent({ action, outcome: "refused", userId: user.userId, source: await source() });
  return denial.reason === "forbidden" ? FORBIDDEN : NOT_FOUND;
}

async function source(): Promise<string | null> {
  return clientAddress((await headers()).get("x-forwarded-for"));
}

async function guard<T>(work: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof RefusedError) {
      const { message, fieldErrors } = error;
      return { ok: false, message, ...(fieldErrors ? { fieldErrors } : {}) };
    }
    if (isEndedStanding(error)) return { "signed-out": SIGNED_OUT, "not-found": NOT_FOUND, forbidden: FORBIDDEN }[error.reason];
    console.error("An action failed:", error);
    return FAILED;
  }
}
