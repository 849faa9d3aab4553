import "server-only";
import {
  formatMeasured,
  type IndicatorDirection,
  type IndicatorUnit,
  type MeasuredNumber,
  type MeasuredOn,
} from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn, readMeasuredOn } from "@/lib/domain/indicators/measured-on";
import { readMeasured, readTarget } from "@/lib/domain/indicators/read-number";
import { INDICATORS_PER_TEAM, VALUES_PER_INDICATOR } from "@/lib/domain/limits";
import { readTypedDate } from "@/lib/domain/text/dates";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { requireUnlocked } from "@/lib/responses/tool-status";
import { requireMeasuredRow, type RowPlace } from "./measured-row";

const ANOTHER_LOOK = "Some answers need another look.";
const NO_INDICATOR = "Say first how this row is measured. Load the page again to see the form.";
/** Said when a team measures as many rows as it may. */
export const TOO_MANY_ROWS = `A team can measure ${INDICATORS_PER_TEAM.toLocaleString("en-US")} rows. Use a row that you have instead of another one.`;
const NO_VALUE = "We could not find this value. Load the page again.";

/** Settings as their form sends them. */
export interface TypedSettings {
  readonly unit: IndicatorUnit;
  readonly unitWords: string;
  readonly direction: IndicatorDirection;
  readonly target: string;
  readonly targetOn: string;
}

/** A value as its form sends it. */
export interface TypedValue {
  readonly on: string;
  readonly value: string;
  readonly of: string;
  readonly source: string;
  readonly note: string;
}

function readSettings({ unit, unitWords, direction, target: typedTarget, targetOn: typedOn }: TypedSettings) {
  const problems: Record<string, string> = {};
  if (unit === "other" && unitWords === "") problems.unitWords = "Say what is counted, such as days or dollars.";
  const target = readTarget(unit, typedTarget);
  if ("problem" in target) problems.target = target.problem;
  const targetOn = typedOn.trim() === "" ? { date: null } : readTypedDate(typedOn);
  if ("problem" in targetOn) problems.targetOn = `Reached by: ${targetOn.problem}`;
  else if (targetOn.date !== null && "target" in target && target.target === null) problems.target = "Target is blank, but a day is given for it. Write the target, or clear the day.";
  if (Object.keys(problems).length > 0) throw new RefusedError(ANOTHER_LOOK, problems);
  const day = "date" in targetOn ? targetOn.date : null;
  return {
    unit,
    unitWords,
    direction,
    target: "target" in target ? target.target : null,
    targetOn: day === null ? null : new Date(`${day}T00:00:00Z`),
  };
}

/**
 * Says how a row is measured, or says it anew.
 * @returns the indicator's id. @throws RefusedError for a row that is not there, a unit that its values are not in, and a locked tool.
 */
export async function setIndicator(context: TeamContext, place: RowPlace, typed: TypedSettings): Promise<string> {
  return withAgency(context, async (tx) => {
    await requireUnlocked(context, place.toolRef);
    const settings = readSettings(typed);
    const data = { ...settings, setBy: context.userId, setAt: new Date() };
    const found = (await holdIndicator(tx, context, place)) ?? (await holdUnmeasured(tx, context, place));
    if (!found) {
      await requireMeasuredRow(tx, context, place);
      return makeIndicator(tx, context, place, data);
    }
    if (found.unit !== settings.unit && (await tx.indicatorValue.count({ where: { ...standing(context), indicatorId: found.id } })) > 0) {
      throw new RefusedError(ANOTHER_LOOK, { unit: "This row has values in another unit. Remove those values first, or add another row for the new unit." });
    }
    await tx.indicator.update({ where: { agencyId_id: { agencyId: context.agencyId, id: found.id } }, data });
    return found.id;
  });
}

type NewIndicator = Omit<Parameters<Tx["indicator"]["create"]>[0]["data"], "agencyId" | "teamId" | "toolkitId" | "toolId" | "itemId" | "rowId" | "team">;

