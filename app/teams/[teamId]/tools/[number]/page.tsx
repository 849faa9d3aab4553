import type { Metadata } from "next";
import { headers } from "next/headers";
import { NextCard } from "@/components/home/next-card";
import { goalPages } from "@/components/indicators/goal-pages";
import { PlaceLinks } from "@/components/links/place-links";
import { PeopleProvider } from "@/components/people/shown-people";
import { WhoSeesNote } from "@/components/people/who-sees-words";
import { RosterLink } from "@/components/roster/roster-link";
import { createPrinter } from "@/components/printed/create-printer";
import { PrintedPage } from "@/components/printed/printed";
import { CompletedNotice } from "@/components/tool/completed-notice";
import { CompletionPanel } from "@/components/tool/completion-panel";
import { liveParts } from "@/components/tool/controls/live-parts";
import type { ToolView } from "@/components/tool/controls/tool-view";
import type { OfferedWordsProps } from "@/components/tool/fields/offered-words";
import { AddSection, OnDemandProvider } from "@/components/tool/fields/on-demand";
import { ItemPanelHost } from "@/components/tool/beside/item-panel-host";
import { KeptAnswers } from "@/components/tool/kept-answers";
import { ResponseProvider } from "@/components/tool/live/response-provider";
import { navParts } from "@/components/tool/nav-parts";
import { ReadOnlyNotice } from "@/components/tool/read-only-notice";
import { NextStepLink } from "@/components/tool/sections/step-links";
import { StepFrame, ToolSteps } from "@/components/tool/sections/step-frames";
import { TeamReviewPanel } from "@/components/tool/team-review-panel";
import { SinceBar } from "@/components/tool/since/since-bar";
import { buildSinceData, listPeopleInNews } from "@/components/tool/since/since-data";
import { ToolAssignments } from "@/components/tool/tool-assignments";
import { ToolBar } from "@/components/tool/tool-bar";
import { ToolFolds, ToolRail } from "@/components/tool/tool-folds";
import { ToolMenu } from "@/components/tool/tool-menu";
import { ToolPager } from "@/components/tool/tool-pager";
import { ElementTips } from "@/components/tool/views/element-help";
import { drawMarked } from "@/components/tool/views/marked-text";
import { markedTool } from "@/components/tool/views/marking";
import { SectionView } from "@/components/tool/views/section-view";
import { WritingHintsLoader } from "@/components/tool/writing-hints/writing-hints-loader";
import { TOOLS, toolkitOf } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { askedItems } from "@/lib/domain/item/asked-items";
import { countProgress, formatDate } from "@/lib/domain/item/item-readers";
import { listPeopleInAnswers, mayNamePeople, nameInAnswers } from "@/lib/domain/item/people-in-answers";
import { type PersonRef, showPerson } from "@/lib/domain/people/person";
import { placesOfRepeatedItems } from "@/lib/domain/tool/item-places";
import { sectionItems, toolItems, toolName } from "@/lib/domain/tool/items";
import { listToolParts } from "@/lib/domain/tool/tool-parts";
import { isSameTool, toolKey } from "@/lib/domain/tool/tool-ref";
import { findToolStep, listToolSteps } from "@/lib/domain/tool/tool-steps";
import { ABOUT_PART, markedAt } from "@/lib/domain/toolkit/mark-texts";
import { getElement } from "@/lib/domain/toolkit/toolkit";
import { timeZoneOf } from "@/lib/history/time-zones";
import { loadHome } from "@/lib/home/load-home";
import { loadToolLinks } from "@/lib/links/link-places";
import { findReassessment, waitingIn } from "@/lib/milestones/reassess";
import { withCarried, withDecisions } from "@/lib/notes/item-notes";
import { listItemNotes } from "@/lib/notes/load-item-notes";
import { nameHelpers } from "@/lib/people/find-unshared-tool";
import { listChoosable, listGone, listPeople } from "@/lib/people/list-people";
import { findJoinedAt, listTeamMembers } from "@/lib/people/members";
import { isAllowedInTeam, mayExport } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { listOffers, type Offered } from "@/lib/responses/offered-answers";
import { ROSTER } from "@/lib/roster/roster-check";
import { describeWhoSees } from "@/lib/platform/auth/who-sees";
import { FIRST_VISIT_HEADER } from "@/lib/platform/http/seen-tools";
import { getResponseView } from "@/lib/responses/responses";
import { formatDay } from "@/lib/domain/text/due-words";
import { type DecidedIn, listDecidedItems } from "@/lib/rounds/decide";
import { loadToolSince } from "@/lib/since/load-since";
import { listToolReviews } from "@/lib/responses/tool-status";
import { listKeptAnswers } from "@/lib/responses/upgrade-response";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import { COMPLETED, readToolParams, type ToolPageProps } from "./tool-params";

