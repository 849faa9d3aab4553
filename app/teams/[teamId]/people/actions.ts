"use server";

import { z } from "zod";
import { renameTeam, updatePlainWords, updateTeamHistoryNames } from "@/lib/agencies/teams";
import { createTeamInvitation, renewInvitation, revokeInvitation, sendInvitation } from "@/lib/people/invitations";
import { createBackInCode, createJoinCode, handOver } from "@/lib/people/join-codes";
import { leaveTeam, removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { codeRoleSchema, emailSchema, idSchema, teamNameSchema, teamRoleSchema, toolKeysSchema } from "@/lib/people/people-schemas";
import { ownSeatsSchema, seatMarkSchema } from "@/lib/roster/roster-schemas";
import { saveOwnSeats } from "@/lib/roster/own-seats";
import { markSeat } from "@/lib/roster/seat-marks";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

export const renameTeamAction = teamAction({
  permission: "team:update",
  rate: RATES.change,
  input: z.strictObject({ name: teamNameSchema }),
  run: (context, { name }) => renameTeam(context, name),
});

export const updateTeamHistoryNamesAction = teamAction({
  permission: "team:update",
  rate: RATES.rename,
  input: z.strictObject({ hidesHistoryNames: z.boolean() }),
  run: (context, { hidesHistoryNames }) => updateTeamHistoryNames(context, hidesHistoryNames),
  audit: ({ hidesHistoryNames }) => ({ change: "history-names", hidesHistoryNames }),
});

export const updatePlainWordsAction = teamAction({
  permission: "team:update",
  rate: RATES.change,
  input: z.strictObject({ hasPlainWords: z.boolean() }),
  run: (context, { hasPlainWords }) => updatePlainWords(context, hasPlainWords),
});

export const inviteAction = teamAction({
  permission: "team-member:invite",
  rate: RATES.letter,
  input: z.strictObject({ email: emailSchema, role: teamRoleSchema, toolKeys: toolKeysSchema }),
  once: { finishesOnce: true },
  run: createTeamInvitation,
  finish: sendInvitation,
  audit: ({ role }, { invitationId }) => ({ invitationId, role }),
});

export const createJoinCodeAction = teamAction({
  permission: "team-member:invite",
  rate: RATES.letter,
  input: z.strictObject({ role: codeRoleSchema, toolKeys: toolKeysSchema }),
  once: { finishesOnce: true },
  run: createJoinCode,
  finish: handOver,
  audit: ({ role }, { invitationId }) => ({ invitationId, role, change: "code" }),
});

export const createBackInCodeAction = teamAction({
  permission: "team-member:invite",
  rate: RATES.letter,
  input: z.strictObject({ userId: idSchema }),
  once: { finishesOnce: true },
  run: (context, { userId }) => createBackInCode(context, userId),
  finish: handOver,
  audit: ({ userId }, { invitationId }) => ({ invitationId, userId, change: "back-in-code" }),
});

export const renewInvitationAction = teamAction({
  permission: "team-member:invite",
  rate: RATES.letter,
  input: z.strictObject({ invitationId: idSchema }),
  // A second link would end the one in the first letter.
  once: { finishesOnce: true },
  run: (context, { invitationId }) => renewInvitation(context, invitationId),
  finish: sendInvitation,
  audit: ({ invitationId }) => ({ invitationId, change: "renew" }),
});

export const revokeInvitationAction = teamAction({
  permission: "team-member:invite",
  rate: RATES.change,
  input: z.strictObject({ invitationId: idSchema }),
  run: (context, { invitationId }) => revokeInvitation(context, invitationId),
  audit: ({ invitationId }) => ({ invitationId, change: "revoke" }),
});

export const updateTeamMemberAction = teamAction({
  permission: "team-member:update",
  rate: RATES.change,
  input: z.strictObject({ userId: idSchema, role: teamRoleSchema, toolKeys: toolKeysSchema }),
  run: updateTeamMember,
  audit: ({ userId, role }) => ({ userId, role }),
});

export const removeTeamMemberAction = teamAction({
  permission: "team-member:remove",
  rate: RATES.change,
  input: z.strictObject({ userId: idSchema }),
  run: (context, { userId }) => removeTeamMember(context, userId),
  audit: ({ userId }) => ({ userId }),
});

/** For nobody but the person: no audit row says that anything was said. Saving asks for their standing itself. */
export const saveOwnSeatsAction = teamAction({
  permission: "roster:say",
  rate: RATES.change,
  input: ownSeatsSchema,
  run: (context, { seats }) => saveOwnSeats(context, seats),
  audit: false,
});

export const markSeatAction = teamAction({
  permission: "roster:mark",
  rate: RATES.change,
  input: seatMarkSchema,
  run: markSeat,
  // Not which seat, nor how: a record of that would be a history of who came and went.
  audit: () => ({ change: "roster" }),
});

export const leaveTeamAction = teamAction({
  permission: "team:leave",
  rate: RATES.change,
  input: z.strictObject({}),
  run: leaveTeam,
  endsOwnRights: () => true,
});
