"use server";

import { z } from "zod";
import { updateAgency, updateExporters, updateHistoryNames } from "@/lib/agencies/agencies";
import { createTeam } from "@/lib/agencies/teams";
import { leaveAgency, removeAgencyMember, updateAgencyMember } from "@/lib/people/agency-members";
import { createAdminInvitation, renewInvitation, revokeInvitation, sendInvitation } from "@/lib/people/invitations";
import { EARLIER_ENTRIES, updateDisplayName } from "@/lib/people/own-names";
import {
  agencyKindSchema,
  agencyNameSchema,
  emailSchema,
  idSchema,
  personNameSchema,
  stateSchema,
  teamNameSchema,
} from "@/lib/people/people-schemas";
import { EXPORTERS } from "@/lib/platform/auth/permissions";
import { agencyAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

export const updateAgencyAction = agencyAction({
  permission: "agency:update",
  rate: RATES.change,
  input: z.strictObject({
    name: agencyNameSchema,
    kind: agencyKindSchema,
    state: stateSchema,
    hasWritingHints: z.boolean(),
  }),
  run: updateAgency,
});

export const updateExportersAction = agencyAction({
  permission: "agency:update",
  rate: RATES.change,
  input: z.strictObject({ exporters: z.enum(EXPORTERS) }),
  run: (context, { exporters }) => updateExporters(context, exporters),
  audit: ({ exporters }) => ({ change: "exporters", exporters }),
});

export const updateHistoryNamesAction = agencyAction({
  permission: "agency:update",
  rate: RATES.rename,
  input: z.strictObject({ showsHistoryNames: z.boolean() }),
  run: (context, { showsHistoryNames }) => updateHistoryNames(context, showsHistoryNames),
  audit: ({ showsHistoryNames }) => ({ change: "history-names", showsHistoryNames }),
});

export const createTeamAction = agencyAction({
  permission: "team:create",
  rate: RATES.team,
  input: z.strictObject({ name: teamNameSchema }),
  once: {},
  run: (context, { name }) => createTeam(context, name),
  audit: (_, { teamId }) => ({ teamId }),
});

export const updateDisplayNameAction = agencyAction({
  permission: "agency:view",
  rate: RATES.rename,
  input: z.strictObject({ displayName: personNameSchema, earlier: z.enum(EARLIER_ENTRIES, "Choose what older entries show.") }),
  run: (context, { displayName, earlier }) => updateDisplayName(context, displayName, earlier),
  audit: ({ earlier }) => ({ change: "display-name", earlier }),
});

export const updateAgencyMemberAction = agencyAction({
  permission: "agency-member:update",
  rate: RATES.change,
  input: z.strictObject({ userId: idSchema, isAdmin: z.boolean() }),
  run: (context, { userId, isAdmin }) => updateAgencyMember(context, userId, isAdmin),
  endsOwnRights: (context, { userId }) => userId === context.userId,
  audit: ({ userId, isAdmin }) => ({ userId, isAdmin }),
});

export const removeAgencyMemberAction = agencyAction({
  permission: "agency-member:remove",
  rate: RATES.change,
  input: z.strictObject({ userId: idSchema }),
  run: (context, { userId }) => removeAgencyMember(context, userId),
  audit: ({ userId }) => ({ userId }),
});

export const leaveAgencyAction = agencyAction({
  permission: "agency:leave",
  rate: RATES.change,
  input: z.strictObject({}),
  run: leaveAgency,
  endsOwnRights: () => true,
});

export const inviteAdminAction = agencyAction({
  permission: "agency-member:invite",
  rate: RATES.letter,
  input: z.strictObject({ email: emailSchema }),
  once: { finishesOnce: true },
  run: (context, { email }) => createAdminInvitation(context, email),
  finish: sendInvitation,
  audit: (_, { invitationId }) => ({ invitationId }),
});

export const renewAdminInvitationAction = agencyAction({
  permission: "agency-member:invite",
  rate: RATES.letter,
  input: z.strictObject({ invitationId: idSchema }),
  // A second link would end the one in the first letter.
  once: { finishesOnce: true },
  run: (context, { invitationId }) => renewInvitation(context, invitationId),
  finish: sendInvitation,
  audit: ({ invitationId }) => ({ invitationId, change: "renew" }),
});

export const revokeAdminInvitationAction = agencyAction({
  permission: "agency-member:invite",
  rate: RATES.change,
  input: z.strictObject({ invitationId: idSchema }),
  run: (context, { invitationId }) => revokeInvitation(context, invitationId),
  audit: ({ invitationId }) => ({ invitationId, change: "revoke" }),
});
