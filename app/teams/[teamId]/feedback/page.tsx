import type { Metadata } from "next";
import { FormList } from "@/components/feedback/form-list";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listForms } from "@/lib/feedback/team-forms";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "Community" };

export default async function FeedbackPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "feedback:view");
  const forms = await listForms(context);
  const [mayMake, mayLook] = [isAllowedInTeam(context.role, "feedback:make"), isAllowedInTeam(context.role, "feedback:look")];
  const make = <LinkButton href={`/teams/${teamId}/feedback/new`}>Make a form</LinkButton>;
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        title="Community"
        lead="Ask people outside of your team, without names or accounts. Look at what they say. Then tell them what you did."
        {...(mayMake && forms.length > 0 ? { actions: make } : {})}
      />
      {forms.length === 0 ? (
        <div className="measure grid justify-items-start gap-4">
          <p>{mayMake ? "Your team has not asked the community yet." : mayLook ? "Your team has not asked the community yet. A team lead can make a form." : "Your team has not asked the community yet."}</p>
          {mayMake ? make : null}
        </div>
      ) : (
        <div className="max-w-[46rem]">
          <FormList teamId={teamId} forms={forms} mayLook={mayLook} />
        </div>
      )}
    </div>
  );
}