export async function generateMetadata({ params }: ToolPageProps): Promise<Metadata> {
  const { tool } = await readToolParams(params);
  return { title: toolName(tool) };
}

/** A moment that is offered, as the day that it was where the agency is. */
function withDays(offers: ReadonlyMap<string, readonly Offered[]>, timeZone: string): ReadonlyMap<string, readonly OfferedWordsProps[]> {
  const day = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone });
  const withDay = (offered: Offered): OfferedWordsProps => {
    const { at, ...offer } = offered;
    // As it is where there is no day: what stands at many places is sent once.
    if (at === undefined) return offered;
    const date = day.format(new Date(at));
    return { ...offer, day: { date, words: formatDate(date) } };
  };
  return new Map([...offers].map(([id, own]) => [id, own.map(withDay)]));
}

interface ShownToolProps extends ToolPageProps {
  searchParams: Promise<{ section?: string | string[]; done?: string | string[] }>;
}

export default async function ToolPage({ params, searchParams }: ShownToolProps) {
  const [{ teamId, tool }, { section: asked, done }] = await Promise.all([readToolParams(params), searchParams]);
  const context = await requireTeam(teamId, "response:view", tool.ref);
  const [team, response, beside, decided, since, reviews, offers, links, { pageId, print }, reassessment] = await Promise.all([
    getTeam(context),
    getResponseView(context, tool.ref),
    listItemNotes(context, tool.ref),
    listDecidedItems(context, tool.ref),
    loadToolSince(context, tool.ref),
    tool.kind === "reference" ? listToolReviews(context) : [],
    listOffers(context, tool),
    loadToolLinks(context, tool),
    createPrinter(),
    findReassessment(context, [tool.ref]),
  ]);
  const decisions = withDecisions(beside, new Map([...decided].map(([id, decision]) => [id, placeOfDecision(teamId, id, decision)])));
  const waiting = reassessment ? waitingIn(reassessment, tool.ref) : null;
  const notes = reassessment && waiting ? withCarried(decisions, waiting, { name: reassessment.milestone.name, href: `/teams/${teamId}/milestones/reassess#carried-${tool.slug}` }) : decisions;
  // After the response: opening it may be what brings its answers along.
  const kept = await listKeptAnswers(context, tool);

  const items = toolItems(tool);
  const named = listPeopleInAnswers(items, response.answers);
  const people = await listPeople(context, response, reviews, links, named, listPeopleInNews(tool, since));
  const show = (person: PersonRef) => showPerson(people, person);
  const counted = items.filter(({ extension }) => !extension).map(({ id }) => id);
  const mayEdit = isAllowedInTeam(context.role, "response:edit");
  const mayViewRoster = isAllowedInTeam(context.role, "roster:view");
  const isReadOnly = !mayEdit || response.completed !== null;
  // What was carried forward and nobody has looked at counts as no answer.
  const given = waiting ? Object.fromEntries(Object.entries(response.answers).filter(([id]) => !waiting.has(id))) : response.answers;
  const progress = isReadOnly ? countProgress(askedItems(tool, response.answers), given) : null;
  const conditions = tool.sections.flatMap((section) =>
    section.when ? [{ item: section.when.item, options: section.when.options, itemIds: sectionItems(section).map(({ id }) => id) }] : [],
  );
  const openTools = TOOLS.filter(({ ref }) => context.toolKeys?.includes(toolKey(ref)) ?? true);
  const position = openTools.findIndex(({ ref }) => isSameTool(ref, tool.ref));

  const markLinks = { toolsPath: `/teams/${teamId}/tools`, openTools: context.toolKeys ? openTools.map(({ slug }) => slug) : null };
  const toolkit = toolkitOf(tool.ref);
  const places = placesOfRepeatedItems(tool);
  const marked = markedTool(tool).parts;
  const markIn: ToolView["markIn"] = (part) => (owner, field) => drawMarked(markedAt(marked, part, owner, field), markLinks);
  const view: ToolView = {
    state: isReadOnly ? "read" : "fill",
    level: 2,
    answers: isReadOnly ? nameInAnswers(items, response.answers, show) : response.answers,
    notes,
    offers: withDays(offers, timeZoneOf(team.agencyState)),
    plain: (key) => (team.hasPlainWords ? toolkit.plainWords.get(key) : undefined),
    placeOf: (itemId) => places.get(itemId),
    mark: markIn(ABOUT_PART),
    markIn,
    print,
    rowPages: goalPages(teamId, tool.ref),
    drawTips: (id) => <ElementTips element={getElement(toolkit, id)} view={{ markIn, print, isPrinted: true }} />,
    drawLinks: (placeId) => {
      const place = links.get(placeId);
      const name = tool.sections.find(({ id }) => id === placeId)?.title ?? toolName(tool);
      if (mayViewRoster && placeId === ROSTER.table) return <RosterLink teamId={teamId} />;
      return place ? <PlaceLinks teamId={teamId} place={place} name={name} mayEdit={!isReadOnly} /> : null;
    },
    live: liveParts,
  };

  const steps = listToolSteps(tool);
  const stepRefs = steps.map(({ id, title }) => ({ id, title }));
  const sinceData = buildSinceData(tool, since, show);
  // Without a wish in the address, where the reader was last.
  const lastSection = tool.sections.find((section) => sectionItems(section).some(({ id }) => id === sinceData.lastItem))?.id;
  const step = findToolStep(steps, typeof asked === "string" ? asked : lastSection);
  const toolParts = listToolParts(tool);
  // Sheets that are added now and then, beside parts without a name, are no way around a tool.
  const parts = navParts(toolParts.every(({ isOnDemand }) => isOnDemand) ? [] : toolParts, counted, steps, isReadOnly ? given : null);
  const toolHref = `/teams/${teamId}/tools/${tool.slug}`;
  const reviewHref = !isReadOnly && isAllowedInTeam(context.role, "response:complete") ? `${toolHref}/complete` : null;
  const onDemand = tool.sections.filter((section) => section.onDemand);
  const onDemandRefs = onDemand.map((section) => ({ id: section.id, items: sectionItems(section).map(({ id, kind }) => ({ id, kind })) }));
  const wanted = onDemandRefs.filter(({ id, items: own }) => id === asked || own.some((item) => notes.has(item.id))).map(({ id }) => id);
  const drawSections = (ids: readonly string[]) =>
    tool.sections.filter(({ id }) => ids.includes(id)).map((section) => <SectionView key={section.id} section={section} view={view} />);

  const page = (
    <PeopleProvider people={people} historyNames={context.historyNames} {...(items.some(mayNamePeople) && !isReadOnly && { choosable: listChoosable(people), gone: listGone(people, named) })}>
      <ResponseProvider
        teamId={teamId}
        slug={tool.slug}
        userId={context.userId}
        personId={context.personId}
        historyNames={context.historyNames}
        items={items.map(toDocumentItem)}
        conditions={conditions}
        {...(waiting && { waiting: [...waiting] })}
        extensions={items.filter(({ extension }) => extension).map(({ id }) => id)}
        response={{ answers: response.answers, documentState: response.documentState, seq: response.seq, setBy: response.setBy }}
        canEdit={!isReadOnly}
      >
        <OnDemandProvider sections={onDemandRefs} wanted={wanted}>
          <ToolSteps steps={steps.map(({ id }) => id)} initial={step?.id ?? null}>
            <ToolBar
              title={toolName(tool)}
              back={{ href: `/teams/${teamId}`, label: `${team.name}, ${team.agencyName}` }}
              hasItems={counted.length > 0}
              progress={progress}
              signInHref={`/sign-in?next=${toolHref}`}
              reviewHref={reviewHref}
              menu={
                <ToolMenu
                  teamId={teamId}
                  tool={tool.slug}
                  steps={stepRefs}
                  mayExport={mayExport(context.role, team.exporters)}
                  reviewHref={reviewHref}
                />
              }
              since={<SinceBar teamId={teamId} slug={tool.slug} userId={context.userId} since={sinceData} itemIds={items.map(({ id }) => id)} />}
            />
            <div className="container-page tool-columns">
              <ToolRail steps={stepRefs} parts={parts} />
              <div className="tool-main">
                {done === COMPLETED && response.completed ? (
                  <CompletedNotice teamId={teamId} toolLabel={tool.label} isLocked={response.locked !== null}>
                    <NextCard teamId={teamId} {...await loadHome(context, new Date())} />
                  </CompletedNotice>
                ) : null}
                <ReadOnlyNotice
                  context={context}
                  tool={tool}
                  completed={response.completed}
                  locked={response.locked}
                  listMembers={() => listTeamMembers(context)}
                  findHelp={async () => {
                    const [members, joinedAt] = await Promise.all([listTeamMembers(context), findJoinedAt(context)]);
                    return { helpers: nameHelpers(members), joinedAt };
                  }}
                />
                <ToolFolds
                  tool={tool}
                  steps={stepRefs}
                  parts={parts}
                  isFirstVisit={(await headers()).has(FIRST_VISIT_HEADER)}
                  hasPlainWords={team.hasPlainWords}
                  view={view}
                >
                  <ToolAssignments context={context} tool={tool} notes={notes} isOpen={response.completed === null} />
                  {items.length > 0 ? <WhoSeesNote about="answers and ratings" words={describeWhoSees(["answers", "history", "leaving"])} /> : null}
                </ToolFolds>
                {steps.length === 0 ? drawSections(tool.sections.map(({ id }) => id)) : null}
                {steps.map(({ id, sectionIds }, index) => (
                  <StepFrame key={id} id={id}>
                    {drawSections(sectionIds)}
                    {stepRefs[index + 1] ? <NextStepLink step={stepRefs[index + 1]!} /> : null}
                  </StepFrame>
                ))}
                {onDemand.length > 0 && !isReadOnly ? (
                  <AddSection>The toolkit prints one sheet, for one goal. We add up to {onDemand.length} more, each for a goal of its own.</AddSection>
                ) : null}
                <KeptAnswers answers={kept} />
                {tool.kind === "reference" ? (
                  <TeamReviewPanel context={context} tool={tool} reviews={reviews} members={await listTeamMembers(context)} />
                ) : null}
                <CompletionPanel context={context} tool={tool} isReadOnly={isReadOnly} lastStep={stepRefs.at(-1)?.id ?? null} />
                <ToolPager teamId={teamId} previous={openTools[position - 1] ?? null} next={openTools[position + 1] ?? null} />
              </div>
            </div>
          </ToolSteps>
        </OnDemandProvider>
        {team.hasWritingHints ? <WritingHintsLoader /> : null}
        <ItemPanelHost
          teamId={teamId}
          toolRef={tool.ref}
          slug={tool.slug}
          me={{ userId: context.userId, personId: context.personId, role: context.role, historyNames: context.historyNames }}
          isOpen={response.completed === null}
          mayClear={!isReadOnly}
        />
      </ResponseProvider>
    </PeopleProvider>
  );
  return <PrintedPage id={pageId}>{page}</PrintedPage>;
}

/** Where the team decided an answer, as its mark says it and leads there. */
function placeOfDecision(teamId: string, itemId: string, { roundId, number, meeting }: DecidedIn): { readonly where: string; readonly href: string } {
  if (meeting) return { where: `the meeting on ${formatDay(meeting.heldOn)}`, href: `/teams/${teamId}/meetings/${meeting.id}` };
  return { where: `round ${number}`, href: `/teams/${teamId}/rounds/${roundId}?item=${itemId}` };
}
