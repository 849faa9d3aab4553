import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findForm, type TeamForm } from "@/lib/feedback/team-forms";
import type { TeamContext } from "@/lib/platform/auth/context";
import { requireTeam } from "@/lib/platform/auth/require";

export interface FormPlace {
  readonly teamId: string;
  readonly formId: string;
}

type FormPermission = "feedback:view" | "feedback:look" | "feedback:make";

/** Who looks and at which form, read once for a page and its title; not found where the team has none of this id. */
export const openFormPage = cache(async (teamId: string, formId: string, permission: FormPermission): Promise<{ context: TeamContext; form: TeamForm }> => {
  const context = await requireTeam(teamId, permission);
  return { context, form: (await findForm(context, formId)) ?? notFound() };
});

/** The title of a form's page: "Answers: Help after an overdose". @param words what the page is, besides the form */
export async function titleOfForm(params: Promise<FormPlace>, words: string, permission: FormPermission): Promise<Metadata> {
  const { teamId, formId } = await params;
  const { form } = await openFormPage(teamId, formId, permission);
  return { title: [words, form.title].filter(Boolean).join(": ") };
}
