import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PeopleProvider } from "@/components/people/shown-people";
import { AnsweredCheck } from "@/components/personal/answered-check";
import { CheckSharing, KeepCheck, OwnCheckForm } from "@/components/personal/own-check-form";
import { listCheckParts } from "@/components/personal/list-check-parts";
import { SharedCheckView } from "@/components/personal/shared-check";
import { ReferenceBlocks } from "@/components/guide/reference-blocks";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { findPersonalTool, toolkitOf } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { listPeople } from "@/lib/people/list-people";
import { getOwnCheck, listSharedChecks, mayReadShared, type SharedCheck } from "@/lib/personal/personal-checks";
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
  const isAdded = context.addedToolkits.includes(tool.ref.toolkitId);
  const own = await getOwnCheck(context, tool);
  // What was saved before the toolkit was put away stays within its person's reach.
  if (!isAdded && own.changedAt === null) notFound();
  const mayFillIn = isAdded && isAllowedInTeam(context.role, "response:edit");
  const [team, shared] = await Promise.all([getTeam(context), isAdded ? listSharedChecks(context, tool) : []]);
  const people = await listPeople(context, shared);
  const { plainWords } = toolkitOf(tool.ref);
  const plain = (key: string) => (team.hasPlainWords ? plainWords.get(key) : undefined);
  const isShared = own.sharedAt !== null;
  const isSeen = isShared && mayFillIn;
  return (
    <PeopleProvider people={people} historyNames={context.historyNames}>
      <div className="container-page py-8 sm:py-10">
        <PageHeader
          title={tool.title}
          lead={isSeen ? <Tag tone="info" icon="people">Shared with your team</Tag> : <Tag tone="primary" icon="lock">Only you can see this</Tag>}
        />
        <div className="measure grid grid-cols-[minmax(0,1fr)] gap-8">
          {isAdded ? <BeforeYouBegin tool={tool} /> : <p>{PUT_AWAY}</p>}
          {mayFillIn ? (
            <div className="no-print">
              <OwnCheckForm teamId={teamId} check={tool.slug} parts={listCheckParts(tool, own.answers, plain)} changedAt={own.changedAt} />
            </div>
          ) : null}
          {isAdded && !mayFillIn ? <p>{own.changedAt === null ? READS_ONLY : `${READS_ONLY} What you saved before is below.`}</p> : null}
          {own.changedAt === null ? null : (
            <>
              <div className={mayFillIn ? "hidden print:block" : ""}>
                <AnsweredCheck tool={tool} answers={own.answers} level={2} />
              </div>
              <section aria-labelledby="sharing" className="no-print">
                <h2 id="sharing">Sharing and keeping</h2>
                <p className="mt-2 mb-3">
                  {isSeen ? "Your team can read your check. " : "Nobody else can see your check. "}
                  {isShared && !isSeen ? "You shared it before, and it is shown again if you can fill it in again. " : null}
                  It was last changed <DateTime iso={own.changedAt} />.
                </p>
                <div className="grid gap-3">
                  <CheckSharing agencyId={context.agencyId} teamId={teamId} check={tool.slug} isShared={isShared} mayShare={mayFillIn} />
                  <KeepCheck teamId={teamId} check={tool.slug} />
                </div>
              </section>
            </>
          )}
          {isAdded && mayReadShared(context) ? <SharedByOthers tool={tool} shared={shared} /> : null}
        </div>
      </div>
    </PeopleProvider>
  );
}

const PUT_AWAY =
  "Your team has put this supplement away. Your check is kept, and nobody else is shown it. You can still read it, keep a copy, or delete it.";
const READS_ONLY = "Your role on this team is to read, so you can’t fill in a check here.";

function BeforeYouBegin({ tool }: { tool: ToolDefinition }) {
  return (
    <section aria-labelledby="about-check" className="no-print">
      <h2 id="about-check">Before you begin</h2>
      <div className="mt-3">
        <ReferenceBlocks blocks={[...tool.purpose, ...tool.directions]} part="about-check" />
      </div>
      <p className="mt-3">
        This check is yours. Your lead and your agency’s admins can’t see it, and it is in no download of your team. If you
        share it, your team’s leads, members, and viewers, and your agency’s admins, can read it here. Community partners
        can’t. You can stop sharing at any time, or delete it. If you leave the agency, it is deleted.
      </p>
      {tool.chapter === undefined ? null : (
        <p className="mt-3">
          <Link href={`/guide/${tool.ref.toolkitId}/${tool.chapter}`}>Read what the guide says</Link>
        </p>
      )}
    </section>
  );
}

function SharedByOthers({ tool, shared }: { tool: ToolDefinition; shared: readonly SharedCheck[] }) {
  return (
    <section aria-labelledby="shared-checks" className="no-print">
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
  );
}
