import { DateTime } from "@/components/ui/date-time";
import { Table } from "@/components/ui/table";
import type { SeriesPoint } from "@/lib/domain/plan/answer-series";
import { GapChart } from "./gap-chart";

interface GapAnswerProps {
  points: readonly SeriesPoint[];
  /** A checklist's answers are listed, not drawn. */
  isRating: boolean;
  toolLabel: string;
  toolHref: string;
}

/** What the team answered over time. */
export function GapAnswer({ points, isRating, toolLabel, toolHref }: GapAnswerProps) {
  const rated = points.filter(({ score }) => score !== null).length;
  return (
    <section aria-labelledby="answers" className="gap-part">
      <div className="gap-part-head">
        <h2 id="answers">{isRating ? "How the team rated it" : "How the team answered it"}</h2>
        {/* A plain link: the tool page has to load anew to scroll to the item. */}
        <a href={toolHref}>Open in {toolLabel}</a>
      </div>
      <Body points={points} isRating={isRating} rated={rated} />
    </section>
  );
}

function Body({ points, isRating, rated }: Pick<GapAnswerProps, "points" | "isRating"> & { rated: number }) {
  const [first] = points;
  if (!first) return <p className="text-muted">No answer yet. Once there is one, this page shows how it changes.</p>;
  if (!isRating) return <PointList points={points} />;
  if (rated > 1) {
    return (
      <>
        <GapChart points={points} />
        <details className="fold">
          <summary>As a table</summary>
          <div className="mt-2 max-w-[30rem]">
            <Table caption="Ratings over time" captionHidden>
              <thead>
                <tr>
                  <th scope="col">From</th>
                  <th scope="col">Rating</th>
                </tr>
              </thead>
              <tbody>
                {points.map(({ at, text }) => (
                  <tr key={at}>
                    <td>
                      <DateTime iso={at} dateOnly />
                    </td>
                    <td>{text}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </div>
        </details>
      </>
    );
  }
  return (
    <>
      <PointList points={points} />
      <p className="text-muted">A line needs two ratings. Rate this item again when you look back, and it is drawn here.</p>
    </>
  );
}

function PointList({ points }: Pick<GapAnswerProps, "points">) {
  return (
    <ul className="bullets">
      {points.map(({ at, text }) => (
        <li key={at}>
          {text}, from <DateTime iso={at} dateOnly />
        </li>
      ))}
    </ul>
  );
}
