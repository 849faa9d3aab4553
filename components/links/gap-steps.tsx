import { Icon, type IconName } from "@/components/ui/icon";
import { isOverdue } from "@/lib/domain/plan/actions";
import { PRIORITY_STATUS_LABELS } from "@/lib/domain/plan/priority-status";
import type { GapStory } from "@/lib/links/load-gap";

interface Step {
  readonly name: string;
  readonly note: string;
  readonly state: "done" | "warm" | "open";
  readonly anchor: string;
}

const ICONS: Record<Step["state"], IconName> = { done: "check", warm: "warning", open: "circle" };
const WORDS: Record<Step["state"], string> = { done: "", warm: "Needs attention: ", open: "Not yet: " };

const count = (number: number, one: string) => (number === 1 ? `1 ${one}` : `${number} ${one}s`);

function listSteps({ priority, idea, goal }: GapStory, answers: readonly string[], today: string): Step[] {
  const actions = idea?.actions ?? [];
  const done = actions.filter(({ status }) => status === "done").length;
  const late = actions.filter((action) => isOverdue(action, today)).length;
  const hidden = "in a tool not shared with you";
  return [
    { name: answers.length > 0 ? "Rated" : "Not rated yet", note: answers.join(", "), state: answers.length > 0 ? "done" : "open", anchor: "answers" },
    {
      name: "Priority",
      note: !priority ? "" : priority.path === null ? hidden : !priority.isThere ? "its text was removed" : PRIORITY_STATUS_LABELS[priority.status].toLowerCase(),
      state: !priority ? "open" : priority.path !== null && !priority.isThere ? "warm" : "done",
      anchor: "priority",
    },
    { name: idea?.name ?? "Idea", note: !idea ? "" : idea.path === null ? hidden : idea.goal ? "goal written" : "no goal yet", state: idea ? "done" : "open", anchor: "idea" },
    {
      name: actions.length > 0 ? count(actions.length, "action") : "Actions",
      note: actions.length === 0 ? "" : [`${done} done`, ...(late > 0 ? [`${late} overdue`] : [])].join(", "),
      state: actions.length === 0 ? "open" : late > 0 ? "warm" : "done",
      anchor: "actions",
    },
    { name: "Goal", note: !goal ? "" : goal.path === null ? hidden : goal.name, state: goal ? "done" : "open", anchor: "goal" },
    {
      name: goal && goal.indicators.length > 0 ? count(goal.indicators.length, "indicator") : "Indicators",
      note: "",
      state: goal && goal.indicators.length > 0 ? "done" : "open",
      anchor: "indicators",
    },
  ];
}

interface GapStepsProps {
  story: GapStory;
  /** The answers so far, oldest first, in few words. */
  answers: readonly string[];
  today: string;
}

/** The stops of a gap's way, each leading to its part of the page. */
export function GapSteps({ story, answers, today }: GapStepsProps) {
  return (
    <nav aria-label="Where this gap went" className="gap-steps no-print">
      <p aria-hidden="true" className="text-muted">
        Where this gap went
      </p>
      <ol>
        {listSteps(story, answers, today).map(({ name, note, state, anchor }) => (
          <li key={anchor} className={`gap-step gap-step-${state}`}>
            <Icon name={ICONS[state]} className="size-5" />
            <a href={`#${anchor}`}>
              <span className="sr-only">{WORDS[state]}</span>
              {name}
            </a>
            {note ? <span className="gap-step-note">{note}</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
