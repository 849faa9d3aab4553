"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { createBackInCodeAction, removeTeamMemberAction, updateTeamMemberAction } from "@/app/teams/[teamId]/people/actions";
import { ActButton } from "@/components/forms/act-button";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import type { HandedCode } from "@/lib/people/join-codes";
import type { TeamRole } from "@/lib/platform/auth/permissions";
import { CodeToHandOver } from "./code-to-hand-over";
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
  /** Whether only a code gets them back in. */
  hasNoAddress: boolean;
}

export function MemberControls(props: MemberControlsProps) {
  const { teamId, userId, name, mayUpdate, mayRemove, hasNoAddress } = props;
  const router = useRouter();
  const [isChanging, setIsChanging] = useState(false);
  const [made, setMade] = useState<HandedCode>();
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
          variant="quiet"
          confirm={{
            title: `Remove ${name}?`,
            text: <p>They can’t open this team from now on. What they wrote stays.</p>,
            yes: "Remove from the team",
          }}
        />
      ) : null}
      {hasNoAddress && mayUpdate ? (
        <ActButton
          once={(key) => createBackInCodeAction(teamId, { userId, key })}
          label="Code to get back in"
          describedFor={name}
          confirm={{
            title: `Make a code for ${name}?`,
            text: (
              <p>
                With it {name} chooses a new password. Once it is used, the old password and every place they are signed in end. Whoever
                has the code can sign in as {name}: hand it to them in person. They are told on their account page that a code was used.
              </p>
            ),
            yes: "Make a code",
          }}
          onDone={(code) => {
            setMade(code);
            router.refresh();
          }}
        />
      ) : null}
      <Dialog isOpen={made !== undefined} title={`A code for ${name}`} onClose={() => setMade(undefined)}>
        {made ? (
          <CodeToHandOver made={made} title={`Hand this code to ${name}`}>
            <p>It is shown only now, and works once, for seven days. A code made for them before no longer works.</p>
          </CodeToHandOver>
        ) : null}
      </Dialog>
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
