import type { Metadata } from "next";
import { ChooseFile, FILE_FIELD } from "@/components/imports/choose-file";
import { FoundInFile } from "@/components/imports/found-in-file";
import { ImportDone } from "@/components/imports/import-done";
import { Lines } from "@/components/imports/import-lines";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageHeader } from "@/components/ui/page-header";
import { findImport, isTeamEmpty } from "@/lib/imports/answer-import";
import { NOT_EMPTY } from "@/lib/imports/bring-in-answers";
import { IMPORT_HITCHES, type ImportHitch, type ImportReport } from "@/lib/imports/import-report";
import { requireTeam } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "Bring in answers from a file" };

interface ImportPageProps {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<{ hitch?: string | string[] }>;
}

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "import:team");
  const { hitch } = await searchParams;
  const [isEmpty, report] = await Promise.all([isTeamEmpty(context), findImport(context)]);
  const isKnown = typeof hitch === "string" && Object.hasOwn(IMPORT_HITCHES, hitch);
  return (
    <div className="container-page py-8 sm:py-10">
      <PageHeader
        title="Bring in answers from a file"
      />
      {isKnown ? <ErrorSummary problems={[]} message={IMPORT_HITCHES[hitch as ImportHitch]} /> : null}
      <Step teamId={teamId} isEmpty={isEmpty} report={report} />
    </div>
  );
}

interface StepProps {
  teamId: string;
  isEmpty: boolean;
  report: ImportReport | null;
}

/** Where this person stands with their file. */
function Step({ teamId, isEmpty, report }: StepProps) {
  if (report?.state === "done") return <ImportDone teamId={teamId} report={report} />;
  if (!isEmpty) {
    return (
      <div className="measure grid gap-6">
        <Alert title="This team is not empty">
          <p className="mt-1">{NOT_EMPTY}</p>
        </Alert>
        <LinkButton href={`/teams/${teamId}`} variant="secondary" className="justify-self-start">
          Back to the team
        </LinkButton>
      </div>
    );
  }
  if (report?.state === "ready") return <FoundInFile teamId={teamId} report={report} />;
  return (
    <>
      {report ? <Refused problems={report.problems} leftOut={report.leftOut} /> : null}
      <ChooseFile teamId={teamId} />
    </>
  );
}

function Refused({ problems, leftOut }: { problems: readonly string[]; leftOut: readonly string[] }) {
  const [only] = problems;
  const isOne = problems.length === 1 && only !== undefined;
  return (
    <>
      {isOne ? (
        <ErrorSummary problems={[{ fieldId: FILE_FIELD, message: only }]} />
      ) : (
        <ErrorSummary problems={[]} message="Some answers in this file do not fit, so nothing of it was brought in." />
      )}
      {isOne ? null : (
        <section aria-labelledby="problems" className="measure mb-8">
          <h2 id="problems">What does not fit</h2>
          <Lines lines={problems} />
        </section>
      )}
      {leftOut.length > 0 ? (
        <section aria-labelledby="left-out" className="measure mb-8">
          <h2 id="left-out">What has no place here, or is blank</h2>
          <Lines lines={leftOut} />
        </section>
      ) : null}
    </>
  );
}