/** A row that nobody said anything of has nothing to hold: holds its team, and finds what somebody else made meanwhile. */
async function holdUnmeasured(tx: Tx, context: TeamContext, place: RowPlace): Promise<HeldIndicator | null> {
  await tx.$queryRaw`select from team where agency_id = ${context.agencyId}::uuid and id = ${context.teamId}::uuid for no key update`;
  return holdIndicator(tx, context, place);
}

async function makeIndicator(tx: Tx, { agencyId, teamId }: TeamContext, place: RowPlace, data: NewIndicator): Promise<string> {
  if ((await tx.indicator.count({ where: { agencyId, teamId } })) >= INDICATORS_PER_TEAM) {
    throw new RefusedError(TOO_MANY_ROWS);
  }
  const { toolRef, itemId, rowId } = place;
  const { id } = await tx.indicator.create({ data: { agencyId, teamId, ...toolRef, itemId, rowId, ...data } as never, select: { id: true } });
  return id;
}

interface HeldIndicator {
  readonly id: string;
  readonly unit: IndicatorUnit;
  readonly unitWords: string;
}

/** The row's indicator until the transaction ends: of two who change its values, the second sees what the first did. */
async function holdIndicator(tx: Tx, { agencyId, teamId }: TeamContext, { toolRef, itemId, rowId }: RowPlace): Promise<HeldIndicator | null> {
  const [found] = await tx.$queryRaw<HeldIndicator[]>`
    select id, unit, unit_words as "unitWords" from indicator
     where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and toolkit_id = ${toolRef.toolkitId} and tool_id = ${toolRef.toolId}
       and item_id = ${itemId} and row_id = ${rowId}
       for no key update`;
  return found ?? null;
}

function standing({ agencyId }: TeamContext) {
  return { agencyId, removedAt: null, replacedBy: null };
}

interface ReadValue {
  readonly on: MeasuredOn;
  readonly number: MeasuredNumber;
}

/** @throws RefusedError naming each field that needs another look. */
function readValue({ unit, unitWords }: HeldIndicator, typed: TypedValue): ReadValue {
  const on = readMeasuredOn(typed.on);
  const measured = readMeasured(unit, typed, unitWords);
  if ("on" in on && "number" in measured) return { on: on.on, number: measured.number };
  throw new RefusedError(ANOTHER_LOOK, {
    ...("problem" in on && { on: `Month or day: ${on.problem}` }),
    ...("problems" in measured && measured.problems),
  });
}

function columnsOf({ on, number }: ReadValue, { source, note }: TypedValue) {
  return { measuredOn: new Date(`${on.day}T00:00:00Z`), isMonth: on.isMonth, value: number.value, whole: number.of, source, note };
}

interface ValueColumns {
  readonly measuredOn: Date;
  readonly isMonth: boolean;
}

/** @throws RefusedError when another value of the same month or day stands. */
async function requireFree(tx: Tx, context: TeamContext, indicatorId: string, { measuredOn, isMonth }: ValueColumns, except?: string): Promise<void> {
  const found = await tx.indicatorValue.findFirst({
    where: { ...standing(context), indicatorId, measuredOn, isMonth, ...(except === undefined ? {} : { id: { not: except } }) },
  });
  if (!found) return;
  const when = formatMeasuredOn({ day: measuredOn.toISOString().slice(0, 10), isMonth });
  const was = formatMeasured({ value: String(found.value), of: found.whole === null ? null : String(found.whole) });
  throw new RefusedError(ANOTHER_LOOK, { on: `${when} has a value already: ${was}. Change that one, or choose another month or day.` });
}

async function requireRoom(tx: Tx, { agencyId }: TeamContext, indicatorId: string): Promise<void> {
  if ((await tx.indicatorValue.count({ where: { agencyId, indicatorId } })) < VALUES_PER_INDICATOR) return;
  throw new RefusedError(`This row has ${VALUES_PER_INDICATOR.toLocaleString("en-US")} values, earlier and removed ones included, which is as many as it can have. Go on in another row.`);
}

