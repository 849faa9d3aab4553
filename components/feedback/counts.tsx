import type { QuestionCounts } from "@/lib/domain/feedback/answer";

interface CountsProps {
  counts: readonly QuestionCounts[];
  /** How many answers count at all. */
  counted: number;
}

/** How the answers that count were given, one table a question; words are read one by one. */
export function Counts({ counts, counted }: CountsProps) {
  return (
    <ol className="grid gap-6">
      {counts.map(({ question, answered, options }, index) => (
        <li key={question.id}>
          {question.kind === "text" ? (
            <>
              <p className="font-semibold wrap-anywhere">{index + 1}. {question.words}</p>
              <p className="work-note">{answered} of {counted} wrote something</p>
            </>
          ) : (
            <table className="feedback-counts">
              <caption>
                <span className="font-semibold wrap-anywhere">{index + 1}. {question.words}</span>
                <span className="work-note block">{answered} of {counted} chose</span>
              </caption>
              <thead className="sr-only">
                <tr>
                  <th scope="col">Answer</th>
                  <th scope="col">How many</th>
                </tr>
              </thead>
              <tbody>
                {options.map(({ label, count }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>
                      <span className="feedback-count">{count}</span>
                      {count === 0 ? null : <span className="feedback-bar" aria-hidden="true" style={{ inlineSize: `${(100 * count) / answered}%` }} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </li>
      ))}
    </ol>
  );
}
