"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ToolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamRole } from "@/lib/platform/auth/permissions";

export interface RoleChoice {
  readonly role: TeamRole;
  readonly label: string;
  readonly description: string;
}

export interface ToolChoice {
  readonly key: ToolKey;
  /** "Tool 9: Organizational Assessment" */
  readonly name: string;
}

export interface RoleValues {
  role: TeamRole;
  /** Ticked boxes; absent while none was shown. */
  toolKeys?: string[] | string | false;
}

/** What the server is sent: tools only for a partner. */
export function toRoleInput({ role, toolKeys }: RoleValues) {
  const ticked = Array.isArray(toolKeys) ? toolKeys : toolKeys ? [toolKeys] : [];
  return { role, toolKeys: role === "partner" ? (ticked as ToolKey[]) : [] };
}

interface RoleFieldsProps {
  field: (name: "role" | "toolKeys", rules?: { required: string }) => RoleControl;
  roles: readonly RoleChoice[];
  tools: readonly ToolChoice[];
  role: TeamRole;
  toolKeys?: readonly ToolKey[];
  /** Whose role it is, where a page asks for more than one: "whoever uses the code". */
  who?: string;
}

interface RoleControl {
  id: string;
  error: string | undefined;
  name: string;
  onChange: (event: { target: unknown }) => Promise<void | boolean>;
  onBlur: (event: { target: unknown }) => Promise<void | boolean>;
  ref: (element: unknown) => void;
}

/** The role, and for a community partner the tools the team shares with them. */
export function RoleFields({ field, roles, tools, role: first, toolKeys = [], who }: RoleFieldsProps) {
  const [role, setRole] = useState<string>(first);
  const roleField = field("role", { required: "Choose a role." });
  const { id, error, ...toolField } = field("toolKeys");
  return (
    <>
      <RadioGroup
        {...roleField}
        label={who === undefined ? "Role" : `Role of ${who}`}
        defaultValue={first}
        onChange={(event) => {
          setRole(event.target.value);
          return roleField.onChange(event);
        }}
        options={roles.map(({ role: value, label, description }) => ({ value, label, hint: description }))}
      />
      {role === "partner" ? (
        <FieldGroup id={id} label={who === undefined ? "Tools to share" : `Tools to share with ${who}`} hint="They can open these and no others." error={error}>
          <div className="grid grid-cols-1 gap-2">
            {tools.map(({ key, name }) => (
              <Checkbox
                key={key}
                {...toolField}
                value={key}
                defaultChecked={toolKeys.includes(key)}
                label={name}
              />
            ))}
          </div>
        </FieldGroup>
      ) : null}
    </>
  );
}
