import type { Metadata } from "next";
import Link from "next/link";
import { BriefSheet } from "@/components/readiness/brief-sheet";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClasses } from "@/components/ui/button";
import { PreparedDownload } from "@/components/ui/prepared-download";
import { getTeam } from "@/lib/agencies/teams";
import { exportHref } from "@/lib/exports/document/export-options";
import { isAllowedInTeam, mayExport } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { loadBrief } from "@/lib/readiness/load-brief";
import { describeScore, drawFluidHead, drawFluidScore } from "@/lib/readiness/score-marks";

export const metadata: Metadata = { title: "One-page brief" };

interface BriefPageProps {
  params: Promise<{ teamId: string }>;
}

const MONTH = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });

export default async function BriefPage({ params }: BriefPageProps) {
  const { teamId } = await params;
  // It speaks for the whole team: not for whoever sees some of its tools.
  const context = await requireTeam(teamId, "export:toolkit");
  const [team, { brief }] = await Promise.all([getTeam(context), loadBrief(context)]);
  const teamHref = `/teams/${context.teamId}`;
  return (
    <div className="container-page pt-4 pb-16">
      <div className="brief-actions no-print">
        <Breadcrumbs
          crumbs={[{ label: "Readiness and gaps", href: `${teamHref}/readiness` }, { label: "Brief" }]}
        />
        <div className="flex flex-wrap items-center gap-3">
          {isAllowedInTeam(context.role, "team:update") ? (
            <Link href={`${teamHref}/readiness/brief/edit`} className={buttonClasses({ variant: "quiet" })}>
              Choose what it says
            </Link>
          ) : null}
          {mayExport(context.role, team.exporters) ? (
            <PreparedDownload href={exportHref(context.teamId, { content: "brief", names: "roles" })} fileKind="PDF" className={buttonClasses({})}>
              Download the page (PDF)
            </PreparedDownload>
          ) : null}
        </div>
      </div>
      <BriefSheet
        brief={brief}
        day={MONTH.format(new Date())}
        head={drawFluidHead()}
        drawings={brief.areas.map(({ score }) => ({ marks: drawFluidScore(score), words: describeScore(score) }))}
      />
    </div>
  );
}
