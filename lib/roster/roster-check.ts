import "server-only";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { nextLook, type Roster, type SeatId, type SeatMark } from "@/lib/domain/toolkit/roster";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";

export const ROSTER: Roster = requireRoster();

function requireRoster(): Roster {
  if (!MAIN_TOOLKIT.roster) throw new Error("the main toolkit says whom it wants on a team");
  return MAIN_TOOLKIT.roster;
}

/** What is known of one line of the roster. */
export interface RosterLine {
  readonly seat: SeatId;
  /** By what people say of themselves; null where that is not told: in a small team, and where the team says it has somebody. */
  readonly isSaid: boolean | null;
  /** What the team itself says. */
  readonly mark: { readonly mark: SeatMark; readonly words: string } | null;
}

export interface RosterCheck {
  readonly lines: readonly RosterLine[];
  /** Whether Tool 8 names an implementation lead; null where the reader may not open it. */
  readonly hasLead: boolean | null;
  /** Whether the team was large enough when it was looked at. */
  readonly isShown: boolean;
  /** Days, "2026-12-01": as of when this is, and when it is looked at next. */
  readonly lookedOn: string;
  readonly nextLook: string;
}

/** Whom the toolkit wants on the team, and whether somebody says so of themselves: never who, never how many. */
export async function loadRosterCheck(context: TeamContext): Promise<RosterCheck> {
  const { agencyId, teamId } = context;
  const [{ look, marks }, hasLead] = await Promise.all([
    withAgency(context, async (tx) => {
      await tx.$executeRaw`select look_at_roster(${agencyId}::uuid, ${teamId}::uuid)`;
      const look = await tx.rosterLook.findUniqueOrThrow({ where: { agencyId_teamId: { agencyId, teamId } } });
      return { look, marks: await tx.seatMark.findMany({ where: { agencyId, teamId } }) };
    }),
    findHasLead(context),
  ]);
  const lines = ROSTER.seats.map(({ id }): RosterLine => {
    const found = marks.find(({ seat }) => seat === id);
    const mark = found ? { mark: found.mark as SeatMark, words: found.words } : null;
    // A seat that is taken anyway needs nobody's word, and so tells nothing when somebody comes or goes.
    return { seat: id, isSaid: look.isShown && mark?.mark !== "have" ? look.seats.includes(id) : null, mark };
  });
  return { lines, hasLead, isShown: look.isShown, lookedOn: look.lookedOn.toISOString().slice(0, 10), nextLook: nextLook(look.lookedOn) };
}

async function findHasLead(context: TeamContext): Promise<boolean | null> {
  if (!findOpenTool(context, ROSTER.tool)) return null;
  const { answers } = await getTeamAnswers(context, [ROSTER.tool]);
  const lead = answers[ROSTER.lead.item];
  return typeof lead === "string" && lead.trim() !== "";
}
