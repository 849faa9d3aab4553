"use client";

import { addPlanAction } from "@/app/teams/[teamId]/plan/actions";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { AddedAction } from "@/lib/plan/change-plan";
import type { Plan } from "@/lib/plan/load-plan";
import type { NewAction } from "@/lib/plan/plan-schemas";
import { type ActionValues, OwnerFields } from "./owner-fields";

interface AddDialogProps {
  teamId: string;
  plan: Plan;
  /** The idea that the page shows alone, if it does. */
  section: string | null;
  /** Names of Tool 8 to choose a lead from. */
  leads: readonly string[];
  onAdded: (actionId: string, filling: NewAction) => void;
  onClose: () => void;
}

/** Adds an action to one of the ideas. */
export function AddDialog({ teamId, plan: { ideas, tool }, section, leads, onAdded, onClose }: AddDialogProps) {
  const form = useActionForm<ActionValues, AddedAction & { readonly filling: NewAction }>({
    send: async ({ section: chosen, what, owner, lead, dueOn }, key) => {
      const filling = { key, section: chosen, what, lead, owner: owner || null, dueOn: dueOn || null };
      const result = await addPlanAction(teamId, filling);
      return result.ok ? { ok: true, data: { ...result.data, filling } } : result;
    },
    onDone: ({ actionId, filling }) => onAdded(actionId, filling),
  });
  return (
    <Dialog isOpen title="Add an action" onClose={onClose}>
      <ActionForm action={form} submitLabel="Add" sendingLabel="Adding">
        <Select {...form.field("section", { required: "Choose an idea." })} label="Idea" hint={`It is written in ${tool.label}, under this idea.`} defaultValue={section ?? ""}>
          <option value="">Choose an idea</option>
          {ideas.map(({ section: id, name, title }) => (
            <option key={id} value={id}>
              {name}: {title === "" ? "not named yet" : title}
            </option>
          ))}
        </Select>
        <TextArea {...form.field("what", { validate: (what: string) => what.trim() !== "" || "Say what is to be done." })} label="What is to be done" rows={2} />
        <OwnerFields field={form.field} leads={leads} />
      </ActionForm>
    </Dialog>
  );
}
