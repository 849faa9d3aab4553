"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { removeTeamMemberAction, updateTeamMemberAction } from "@/app/teams/[teamId]/people/actions";
import { ActButton } from "@/components/forms/act-button";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamRole } from "@/lib/platform/auth/permissions";
import { RoleFields, toRoleInput, type RoleChoice, type RoleValues, type ToolChoice } from "./role-fields";

interface MemberControlsProps {
  teamId: string;
  userId: string;
  name: string;
  role: TeamRole;
  toolKeys: readonly ToolKey[];
  roles: readonly RoleChoice[];
  tools: readonly ToolChoice[];
  mayUpdate: boolean;
  mayRemove: boolean;
}

export function MemberControls(props: MemberControlsProps) {
  const { teamId, userId, name, mayUpdate, mayRemove } = props;
  const [isChanging, setIsChanging] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      {mayUpdate ? (
        <Button variant="secondary" size="small" onClick={() => setIsChanging(true)}>
          Change role<span className="sr-only">: {name}</span>
        </Button>
      ) : null}
      {mayRemove ? (
        <ActButton
          act={() => removeTeamMemberAction(teamId, { userId })}
          label="Remove"
          describedFor={name}
          variant="danger"
          confirm={{
            title: `Remove ${name}?`,
            text: <p>They can’t open this team from now on. What they wrote stays.</p>,
            yes: "Remove from the team",
          }}
        />
      ) : null}
      <Dialog isOpen={isChanging} title={`Change the role of ${name}`} onClose={() => setIsChanging(false)}>
        <RoleForm {...props} onDone={() => setIsChanging(false)} />
      </Dialog>
    </div>
  );
}

function RoleForm({ teamId, userId, role, toolKeys, roles, tools, onDone }: MemberControlsProps & { onDone: () => void }) {
  const router = useRouter();
  const action = useActionForm<RoleValues, void>({
    send: (values) => updateTeamMemberAction(teamId, { userId, ...toRoleInput(values) }),
    onDone: () => {
      onDone();
      router.refresh();
    },
  });
  return (
    <ActionForm action={action} submitLabel="Save role" sendingLabel="Saving">
      <RoleFields field={action.field} roles={roles} tools={tools} role={role} toolKeys={toolKeys} />
    </ActionForm>
  );
}