/**
 * Adds a value to a row.
 * @returns its id. @throws RefusedError naming what needs another look; for a row that is not measured yet or was removed, and a locked tool.
 */
export async function addValue(context: TeamContext, place: RowPlace, typed: TypedValue): Promise<string> {
  return withAgency(context, async (tx) => {
    await requireUnlocked(context, place.toolRef);
    const indicator = await holdIndicator(tx, context, place);
    if (!indicator) throw new RefusedError(NO_INDICATOR);
    await requireMeasuredRow(tx, context, place);
    const columns = columnsOf(readValue(indicator, typed), typed);
    await requireRoom(tx, context, indicator.id);
    await requireFree(tx, context, indicator.id, columns);
    const { id } = await tx.indicatorValue.create({
      data: { agencyId: context.agencyId, indicatorId: indicator.id, ...columns, enteredBy: context.userId },
      select: { id: true },
    });
    return id;
  });
}

/** A value of a row. */
export interface ValuePlace extends RowPlace {
  readonly valueId: string;
}

async function findValue(tx: Tx, context: TeamContext, { valueId, ...place }: ValuePlace) {
  await requireUnlocked(context, place.toolRef);
  const indicator = await holdIndicator(tx, context, place);
  const found =
    indicator &&
    (await tx.indicatorValue.findFirst({ where: { agencyId: context.agencyId, indicatorId: indicator.id, id: valueId, replacedBy: null } }));
  if (!indicator || !found) throw new RefusedError(NO_VALUE);
  return { indicator, found };
}

/**
 * Puts a value right. The earlier one is kept, and shown as what it was.
 * @returns the new value's id. @throws RefusedError as `addValue` does, and for a value that was removed or put right meanwhile.
 */
export async function correctValue(context: TeamContext, place: ValuePlace, typed: TypedValue): Promise<string> {
  return withAgency(context, async (tx) => {
    const { indicator, found } = await findValue(tx, context, place);
    if (found.removedAt !== null) throw new RefusedError("Somebody removed this value meanwhile. Bring it back first.");
    const columns = columnsOf(readValue(indicator, typed), typed);
    await requireRoom(tx, context, indicator.id);
    await requireFree(tx, context, indicator.id, columns, found.id);
    const [made] = await tx.$queryRaw<{ id: string }[]>`select gen_random_uuid() as id`;
    const id = made!.id;
    await tx.indicatorValue.update({ where: { agencyId_id: { agencyId: context.agencyId, id: found.id } }, data: { replacedBy: id } });
    await tx.indicatorValue.create({ data: { agencyId: context.agencyId, id, indicatorId: indicator.id, ...columns, enteredBy: context.userId } });
    return id;
  });
}

/** Takes a value away; it can be brought back. No failure when it was gone. */
export async function removeValue(context: TeamContext, place: ValuePlace): Promise<void> {
  await withAgency(context, async (tx) => {
    const { found } = await findValue(tx, context, place);
    if (found.removedAt !== null) return;
    await tx.indicatorValue.update({
      where: { agencyId_id: { agencyId: context.agencyId, id: found.id } },
      data: { removedAt: new Date(), removedBy: context.userId },
    });
  });
}

/** Brings a removed value back. @throws RefusedError when another value of its month or day stands by now. */
export async function restoreValue(context: TeamContext, place: ValuePlace): Promise<void> {
  await withAgency(context, async (tx) => {
    const { indicator, found } = await findValue(tx, context, place);
    if (found.removedAt === null) return;
    await requireFree(tx, context, indicator.id, found);
    await tx.indicatorValue.update({ where: { agencyId_id: { agencyId: context.agencyId, id: found.id } }, data: { removedAt: null, removedBy: null } });
  });
}
