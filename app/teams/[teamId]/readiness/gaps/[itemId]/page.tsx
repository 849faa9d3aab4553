import type { Metadata } from "next";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { goalPages } from "@/components/indicators/goal-pages";
import { RowValues } from "@/components/indicators/row-values";
import { GapAnswer } from "@/components/links/gap-answer";
import { GapBeside } from "@/components/links/gap-beside";
import { GapPlan } from "@/components/links/gap-plan";
import { GapSteps } from "@/components/links/gap-steps";
import { ToAgenda } from "@/components/meetings/to-agenda";
import { PeopleProvider } from "@/components/people/shown-people";
import { GapKindTag } from "@/components/readiness/report-tags";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { listItemThreads } from "@/lib/comments/comment-threads";
import type { RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import { buildAnswerSeries } from "@/lib/domain/plan/answer-series";
import { classifyRating, classifyStatus } from "@/lib/domain/readiness/gaps";
import { listItemEvidence } from "@/lib/evidence/read-evidence";
import { listItemHistory } from "@/lib/history/history";
import { findGapItem, type GapItem } from "@/lib/links/gap-items";
import { drawIndicator } from "@/lib/indicators/indicator-chart";
import { evaluationOf, findGoal, listGoalIndicators } from "@/lib/indicators/load-indicators";
import { loadGapStory } from "@/lib/links/load-gap";
import { MEETING_LIMITS } from "@/lib/domain/meetings/meeting";
import { findNextMeeting } from "@/lib/meetings/meetings";
import { findTeamDay } from "@/lib/meetings/team-day";
import { loadPathAnswers } from "@/lib/links/load-trace";
import { listPeople } from "@/lib/people/list-people";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";

interface GapPageProps {
  params: Promise<{ teamId: string; itemId: string }>;
}

export async function generateMetadata({ params }: GapPageProps): Promise<Metadata> {
  const gap = findGapItem((await params).itemId);
  return { title: gap ? gap.item.source : "Readiness and gaps" };
}

/** Of a rating so many changes are looked back at: more than anybody makes. */
const CHANGES = 200;
const LATEST = 2;
const VALUES_HEIGHT = 120;

export default async function GapPage({ params }: GapPageProps) {
  const { teamId, itemId } = await params;
  const gap = findGapItem(itemId) ?? notFound();
  const context = await requireTeam(teamId, "report:view", gap.tool.ref);
  const { ref, slug, label } = gap.tool;
  const teamDay = findTeamDay(context, new Date());
  const point = gap.words.slice(0, MEETING_LIMITS.words);
  const maySuggest = isAllowedInTeam(context.role, "meeting:suggest");
  const answered = loadPathAnswers(context);
  const [today, story, history, threads, files, meeting] = await Promise.all([
    teamDay,
    loadGapStory(context, gap, answered),
    listItemHistory(context, ref, itemId, { limit: CHANGES }),
    listItemThreads(context, ref, itemId),
    listItemEvidence(context, { toolRef: ref, itemId }),
    maySuggest ? teamDay.then((day) => findNextMeeting(context, day, point)) : null,
  ]);
  const goal = story.goal && findGoal(story.goal.section);
  const measured = goal ? await listGoalIndicators(context, goal.section, (await answered).answers) : [];
  const said = (threads ?? []).flatMap((thread) => thread.comments.flatMap(({ body, ...comment }) => (body ? [{ ...comment, body }] : [])));
  const latest = said.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, LATEST);
  const newFiles = (files ?? []).slice(-LATEST).toReversed();
  const people = await listPeople(context, story, latest, newFiles);
  const points = buildAnswerSeries(gap.item, (history?.revisions ?? []).map(({ at, after }) => ({ at, after })));
  const current = history?.current ?? null;
  const teamHref = `/teams/${context.teamId}`;
  const toolHref = `${teamHref}/tools/${slug}`;
  const mayEdit = isAllowedInTeam(context.role, "response:edit");
  const bullets = gap.item.kind === "status" ? (gap.item.bullets ?? []) : [];
  const isAsked = isAllowedInTeam(context.role, "comment:create");
  const goalHref = (goal && goalPages(teamId, evaluationOf().tool).get(goal.indicators)?.href) ?? "";
  const values = measured.map((row): [string, ReactNode] => [
    row.rowId,
    <RowValues key={row.rowId} row={row} drawing={row.measured && drawIndicator(row.measured, row.name, VALUES_HEIGHT)} goalHref={goalHref} />,
  ]);
  return (
    <PeopleProvider people={people} historyNames={context.historyNames}>
      <div className="container-page pt-4 pb-16">
        <Breadcrumbs crumbs={crumbsOf(gap, teamHref)} />
        <header className="gap-header">
          <div className="min-w-0">
            <h1>
              {gap.lead ? <span className="gap-lead">{gap.lead}</span> : null} {gap.item.prompt}
            </h1>
            {bullets.length > 0 ? (
              <ul className="bullets mt-2">
                {bullets.map((bullet) => (
                  <li key={bullet}>{bullet}</li>
                ))}
              </ul>
            ) : null}
            <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem]">
              <Standing gap={gap} answer={current} />
              <span className="text-muted">
                {points.length > 1 ? `was ${points[0]!.text} at first · ` : null}
                {gap.item.source}
              </span>
            </p>
          </div>
          <div className="no-print flex flex-wrap items-start gap-3">
            {isAsked ? (
              <LinkButton href={`${toolHref}?panel=${itemId}#${itemId}`} variant="secondary" prefetch={false}>
                Comment
              </LinkButton>
            ) : null}
            {meeting ? <ToAgenda teamId={context.teamId} words={point} {...meeting} /> : null}
          </div>
        </header>
        <div className="gap-columns">
          <GapSteps story={story} answers={points.filter(({ text }) => text !== "").map(({ text, score }) => (score === null ? text : String(score)))} today={today} />
          <div className="gap-parts">
            <GapAnswer points={points} isRating={gap.item.kind === "rating"} toolLabel={label} toolHref={`${toolHref}#${itemId}`} />
            <GapPlan teamId={context.teamId} itemId={itemId} words={gap.words} story={story} mayEdit={mayEdit} values={new Map(values)} />
            <GapBeside
              comments={latest}
              commentCount={said.length}
              files={newFiles}
              fileCount={files?.length ?? 0}
              panelHref={`${toolHref}?panel=${itemId}#${itemId}`}
              historyHref={`${toolHref}/history`}
              mayComment={isAsked}
            />
          </div>
        </div>
      </div>
    </PeopleProvider>
  );
}

function crumbsOf({ area, element, item, tool }: GapItem, teamHref: string) {
  const filter = element === null ? "" : `?element=${element}`;
  return [
    { label: "Readiness and gaps", href: `${teamHref}/readiness` },
    ...(area === tool.label ? [] : [{ label: area, href: `${teamHref}/readiness${filter}#gaps` }]),
    { label: capitalised(item.source.split(", ").at(-1) ?? item.source) },
  ];
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How it stands now: what kind of gap, and the answer; what is in place is none. */
function Standing({ gap: { item }, answer }: { gap: GapItem; answer: unknown }) {
  const kind = item.kind === "rating" ? classifyRating(answer as RatingValue | null) : classifyStatus(answer as StatusValue | null);
  const text = answer === null ? "No answer yet" : formatAnswer(item, answer as never);
  return (
    <>
      {kind ? (
        <GapKindTag kind={kind.kind} />
      ) : (
        <Tag tone="success" icon="check">
          In place
        </Tag>
      )}
      <span>{text}</span>
    </>
  );
}
