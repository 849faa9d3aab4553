import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PeopleProvider } from "@/components/people/shown-people";
import { CheckSharing, OwnCheckForm } from "@/components/personal/own-check-form";
import { listCheckParts } from "@/components/personal/list-check-parts";
import { SharedCheckView } from "@/components/personal/shared-check";
import { ReferenceBlocks } from "@/components/guide/reference-blocks";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { findPersonalTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { listPeople } from "@/lib/people/list-people";
import { getOwnCheck, listSharedChecks, mayReadShared } from "@/lib/personal/personal-checks";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";

interface OwnCheckPageProps {
  params: Promise<{ teamId: string; check: string }>;
}

async function readCheck(params: OwnCheckPageProps["params"]): Promise<{ teamId: string; tool: ToolDefinition }> {
  const { teamId, check } = await params;
  return { teamId, tool: findPersonalTool(check) ?? notFound() };
}

export async function generateMetadata({ params }: OwnCheckPageProps): Promise<Metadata> {
  return { title: (await readCheck(params)).tool.title };
}

export default async function OwnCheckPage({ params }: OwnCheckPageProps) {
  const { teamId, tool } = await readCheck(params);
  const context = await requireTeam(teamId, "team:view");
  if (!context.addedToolkits.includes(tool.ref.toolkitId)) notFound();
  const [team, own, shared] = await Promise.all([getTeam(context), getOwnCheck(context, tool), listSharedChecks(context, tool)]);
  const people = await listPeople(context, shared);
  const isShared = own.sharedAt !== null;
  return (
    <PeopleProvider people={people}>
      <div className="container-page py-8 sm:py-10">
        <PageHeader
          title={tool.title}
          eyebrow={`${team.name} · ${team.agencyName}`}
          crumbs={[{ label: "Your teams", href: "/agencies" }, { label: team.name, href: `/teams/${teamId}` }, { label: tool.title }]}
          lead={isShared ? <Tag tone="info" icon="people">Shared with your team</Tag> : <Tag tone="primary" icon="lock">Only you can see this</Tag>}
        />
        <div className="measure grid grid-cols-[minmax(0,1fr)] gap-8">
          <section aria-labelledby="about-check">
            <h2 id="about-check">Before you begin</h2>
            <div className="mt-3">
              <ReferenceBlocks blocks={[...tool.purpose, ...tool.directions]} part="about-check" />
            </div>
            <p className="mt-3">
              This check is yours. Your lead and your agency’s admins can’t see it, and it is in no download. If you share it,
              your team’s leads, members, and viewers, and your agency’s admins, can read it here. Community partners can’t.
              You can stop sharing at any time. If you leave the agency, it is deleted.
            </p>
            {tool.chapter === undefined ? null : (
              <p className="mt-3">
                <Link href={`/guide/${tool.ref.toolkitId}/${tool.chapter}`}>Read what the guide says</Link>
              </p>
            )}
          </section>
          {isAllowedInTeam(context.role, "response:edit") ? (
            <>
              <OwnCheckForm teamId={teamId} check={tool.slug} parts={listCheckParts(tool, own.answers)} />
              {own.changedAt === null ? null : (
                <section aria-labelledby="sharing">
                  <h2 id="sharing">Sharing</h2>
                  <p className="mt-2 mb-3">
                    {isShared ? "Your team can read your check. It was last changed " : "Nobody else can see your check. It was last changed "}
                    <DateTime iso={own.changedAt} />.
                  </p>
                  <CheckSharing teamId={teamId} check={tool.slug} isShared={isShared} />
                </section>
              )}
            </>
          ) : (
            <p>Your role reads and does not fill in, so there is no check of your own here.</p>
          )}
          {mayReadShared(context) ? (
            <section aria-labelledby="shared-checks">
              <h2 id="shared-checks">Shared by others</h2>
              {shared.length === 0 ? (
                <p className="mt-2 text-muted">Nobody on this team shares a check now.</p>
              ) : (
                <ul className="mt-3 grid gap-3">
                  {shared.map(({ by, answers }) => (
                    <li key={`${by.by.personId} ${by.at}`}>
                      <SharedCheckView tool={tool} by={by} answers={answers} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ) : null}
        </div>
      </div>
    </PeopleProvider>
  );
}
