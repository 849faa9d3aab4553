import Link from "next/link";
import { Tag, type TagTone } from "@/components/ui/tag";
import { FORM_STATE_WORDS, type FormState } from "@/lib/domain/feedback/form";
import { formatDay } from "@/lib/domain/text/due-words";
import type { TeamForm } from "@/lib/feedback/team-forms";

const STATE_TONES: Record<FormState, TagTone> = { draft: "neutral", open: "primary", closed: "neutral", withdrawn: "neutral" };

export function FormStateTag({ state }: { state: FormState }) {
  return <Tag tone={STATE_TONES[state]}>{FORM_STATE_WORDS[state]}</Tag>;
}

/** "1 answer", "19 answers" */
export function answersWords(count: number): string {
  return count === 1 ? "1 answer" : `${count.toLocaleString("en-US")} answers`;
}

/** "2 wait to be looked at, 1 of them held"; empty where none does. */
export function waitingWords({ waiting, held }: Pick<TeamForm, "waiting" | "held">): string {
  if (waiting === 0) return "";
  const all = waiting === 1 ? "1 answer waits" : `${waiting} answers wait`;
  return `${all} to be looked at${held === 0 ? "" : held === waiting ? ", held" : `, ${held} held`}`;
}

interface FormListProps {
  teamId: string;
  forms: readonly TeamForm[];
  /** Whether the reader looks at answers: counts are for them. */
  mayLook: boolean;
}

/** The team's forms, where answers wait said so. */
export function FormList({ teamId, forms, mayLook }: FormListProps) {
  return (
    <ul className="agenda-rows">
      {forms.map((form) => (
        <li key={form.id} className="grid gap-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`/teams/${teamId}/feedback/${form.id}`} prefetch={false} className="min-w-0 font-semibold wrap-anywhere">
              {form.title}
            </Link>
            <FormStateTag state={form.state} />
            {form.waiting > 0 ? <Tag tone="warning">{waitingWords(form)}</Tag> : null}
          </p>
          <p className="work-note">{noteOf(form, mayLook)}</p>
        </li>
      ))}
    </ul>
  );
}

function noteOf({ questions, state, counted, closesOn }: TeamForm, mayLook: boolean): string {
  return [
    questions.length === 1 ? "1 question" : `${questions.length} questions`,
    mayLook && state !== "draft" ? `${answersWords(counted)} counted` : "",
    closesOn === null || state === "withdrawn" ? "" : `${state === "closed" ? "last day was" : "until"} ${formatDay(closesOn)}`,
  ].filter(Boolean).join(" · ");
}
