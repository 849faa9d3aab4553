import { PersonName } from "@/components/people/shown-people";
import { LinkButton } from "@/components/ui/button";
import { getTool } from "@/content/toolkits";
import type { AssignmentView } from "@/lib/assignments/assignment";
import { AssignedTarget, nameOfTarget } from "./assigned-target";
import { WorkRow, WorkRows } from "./work-rows";

/** What people gave back, for those who can give it to someone else. `assignments` is not empty. */
export function HandedBack({ teamId, assignments }: { teamId: string; assignments: readonly AssignmentView[] }) {
  return (
    <section aria-labelledby="handed-back">
      <h2 id="handed-back">Handed back</h2>
      <p className="measure mt-1 mb-4 text-muted">These need somebody else, or another look.</p>
      <WorkRows>
        {assignments.map((assignment) => (
          <WorkRow key={assignment.assignmentId}>
            <div className="min-w-0 break-words">
              <AssignedTarget teamId={teamId} target={assignment} />
              <p className="mt-1 text-[0.9375rem]">
                <PersonName person={assignment.assignee} /> handed this back
                {assignment.handedBack?.note ? ":" : "."}
              </p>
              {assignment.handedBack?.note ? (
                <p className="measure whitespace-pre-wrap text-[0.9375rem] text-muted">“{assignment.handedBack.note}”</p>
              ) : null}
            </div>
            <LinkButton
              href={`/teams/${teamId}/tools/${getTool(assignment.toolRef).slug}?assign=${encodeURIComponent(assignment.targetId)}`}
              prefetch={false}
              variant="secondary"
              size="small"
              className="self-start sm:flex-none sm:self-center"
            >
              Assign again<span className="sr-only">: {nameOfTarget(assignment)}</span>
            </LinkButton>
          </WorkRow>
        ))}
      </WorkRows>
    </section>
  );
}
