import { AssignHost } from "@/components/assignments/assign-host";
import { AssignedMark } from "@/components/tool/controls/assigned-mark";
import { ToolFold } from "@/components/tool/sections/tool-fold";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { listToolParts } from "@/lib/domain/tool/tool-parts";
import type { ItemNotes } from "@/lib/notes/item-notes";
import { describeAssignment } from "@/lib/notes/item-notes";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";

interface ToolAssignmentsProps {
  context: TeamContext;
  tool: ToolDefinition;
  notes: ReadonlyMap<string, ItemNotes>;
  isOpen: boolean;
}

/** Who has the tool and its parts, folded away; with the buttons to give them to somebody, for those who may. */
export function ToolAssignments({ context, tool, notes, isOpen }: ToolAssignmentsProps) {
  const mayGive = isOpen && isAllowedInTeam(context.role, "assignment:create");
  const parts = listToolParts(tool).filter(({ items }) => items.length > 0);
  const targets = [{ id: "", title: "The whole tool", isArea: false }, ...parts].map(({ id, title, isArea }) => {
    const assignment = notes.get(id)?.assignment;
    return { id, title, isArea, assignment, who: assignment ? describeAssignment(assignment) : "" };
  });
  const given = targets.filter(({ who }) => who !== "");
  if (!mayGive && given.length === 0) return null;
  return (
    <>
      <ToolFold
        className="no-print"
        title={
          <>
            <Icon name="people" className="size-4 text-muted" />
            <span className="min-w-0 break-words">
              Who works on this
              <span className="text-muted">: {summarise(given)}</span>
            </span>
          </>
        }
      >
        <ul className="divide-y divide-line">
          {(mayGive ? targets : given).map((target) => (
            <li
              key={target.id}
              className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 ${target.isArea ? "pl-4" : ""}`}
            >
              <span className="min-w-0 break-words">
                <span className="block">{target.title}</span>
                <span className="block text-muted">{target.assignment ? <AssignedMark assignment={target.assignment} /> : "Nobody yet"}</span>
              </span>
              {mayGive ? (
                <Button
                  variant="secondary"
                  size="small"
                  aria-haspopup="dialog"
                  data-assign-target={target.id}
                  data-assign-name={target.title}
                >
                  {target.who ? "Change" : "Assign"}
                  <span className="sr-only">: {target.title}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {mayGive ? (
          <p className="mt-3 text-muted">To assign a single item, open the menu beside it (•••) and choose “Assign”.</p>
        ) : null}
      </ToolFold>
      <AssignHost
        teamId={context.teamId}
        toolRef={tool.ref}
        slug={tool.slug}
        me={{ userId: context.userId, personId: context.personId, role: context.role, historyNames: context.historyNames }}
        isOpen={isOpen}
      />
    </>
  );
}

function summarise(given: readonly { id: string; title: string; who: string }[]): string {
  const [first] = given;
  if (!first) return "nobody yet";
  if (first.id === "") return given.length === 1 ? first.who : `${first.who}; ${countParts(given.length - 1)}`;
  return given.length === 1 ? `${first.title}, ${first.who}` : countParts(given.length);
}

function countParts(count: number): string {
  return count === 1 ? "1 part assigned" : `${count} parts assigned`;
}
