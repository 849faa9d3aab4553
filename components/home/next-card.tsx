import type { ReactNode } from "react";
import { nameOfTarget } from "@/components/assignments/assigned-target";
import { LinkButton } from "@/components/ui/button";
import { DueDate } from "@/components/ui/due-date";
import { Icon } from "@/components/ui/icon";
import { getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import { formatGapStatement } from "@/lib/domain/readiness/gaps";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import type { PathStep } from "@/lib/domain/plan/path-step";
import { formatPickReason } from "@/lib/domain/readiness/first-picks";
import { minutesWords } from "@/lib/domain/rounds/round";
import { shorten } from "@/lib/domain/text/shorten";
import { toolName } from "@/lib/domain/tool/items";
import type { NextStep } from "@/lib/home/next-step";

interface NextCardProps {
  teamId: string;
  /** Nothing is drawn for those who only read. */
  next: NextStep | null;
  /** Names the checklist of the element that a gap belongs to. */
  readiness: ReadinessReport | null;
}

/** What to do next and why, standing out from everything else on the page. */
export function NextCard({ teamId, next, readiness }: NextCardProps) {
  if (!next) return null;
  const element = next.kind === "gap" || next.kind === "path" ? readiness?.elements.find(({ id }) => id === next.pick?.area.element) : undefined;
  const checklistName = element?.checklist?.tool.label ?? "the checklist";
  const { title, why, href, label, more } = describe(teamId, next, checklistName);
  return (
    <section aria-labelledby="next" className="next-card">
      <div className="min-w-0">
        <h2 id="next" className="next-card-lead">
          Next for you
        </h2>
        <p className="next-card-title">{title}</p>
        {why.map((line, index) => (
          <p key={index} className="text-[0.9375rem] text-muted">
            {line}
          </p>
        ))}
      </div>
      <LinkButton href={href} prefetch={false}>
        <span>
          {label}
          {more ? <span className="next-card-more"> {more}</span> : null}
        </span>
        <Icon name="arrow-right" />
      </LinkButton>
    </section>
  );
}

interface Described {
  readonly title: ReactNode;
  readonly why: readonly ReactNode[];
  readonly href: string;
  readonly label: string;
  /** Of the label what the title says too: heard by all, seen where there is room. */
  readonly more?: string;
}

function describe(teamId: string, next: NextStep, checklistName: string): Described {
  const tools = `/teams/${teamId}/tools`;
  switch (next.kind) {
    case "round": {
      const { roundId, number, tool, items, untilOn } = next.round;
      return {
        title: `Rate ${toolName(getTool(tool))} on your own`,
        why: [
          <>
            Round {number} asks you: {items === 1 ? "1 statement" : `${items} statements`}, {minutesWords(items)}. {untilOn ? <DueDate day={untilOn} /> : "No date."}
          </>,
          "Your team compares how each of you sees it. Nobody sees your ratings before the reveal.",
        ],
        href: `/teams/${teamId}/rounds/${roundId}`,
        label: "Open the round",
      };
    }
    case "mine": {
      const { assignment } = next;
      const tool = getTool(assignment.toolRef);
      const isWhole = assignment.targetId === "";
      const { answered, total } = assignment.progress;
      return {
        title: `${answered > 0 ? "Finish" : "Start"} ${nameOfTarget(assignment)}`,
        why: [
          <Reason key="due" dueOn={assignment.dueOn} toolName={isWhole ? null : toolName(tool)} />,
          blanksOf(assignment.blanks, total - answered),
        ],
        href: `${tools}/${tool.slug}${isWhole ? "" : `#${assignment.targetId}`}`,
        label: "Go on",
        more: `with ${tool.label}`,
      };
    }
    case "path":
      return describePath(`/teams/${teamId}`, next.step, next.pick && `A good one to begin with: ${formatGapStatement(next.pick.gap)} ${formatPickReason(next.pick, checklistName)}`);
    case "gap": {
      const { pick, isFirstStep } = next;
      return {
        title: formatGapStatement(pick.gap),
        why: [`${isFirstStep ? "A first step for your team" : "What your team is to start with"}. ${formatPickReason(pick, checklistName)}`],
        href: `${tools}/${pick.gap.tool.slug}#${pick.gap.itemId}`,
        label: "Look at this item",
      };
    }
    case "tool": {
      const { tool, isStarted, progress } = next;
      const left = progress.total - progress.answered;
      const why = !isStarted
        ? "Nobody has begun it yet."
        : left > 0
          ? `Begun, with ${left === 1 ? "1 item" : `${left} items`} still blank.`
          : "Everything is answered. Look it through and mark it complete.";
      return { title: `${isStarted ? "Finish" : "Start"} ${toolName(tool)}`, why: [why], href: `${tools}/${tool.slug}`, ...(isStarted ? { label: "Go on", more: `with ${tool.label}` } : { label: "Start", more: tool.label }) };
    }
    case "all-complete":
      return { title: "Every tool is complete", why: ["Look at where you stand, and what comes next."], href: tools, label: "All tools" };
  }
}

const count = (number: number, one: string) => (number === 1 ? `1 ${one}` : `${number} ${one}s`);

/** The next stop on the way from gaps to goals. `pick`: the gap to begin with, in words. */
function describePath(teamHref: string, step: PathStep, pick: string | null): Described {
  const flow = MAIN_TOOLKIT.planFlow;
  if (!flow) throw new RangeError("there is no such way in this toolkit");
  const at = (tool: "priorities" | "plan" | "evaluation", anchor: string) => `${teamHref}/tools/${getTool(flow[tool].tool).slug}#${anchor}`;
  switch (step.kind) {
    case "choose-priorities":
      if (step.considering > 0) {
        return {
          title: "Choose priorities",
          why: [`${step.considering === 1 ? "1 priority" : `${step.considering} priorities`} to consider, and none is chosen yet. Decide together which to work on.`],
          href: at("priorities", flow.priorities.table),
          label: "Choose",
          more: "in Tool 8",
        };
      }
      return { title: "Choose priorities", why: [`${count(step.gaps, "gap")} in your ratings and checklists, and none is a priority yet.`, pick], href: `${teamHref}/readiness#gaps`, label: "Choose", more: "from your gaps" };
    case "develop":
      return { title: `Develop an idea: ${short(step.priority.what)}`, why: ["A chosen priority that is no idea in your plan yet."], href: at("priorities", flow.priorities.table), label: "Develop it" };
    case "plan-actions": {
      const { place, words } = step.idea;
      const why = step.lacks === "actions" ? "An idea without a single action yet." : "None of its actions has anybody who leads it.";
      return { title: `Plan ${place.name}${words ? `: ${short(words)}` : ""}`, why: [why], href: at("plan", place.section), label: step.lacks === "actions" ? "Add actions" : "Name who leads" };
    }
    case "evaluate":
      return { title: `Decide how to evaluate ${step.idea.place.name}`, why: [`Its goal has no evaluation yet: ${short(step.idea.goal)}`], href: at("plan", step.idea.place.section), label: "Evaluate this goal" };
    case "measure": {
      const { place, words } = step.goal;
      return { title: `Name an indicator${words ? `: ${short(words)}` : ""}`, why: ["A goal that nothing measures yet."], href: at("evaluation", place.indicators), label: "Add an indicator" };
    }
  }
}

const SHOWN = 120;
const short = (words: string) => shorten(words, SHOWN);

function Reason({ dueOn, toolName: name }: { dueOn: string | null; toolName: string | null }) {
  return (
    <>
      {name ? `${name}. ` : null}Assigned to you
      {dueOn ? (
        <>
          . <DueDate day={dueOn} />
        </>
      ) : (
        ", without a date."
      )}
    </>
  );
}

function blanksOf(blanks: readonly string[], left: number): ReactNode {
  if (left <= 0) return null;
  if (blanks.length === 0) return "Still blank.";
  const named = blanks.map((name) => shorten(name, 42)).join("; ");
  return left > blanks.length ? `Still blank: ${named}; and ${left - blanks.length} more.` : `Still blank: ${named}.`;
}
