import type { Metadata } from "next";
import { NeedsScript } from "@/components/forms/form-page";
import { BriefForm } from "@/components/readiness/brief-form";
import { PageHeader } from "@/components/ui/page-header";
import { markBriefWords } from "@/lib/agencies/team-brief";
import { formatGapStatement } from "@/lib/domain/readiness/gaps";
import { requireTeam } from "@/lib/platform/auth/require";
import { loadBrief } from "@/lib/readiness/load-brief";

export const metadata: Metadata = { title: "What the brief says" };

interface EditBriefPageProps {
  params: Promise<{ teamId: string }>;
}

/** A choice in a list is one line. */
function oneLine(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}

export default async function EditBriefPage({ params }: EditBriefPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "team:update");
  const { brief, words } = await loadBrief(context);
  const teamHref = `/teams/${context.teamId}`;
  const choices = brief.report.gaps
    .filter(({ kind }) => kind !== "not-yet-rated")
    .map((gap) => ({ itemId: gap.itemId, label: oneLine(`${gap.source}: ${formatGapStatement(gap)}`), statement: formatGapStatement(gap) }));
  return (
    <div className="container-page pt-8 pb-16">
      <PageHeader
        title="What the brief says"
        lead="The words are your team’s. The workbook adds none of its own and changes none."
        crumbs={[
          { label: "Readiness and gaps", href: `${teamHref}/readiness` },
          { label: "Brief", href: `${teamHref}/readiness/brief` },
          { label: "What it says" },
        ]}
      />
      <div className="max-w-[40rem]">
        <NeedsScript />
        <BriefForm
          teamId={context.teamId}
          title={words?.title ?? ""}
          planned={words?.planned ?? ""}
          asks={words?.asks ?? ""}
          priorities={words?.priorities ?? brief.priorities.map(({ itemId }) => ({ itemId, why: "" }))}
          choices={choices}
          mark={markBriefWords(words)}
        />
        <p className="mt-6">
          <a href={`${teamHref}/readiness/brief`}>See the brief</a>
        </p>
      </div>
    </div>
  );
}
