import { notFound } from "next/navigation";
import { FormEditor } from "@/components/feedback/form-editor";
import { NeedsScript } from "@/components/forms/form-page";
import { PageHeader } from "@/components/ui/page-header";
import { findTeamDay } from "@/lib/meetings/team-day";
import { pickerOf } from "../../form-picker";
import { type FormPlace, openFormPage, titleOfForm } from "../../open-form-page";

export const generateMetadata = ({ params }: { params: Promise<FormPlace> }) => titleOfForm(params, "Change", "feedback:make");

export default async function ChangeFormPage({ params }: { params: Promise<FormPlace> }) {
  const { teamId, formId } = await params;
  const { context, form } = await openFormPage(teamId, formId, "feedback:make");
  if (form.state === "withdrawn") notFound();
  const { title, intro, questions, closesOn, quota } = form;
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Community", href: `/teams/${teamId}/feedback` }, { label: form.title, href: `/teams/${teamId}/feedback/${formId}` }, { label: "Change" }]}
        title="Change the form"
      />
      <div className="max-w-[46rem]">
        <NeedsScript />
        <FormEditor teamId={teamId} formId={formId} form={{ title, intro, questions, closesOn, quota }} isFrozen={form.taken > 0} today={await findTeamDay(context, new Date())} picker={pickerOf(context)} />
      </div>
    </div>
  );
}
