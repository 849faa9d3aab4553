import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GoalFrom } from "@/components/indicators/goal-from";
import { GoalBeside, TeamLearned } from "@/components/indicators/goal-beside";
import { GoalView } from "@/components/indicators/goal-view";
import { SheetTabs } from "@/components/indicators/sheet-tabs";
import { createPrinter } from "@/components/printed/create-printer";
import { PrintedPage } from "@/components/printed/printed";
import { PageHeader } from "@/components/ui/page-header";
import { INDICATOR_LIBRARY } from "@/content/indicator-library";
import { getTool } from "@/content/toolkits";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { itemsById, toolName } from "@/lib/domain/tool/items";
import { requireTeam } from "@/lib/platform/auth/require";
import { evaluationOf } from "@/lib/indicators/load-indicators";
import { loadGoalPage, textOf } from "@/lib/indicators/load-goal-page";
import { loadToolLinks } from "@/lib/links/link-places";
import { loadPathAnswers } from "@/lib/links/load-trace";
import { listPeople } from "@/lib/people/list-people";
import { newFormKey } from "@/lib/platform/http/form-key";
import { readAsked } from "./asked";
import { readRefused } from "./refused-form";

interface GoalPageProps {
  params: Promise<{ teamId: string; sheet: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The goal whose sheet an address names: "1" is the printed one. */
function findSheet(sheet: string) {
  return evaluationOf().goals.find((_, index) => String(index + 1) === sheet) ?? null;
}

export async function generateMetadata({ params }: GoalPageProps): Promise<Metadata> {
  const goal = findSheet((await params).sheet);
  return { title: goal ? `${goal.name}, ${toolName(getTool(evaluationOf().tool))}` : "Goal" };
}

export default async function GoalPage({ params, searchParams }: GoalPageProps) {
  const { teamId, sheet } = await params;
  const goal = findSheet(sheet);
  const { tool: toolRef, goals } = evaluationOf();
  const context = await requireTeam(teamId, "response:view", toolRef);
  if (!goal) notFound();
  const asked = readAsked(await searchParams);
  const tool = getTool(toolRef);
  const answered = loadPathAnswers(context);
  const [{ answers, standing, indicators, drawings, nextOn, sheets, nextSheet }, links, { pageId, printAsIs }] = await Promise.all([
    loadGoalPage(context, goal, new Date(), answered),
    loadToolLinks(context, tool, answered),
    createPrinter(),
  ]);
  const people = context.historyNames === "hidden" ? null : await listPeople(context, indicators);
  const mayChange = isAllowedInTeam(context.role, "response:edit") && standing.locked === null;
  const items = itemsById(tool);
  const questionOf = (id: string) => items.get(id)?.prompt ?? "";
  const sectionHref = (section: string, itemId: string) => `/teams/${teamId}/tools/${tool.slug}?section=${section}#${itemId}`;
  const tableHref = sectionHref(goal.section, goal.indicators);
  const learnedHref = sectionHref(goal.section, goal.review[0] ?? goal.goal);
  const place = { teamId, sheet, toolRef, toolSlug: tool.slug, itemId: goal.indicators };
  const sheetOf = (one: typeof goal) => String(goals.indexOf(one) + 1);
  return (
    <PrintedPage id={pageId}>
      <div className="container-page pt-8 pb-16">
        <PageHeader
          eyebrow={toolName(tool)}
          title={goal.name}
          crumbs={[
            { label: "Tools", href: `/teams/${teamId}/tools` },
            { label: toolName(tool), href: `/teams/${teamId}/tools/${tool.slug}` },
            { label: goal.name },
          ]}
          actions={
            <SheetTabs
              teamId={teamId}
              current={sheet}
              sheets={sheets.map((one) => ({ sheet: sheetOf(one), name: one.name, isAdded: one.isAdded }))}
              addHref={nextSheet && mayChange ? sectionHref(nextSheet.section, nextSheet.goal) : null}
            />
          }
        />
        <div className="goal-columns">
          <div className="goal-main">
            <GoalView
              place={place}
              goal={textOf(answers, goal.goal)}
              from={<GoalFrom teamId={teamId} place={links.get(goal.section)} />}
              indicators={indicators}
              drawings={drawings}
              toolHref={tableHref}
              toolLabel={tool.label}
              mayChange={mayChange}
              closed={standing.completed ? `${tool.label} is marked complete. Reopen it to add a row. Values can be added all the same.` : null}
              people={people}
              asked={asked}
              refused={readRefused(context, asked)}
              nextOn={nextOn}
              makeKey={newFormKey}
              print={printAsIs}
              libraryKeys={asked.library ? INDICATOR_LIBRARY.map(newFormKey) : []}
            />
            <TeamLearned
              answers={goal.review.map((id) => ({ question: questionOf(id), answer: textOf(answers, id) }))}
              toolHref={learnedHref}
              toolLabel={tool.label}
            />
          </div>
          <GoalBeside
            place={place}
            isNarrow={indicators.isNarrow}
            hasLibrary={mayChange}
            facts={[
              { title: "Staff responsible", question: questionOf(goal.staff), answer: textOf(answers, goal.staff) },
              { title: "Data sharing", question: questionOf(goal.sharing), answer: textOf(answers, goal.sharing) },
            ]}
            toolHref={tableHref}
            toolLabel={tool.label}
          />
        </div>
      </div>
    </PrintedPage>
  );
}
