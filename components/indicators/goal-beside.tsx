import type { ReactNode } from "react";
import { MEASURE_BROADLY } from "@/content/ps-cope/indicators";
import { goalHref, type GoalRowPlace } from "./goal-address";

interface GoalBesideProps {
  place: Pick<GoalRowPlace, "teamId" | "sheet">;
  isNarrow: boolean;
  /** Null where the reader can add nothing. */
  hasLibrary: boolean;
  /** The tool's questions with the team's answers, to read. */
  facts: readonly { readonly title: string; readonly question: string; readonly answer: string }[];
  toolHref: string;
  toolLabel: string;
  /** What else belongs to this goal. */
  children?: ReactNode;
}

/** Beside the indicators: what the toolkit asks of them, who looks after them, and how they are shared. */
export function GoalBeside({ place, isNarrow, hasLibrary, facts, toolHref, toolLabel, children }: GoalBesideProps) {
  return (
    <aside aria-label="About this sheet" className="goal-beside">
      <section aria-labelledby="broadly" className="goal-note">
        <h2 id="broadly">{isNarrow ? "Look at more than abstinence and arrests" : "Measured broadly"}</h2>
        {isNarrow ? <p>So far, everything that this sheet measures is about abstinence or recidivism. {MEASURED_WORDS}</p> : null}
        <p>
          The toolkit says: “{MEASURE_BROADLY}”
        </p>
        {hasLibrary ? <a href={goalHref(place, { library: "1" })}>{isNarrow ? "See what else can be measured" : "More from the library"}</a> : null}
      </section>
      {facts.map(({ title, question, answer }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <p className="answer-text">{answer || "Not answered yet"}</p>
          <p className="indicator-quiet">{question}</p>
        </section>
      ))}
      {children}
      <p className="no-print">
        <a href={toolHref}>Open in {toolLabel}</a>
      </p>
    </aside>
  );
}

const MEASURED_WORDS = "It is a fair question, and only a part of how people’s lives go.";

interface TeamLearnedProps {
  answers: readonly { readonly question: string; readonly answer: string }[];
  toolHref: string;
  toolLabel: string;
}

/** The review of a sheet, to read. */
export function TeamLearned({ answers, toolHref, toolLabel }: TeamLearnedProps) {
  return (
    <section aria-labelledby="learned" className="goal-learned">
      <h2 id="learned">What the team learned</h2>
      <dl>
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd className="answer-text">{answer || <span className="text-muted">Not answered yet</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="no-print">
        <a href={toolHref}>
          Open in {toolLabel}
          <span className="sr-only">: what the team learned</span>
        </a>
      </p>
    </section>
  );
}
