import { Poster } from "@/components/feedback/poster";
import { PrintButton } from "@/components/feedback/print-button";
import { PageHeader } from "@/components/ui/page-header";
import { getTeam } from "@/lib/agencies/teams";
import { feedbackAddress } from "@/lib/feedback/feedback-address";
import { type FormPlace, openFormPage, titleOfForm } from "../../open-form-page";

export const generateMetadata = ({ params }: { params: Promise<FormPlace> }) => titleOfForm(params, "Poster", "feedback:look");

export default async function PosterPage({ params }: { params: Promise<FormPlace> }) {
  const { teamId, formId } = await params;
  const { context, form } = await openFormPage(teamId, formId, "feedback:look");
  const { agencyName } = await getTeam(context);
  return (
    <div className="container-page pt-6 pb-16">
      <div className="no-print">
        <PageHeader
          crumbs={[{ label: "Community", href: `/teams/${teamId}/feedback` }, { label: form.title, href: `/teams/${teamId}/feedback/${formId}` }, { label: "Poster" }]}
          title="Poster to print"
          lead={form.state === "open" ? "One sheet for a wall or a counter." : "The form takes no answers now. Publish it, or open it again, before you hang this up."}
          actions={<PrintButton />}
        />
      </div>
      <Poster title={form.title} intro={form.intro} questions={form.questions.length} closesOn={form.closesOn} asks={agencyName} address={feedbackAddress(form.code)} />
    </div>
  );
}
