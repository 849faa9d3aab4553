import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type PageParameters, readAskedExport } from "@/components/exports/asked-export";
import { ExportChoices } from "@/components/exports/export-choices";
import { ExportForm } from "@/components/exports/export-form";
import { FILE_KINDS } from "@/components/exports/export-words";
import { LimitedNotice } from "@/components/exports/limited-notice";
import { PreviewParts, PreviewSummary } from "@/components/exports/preview-view";
import { WhoSeesNote } from "@/components/people/who-sees-words";
import { PageHeader } from "@/components/ui/page-header";
import { getTeam } from "@/lib/agencies/teams";
import { listExportRights } from "@/lib/exports/read/export-rights";
import { timeZoneOf } from "@/lib/history/time-zones";
import { loadKeptRights } from "@/lib/milestones/kept-rights";
import { previewAsked } from "@/lib/milestones/load-kept-export";
import { requireTeam } from "@/lib/platform/auth/require";
import { describeWhoSees } from "@/lib/platform/auth/who-sees";

interface ExportPageProps {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<PageParameters>;
}

export const metadata: Metadata = { title: "Download and share" };

export default async function ExportPage({ params, searchParams }: ExportPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "export:tool");
  const team = await getTeam(context);
  const parameters = await searchParams;
  const kept = await loadKeptRights(context, parameters);
  if (kept === "not-found") notFound();
  const rights = kept?.narrow(listExportRights(context, team.exporters, true)) ?? listExportRights(context, team.exporters);
  const asked = readAskedExport(parameters, rights, timeZoneOf(team.agencyState));
  const preview = asked.problem?.parameter ? null : await previewAsked(context, asked.options);
  const pageHref = `/teams/${teamId}/export`;

  return (
    <div className="container-page py-6">
      <PageHeader
        {...(kept ? { crumbs: [{ label: "Over time", href: `/teams/${teamId}/milestones` }, { label: "Download" }] } : {})}
        title={kept ? kept.title : "Download and share"}
        lead="Choose what to put in the file, see what will be inside, then download it."
      />
      {rights.isLimited ? <LimitedNotice teamId={teamId} exporters={team.exporters} /> : null}
      <div className="mb-6">
        <WhoSeesNote about="downloads" words={describeWhoSees(["downloads", "leaving", "log"], { exporters: team.exporters })} />
      </div>
      <ExportForm
        pageHref={pageHref}
        fileHref={`/api${pageHref}`}
        fileKinds={FILE_KINDS}
        choices={<ExportChoices options={asked.options} rights={rights} keepsNames={kept?.keepsNames ?? true} />}
        summary={<PreviewSummary preview={preview} problem={asked.problem} />}
        parts={preview ? <PreviewParts preview={preview} /> : null}
      />
    </div>
  );
}
