"use client";

import type { ComponentProps } from "react";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import type { Plan } from "@/lib/plan/load-plan";
import { AddDialog } from "./add-dialog";
import { BlockDialog } from "./block-dialog";
import { EditDialog } from "./edit-dialog";
import type { PlanChanges } from "./use-plan-changes";

/** What is asked of whoever changes the plan. */
export type PlanQuestion = { readonly kind: "block" | "edit"; readonly action: PlannedAction } | { readonly kind: "add" };

export interface PlanDialogsProps {
  question: PlanQuestion;
  teamId: string;
  plan: Plan;
  /** How each action is called where its name stands alone, by id. */
  names: ReadonlyMap<string, string>;
  change: PlanChanges["change"];
  /** The idea that the page shows alone, if it does. */
  section: string | null;
  /** Who may be named as a lead, in words. */
  leads: readonly string[];
  onAdded: ComponentProps<typeof AddDialog>["onAdded"];
  onClose: () => void;
}

/** The dialogs of a plan, which come with the first that is opened. */
export function PlanDialogs({ question, teamId, plan, names, change, section, leads, onAdded, onClose }: PlanDialogsProps) {
  if (question.kind === "add") return <AddDialog teamId={teamId} plan={plan} section={section} leads={leads} onClose={onClose} onAdded={onAdded} />;
  const { kind, action } = question;
  const name = names.get(action.id) ?? "";
  if (kind === "block") return <BlockDialog action={action} name={name} change={change} onClose={onClose} />;
  return <EditDialog action={action} name={name} leads={leads} change={change} onClose={onClose} />;
}
