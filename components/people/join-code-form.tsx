"use client";

import { useRouter } from "next/navigation";
import { Fragment, useState } from "react";
import { createJoinCodeAction } from "@/app/teams/[teamId]/people/actions";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import type { HandedCode } from "@/lib/people/join-codes";
import type { CodeRole } from "@/lib/platform/auth/permissions";
import { CodeToHandOver } from "./code-to-hand-over";
import { RoleFields, toRoleInput, type RoleChoice, type RoleValues, type ToolChoice } from "./role-fields";

interface JoinCodeFormProps {
  teamId: string;
  roles: readonly RoleChoice[];
  tools: readonly ToolChoice[];
}

/** Makes a code for one person without an email address, and shows it once. */
export function JoinCodeForm({ teamId, roles, tools }: JoinCodeFormProps) {
  const router = useRouter();
  const [made, setMade] = useState<HandedCode>();
  const [round, setRound] = useState(0);
  const action = useActionForm<RoleValues, HandedCode>({
    send: (values, key) => {
      setMade(undefined);
      const { role, toolKeys } = toRoleInput(values);
      return createJoinCodeAction(teamId, { role: role as CodeRole, toolKeys, key });
    },
    onDone: (code) => {
      action.reset();
      setRound((before) => before + 1);
      setMade(code);
      router.refresh();
    },
  });
  return (
    <div className="grid grid-cols-1 gap-5">
      <ActionForm action={action} submitLabel="Make a code" isMain={false} sendingLabel="Making a code">
        <Fragment key={round}>
          <RoleFields field={action.field} roles={roles} tools={tools} role="partner" who="whoever uses the code" />
        </Fragment>
      </ActionForm>
      {made ? (
        <CodeToHandOver key={made.code} made={made} title="Hand this code to one person">
          <p>
            It is shown only now, and works once, for seven days. Whoever has it can join, so give it to this person and nobody
            else, and don’t use it in their place.
          </p>
        </CodeToHandOver>
      ) : null}
    </div>
  );
}
