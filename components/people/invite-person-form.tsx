"use client";

import { inviteAction } from "@/app/teams/[teamId]/people/actions";
import { InviteForm } from "./invite-form";
import { RoleFields, toRoleInput, type RoleChoice, type RoleValues, type ToolChoice } from "./role-fields";

interface InvitePersonFormProps {
  teamId: string;
  roles: readonly RoleChoice[];
  tools: readonly ToolChoice[];
}

export function InvitePersonForm({ teamId, roles, tools }: InvitePersonFormProps) {
  return (
    <InviteForm<RoleValues & { email: string }>
      send={({ email, ...values }, key) => inviteAction(teamId, { email, ...toRoleInput(values), key })}
    >
      {(field) => <RoleFields field={field} roles={roles} tools={tools} role="member" />}
    </InviteForm>
  );
}
