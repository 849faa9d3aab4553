import type { ReactNode } from "react";
import { DueDate } from "@/components/ui/due-date";
import { Tag } from "@/components/ui/tag";
import type { MyAssignment } from "@/lib/assignments/assignment";
import { AssignedTarget } from "./assigned-target";
import { WorkRow, WorkRows } from "./work-rows";

/** The rest is folded away, so that a long list doesn't push the tools off the screen. */
const SHOWN_AT_ONCE = 6;

interface MyWorkProps {
  teamId: string;
  /** Not empty. */
  assignments: readonly MyAssignment[];
  /** What the person said about it, and the buttons to say it. */
  drawAnswer: (assignment: MyAssignment) => ReactNode;
}

/** What is assigned to the reader: what there is to do first, what is filled in or handed back last. */
export function MyWork(props: MyWorkProps) {
  const sorted = [...props.assignments].sort((a, b) => rank(a) - rank(b));
  const more = sorted.slice(SHOWN_AT_ONCE);
  return (
    <section aria-labelledby="yours">
      <h2 id="yours">Yours</h2>
      <p className="measure mt-1 mb-4 text-muted">What your team assigned to you.</p>
      <WorkList {...props} assignments={sorted.slice(0, SHOWN_AT_ONCE)} />
      {more.length > 0 ? (
        <details className="fold mt-3">
          <summary className="px-1 py-2 font-semibold">{more.length} more assigned to you</summary>
          <WorkList {...props} assignments={more} />
        </details>
      ) : null}
    </section>
  );
}

const isFilledIn = ({ progress: { answered, total } }: MyAssignment) => total > 0 && answered === total;

function rank(assignment: MyAssignment): number {
  if (assignment.handedBack) return 2;
  return isFilledIn(assignment) ? 1 : 0;
}

function WorkList({ teamId, assignments, drawAnswer }: MyWorkProps) {
  return (
    <WorkRows>
      {assignments.map((assignment) => (
        <WorkRow key={assignment.assignmentId}>
          <div className="min-w-0">
            <AssignedTarget teamId={teamId} target={assignment} />
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem]">
              {assignment.dueOn && rank(assignment) === 0 ? <DueDate day={assignment.dueOn} /> : null}
              <Progress assignment={assignment} />
            </p>
          </div>
          <div className="sm:flex-none">{drawAnswer(assignment)}</div>
        </WorkRow>
      ))}
    </WorkRows>
  );
}

function Progress({ assignment }: { assignment: MyAssignment }) {
  const { answered, total } = assignment.progress;
  if (total === 0) return null;
  if (isFilledIn(assignment)) {
    return (
      <Tag tone="success" icon="check">
        {total === 1 ? "Answered" : `All ${total} answered`}
      </Tag>
    );
  }
  return <span className="text-muted">{total === 1 ? "Not answered yet" : `${answered} of ${total} answered`}</span>;
}
