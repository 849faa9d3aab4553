"use client";

import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import type { ActionChange } from "@/lib/plan/plan-schemas";
import { type ActionValues, OwnerFields } from "./owner-fields";
import { OF_ACTION } from "./use-kept-focus";
import type { PlanChanges } from "./use-plan-changes";

interface EditDialogProps {
  action: PlannedAction;
  name: string;
  /** Names of Tool 8 to choose a lead from. */
  leads: readonly string[];
  change: PlanChanges["change"];
  onClose: () => void;
}

/** Gives an action another owner, day or words. Only what was changed here is sent: the rest may have been changed elsewhere. */
export function EditDialog({ action, name, leads, change, onClose }: EditDialogProps) {
  const form = useActionForm<ActionValues, unknown>({
    send: async (values) => {
      const changed = findChanged(action, values);
      if (Object.keys(changed).length === 0) return { ok: true, data: null };
      return change(
        { actionId: action.id, ...changed },
        { done: `“${name}” was changed.`, failed: `“${name}” was not changed.`, undone: `“${name}” is as it was.` },
      );
    },
    onDone: onClose,
  });
  return (
    <Dialog isOpen title="Owner and due date" onClose={onClose}>
      <div {...{ [OF_ACTION]: action.id }}>
        <ActionForm action={form} submitLabel="Save" sendingLabel="Saving">
          <TextArea {...form.field("what", { validate: (what: string) => what.trim() !== "" || "Say what is to be done." })} label="What is to be done" rows={2} defaultValue={action.what} />
          <OwnerFields field={form.field} action={action} leads={leads} />
        </ActionForm>
      </div>
    </Dialog>
  );
}

function findChanged(action: PlannedAction, { what, owner, lead, dueOn }: ActionValues): Omit<ActionChange, "actionId"> {
  return {
    ...(what.trim() === action.what ? {} : { what }),
    ...(owner === (action.owner?.personId ?? "") ? {} : { owner: owner || null }),
    ...(lead.trim() === action.lead ? {} : { lead }),
    ...(dueOn === (action.dueOn ?? "") ? {} : { dueOn: dueOn || null }),
  };
}
