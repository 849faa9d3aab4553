import { type ChoiceLinks, letter, named, PLACES_PER_LETTER, withChoices } from "./letters";
import type { MailMessage } from "./smtp";

export interface DuePlace {
  /** What and where, never what was written: "An action in Idea #2". */
  readonly what: string;
  readonly teamName: string;
  /** "Dec 4, 2026" */
  readonly day: string;
  readonly link: string;
}

export interface DueLists {
  readonly overdue: readonly DuePlace[];
  readonly today: readonly DuePlace[];
  readonly week: readonly DuePlace[];
}

const HEADINGS: Record<keyof DueLists, string> = { overdue: "Overdue", today: "Due today", week: "Due in the next days" };

/** What is due for one person in one agency. */
export function reminderMail(to: string, agencyName: string, lists: DueLists, links: ChoiceLinks): MailMessage {
  let room = PLACES_PER_LETTER;
  const parts = (["overdue", "today", "week"] as const).flatMap((part) => {
    const shown = lists[part].slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [HEADINGS[part], ...shown.map((place) => lineOf(part, place))];
  });
  const more = lists.overdue.length + lists.today.length + lists.week.length - (PLACES_PER_LETTER - room);
  return withChoices(
    (ending) =>
      letter(to, subjectOf(lists), [
        `In the PS-COPE Workbook of ${named(agencyName)}, this is yours:`,
        ...parts,
        ...(more > 0 ? [`And ${more} more. Open the team’s page to see them.`] : []),
        ...ending,
      ]),
    links,
  );
}

function lineOf(part: keyof DueLists, { what, teamName, day, link }: DuePlace): string {
  return `${what}, ${named(teamName)}, ${part === "overdue" ? "was due on" : "is due on"} ${day}.\n${link}`;
}

function subjectOf({ overdue, today, week }: DueLists): string {
  const soon = today.length + week.length;
  const due = today.length > 0 && week.length === 0 ? "due today" : "due in the next days";
  if (soon === 0) return overdue.length === 1 ? "1 thing of yours is overdue" : `${overdue.length} things of yours are overdue`;
  const what = soon === 1 ? `1 thing of yours is ${due}` : `${soon} things of yours are ${due}`;
  return overdue.length === 0 ? what : `${what}, ${overdue.length} overdue`;
}
