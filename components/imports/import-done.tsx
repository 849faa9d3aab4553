import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import type { ImportReport } from "@/lib/imports/import-report";
import { countAnswers, countOf, ImportedTools } from "./imported-tools";

/** What was brought in. */
export function ImportDone({ teamId, report: { tools } }: { teamId: string; report: ImportReport }) {
  const filled = tools.filter(({ answers, isComplete }) => answers > 0 || isComplete);
  return (
    <div className="grid gap-8">
      <Alert tone="success" title="The answers are in">
        <p className="mt-1">
          {countOf(countAnswers(tools), "answer")} in {countOf(filled.length, "tool")}. Each one is in its tool’s history, as
          added by you.
        </p>
      </Alert>
      <ImportedTools caption="Tools that were filled in" tools={filled} statusLabel="Now" />
      <LinkButton href={`/teams/${teamId}`} className="justify-self-start">
        Go to the team
      </LinkButton>
    </div>
  );
}
