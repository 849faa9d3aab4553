import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordAccountEvent } from "@/lib/platform/audit/audit";
import { authorizeAgency, authorizeTeam, type Denial } from "@/lib/platform/auth/authorize";
import type { AgencyContext, TeamContext } from "@/lib/platform/auth/context";
import type { AgencyPermission, TeamPermission } from "@/lib/platform/auth/permissions";
import { findRefusal } from "@/lib/platform/auth/refused-error";
import { requireAgencyStanding, requireStanding } from "@/lib/platform/auth/require-standing";
import { findActiveSession, type SessionUser } from "@/lib/platform/auth/session";
import { isEndedStanding } from "@/lib/platform/db/ended-standing";
import type { Tx } from "@/lib/platform/db/with-agency";
import { isNamed } from "@/lib/platform/errors/is-named";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { requestSource } from "@/lib/platform/http/request-source";
import type { Rate } from "@/lib/platform/rates/rates";
import { type Doer, FULL, takeRate } from "@/lib/platform/rates/take-rate";
import { type ActionFailure, type ActionResult, FAILED, FORBIDDEN, NOT_FOUND, SIGNED_OUT } from "./action-result";
import type { LineFullError } from "@/lib/platform/turns/fair-queue";
import { ArrivedError, type Keyed, perform, type ScopedSteps, takeKeyOut } from "./perform-action";
import { assertStrict, parseInput } from "./strict-input";

interface TeamActionOptions<Input, Data, Out> extends ScopedSteps<TeamContext, Input, Data, Out> {
  readonly permission: TeamPermission;
  /** Names the tool the input is about, so that a partner reaches only theirs. */
  readonly toolRef?: (input: Input) => ToolRef;
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
      const toolRef = options.toolRef?.(parsed.input);
      const access = await authorizeTeam(user.userId, teamId, permission, toolRef);
      const tooMany = await tooOften(options.rate, { person: user.userId, agencyId: access.ok ? access.context.agencyId : null });
      if (tooMany) return tooMany;
      if (!access.ok) return refuse(access, user, permission);
      const context = { ...access.context, sidHash: user.sidHash };
      const stand = (tx: Tx) => requireStanding(tx, context, toolRef === undefined ? { permission } : { permission, toolRef });
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
        if (event) await recordAccountEvent({ action: event, outcome: "done", userId: user.userId, source: await requestSource() });
        return { ok: true, data };
      } catch (error) {
        if (event && findRefusal(error)) {
          await recordAccountEvent({ action: event, outcome: "refused", userId: user.userId, source: await requestSource() });
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
      const from = await requestSource();
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

async function tooOften(rate: Rate, who: Doer): Promise<ActionFailure | null> {
  const tooMany = await takeRate(rate, who);
  return tooMany && { ok: false, message: tooMany.message };
}

async function refuse(denial: Denial, user: SessionUser, action: string): Promise<ActionFailure> {
  await recordAccountEvent({ action, outcome: "refused", userId: user.userId, source: await requestSource() });
  return denial.reason === "forbidden" ? FORBIDDEN : NOT_FOUND;
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
    if (isNamed<LineFullError>(error, "LineFullError")) return { ok: false, message: FULL.message };
    console.error("An action failed:", error);
    return FAILED;
  }
}
