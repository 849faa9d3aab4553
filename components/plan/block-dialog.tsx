"use client";

import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { OF_ACTION } from "./use-kept-focus";
import type { PlanChanges } from "./use-plan-changes";

interface BlockDialogProps {
  action: PlannedAction;
  name: string;
  change: PlanChanges["change"];
  onClose: () => void;
}

/** Asks why, before an action counts as blocked. */
export function BlockDialog({ action, name, change, onClose }: BlockDialogProps) {
  const form = useActionForm<{ why: string }, unknown>({
    send: ({ why }) =>
      change(
        { actionId: action.id, status: "blocked", why },
        { done: `“${name}” moved to Blocked.`, failed: `“${name}” was not moved to Blocked.`, undone: `“${name}” is back where it was.` },
      ),
    onDone: onClose,
  });
  return (
    <Dialog isOpen title="Why is it blocked?" onClose={onClose}>
      <div {...{ [OF_ACTION]: action.id }}>
        <p className="mb-4 break-words">{name}</p>
        <ActionForm action={form} submitLabel="Move to Blocked" sendingLabel="Moving">
          <TextArea
            {...form.field("why", { validate: (why: string) => why.trim() !== "" || "Say why it is blocked, so that others can help." })}
            label="What stands in the way"
            hint="The team reads it beside the action. Leave out names of people you serve."
            rows={3}
            defaultValue={action.why}
          />
        </ActionForm>
      </div>
    </Dialog>
  );
}
