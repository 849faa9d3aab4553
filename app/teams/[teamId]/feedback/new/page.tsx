import type { Metadata } from "next";
import { FormEditor } from "@/components/feedback/form-editor";
import { NeedsScript } from "@/components/forms/form-page";
import { PageHeader } from "@/components/ui/page-header";
import { FORM_LIMITS } from "@/lib/domain/feedback/form";
import { findTeamDay } from "@/lib/meetings/team-day";
import { requireTeam } from "@/lib/platform/auth/require";
import { pickerOf } from "../form-picker";

export const metadata: Metadata = { title: "Make a form" };

export default async function NewFormPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "feedback:make");
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Community", href: `/teams/${teamId}/feedback` }, { label: "Make a form" }]}
        title="Make a form"
        lead="For people outside of your team. They need no account, and nobody is asked who they are."
      />
      <div className="max-w-[46rem]">
        <NeedsScript />
        <FormEditor teamId={teamId} formId={null} form={{ title: "", intro: "", questions: [], closesOn: null, quota: FORM_LIMITS.quota }} isFrozen={false} today={await findTeamDay(context, new Date())} picker={pickerOf(context)} />
      </div>
    </div>
  );
}
