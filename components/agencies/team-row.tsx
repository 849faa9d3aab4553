import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import { DueDate } from "@/components/ui/due-date";
import { getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamGlance, WaitingWork } from "@/lib/home/team-glance";
import { shorten } from "@/lib/domain/text/shorten";

interface TeamRowProps {
  teamId: string;
  name: string;
  /** The reader's role, in words. */
  role: string;
  glance: TeamGlance;
  /** Whether they fill in tools there. */
  mayEdit: boolean;
}

/** One team: what waits for the reader there, how far it is, when somebody last worked in it. */
export function TeamRow({ teamId, name, role, glance, mayEdit }: TeamRowProps) {
  const { states, lastActivity } = glance;
  return (
    <li className="team-row">
      <div className="min-w-0 break-words">
        <h3>
          <Link href={`/teams/${teamId}`} prefetch={false}>
            {name}
          </Link>
        </h3>
        <p className="team-row-note">{role}</p>
      </div>
      <Waiting teamId={teamId} glance={glance} mayEdit={mayEdit} />
      <div>
        <ToolBoxes states={states} />
        <p className="team-row-note">{describeStates(states)}</p>
      </div>
      <p className="team-row-note">
        <span className="team-row-label">Last activity: </span>
        {lastActivity ? (
          <>
            <DateTime iso={lastActivity.at} />, {getTool(lastActivity.toolRef).label}
          </>
        ) : (
          "Not yet"
        )}
      </p>
    </li>
  );
}

function Waiting({ teamId, glance: { waiting, moreWaiting, states }, mayEdit }: Pick<TeamRowProps, "teamId" | "glance" | "mayEdit">) {
  const [firstTool] = MAIN_TOOLKIT.tools;
  if (waiting.length > 0) {
    return (
      <ul aria-label="Waits for you" className="team-row-waiting">
        {waiting.map((work) => (
          <li key={`${toolKey(work.toolRef)} ${work.targetId}`}>
            <WaitingLink teamId={teamId} work={work} />
          </li>
        ))}
        {moreWaiting > 0 ? (
          <li>
            <Link href={`/teams/${teamId}`} prefetch={false}>
              {moreWaiting} more
            </Link>
          </li>
        ) : null}
      </ul>
    );
  }
  if (mayEdit && states.size === 0 && firstTool) {
    return (
      <p className="team-row-waiting">
        <Link href={`/teams/${teamId}`} prefetch={false}>
          Begin
        </Link>{" "}
        <span className="team-row-note">A first step</span>
      </p>
    );
  }
  return <p className="text-muted">{mayEdit ? "Nothing waits for you" : "You read here. Nothing waits for you"}</p>;
}

function WaitingLink({ teamId, work: { toolRef, targetId, name, dueOn, kind } }: { teamId: string; work: WaitingWork }) {
  const tool = getTool(toolRef);
  const toolPath = `tools/${tool.slug}`;
  const paths: Record<WaitingWork["kind"], string> = {
    assigned: targetId === "" ? toolPath : `${toolPath}#${targetId}`,
    "handed-back": targetId === "" ? toolPath : `${toolPath}?assign=${encodeURIComponent(targetId)}`,
    action: "plan?mine=1",
    round: `rounds/${targetId}`,
  };
  return (
    <>
      <Link href={`/teams/${teamId}/${paths[kind]}`} prefetch={false}>
        {kind === "handed-back" ? "Handed back: " : null}
        {targetId === "" ? name : `${kind === "action" ? "Plan" : tool.label}, ${shorten(name, 60)}`}
      </Link>{" "}
      {dueOn ? (
        <span className="team-row-note">
          <DueDate day={dueOn} />
        </span>
      ) : null}
    </>
  );
}


/** One box for each tool of the toolkit: full, half or empty. The words below say the same. */
function ToolBoxes({ states }: Pick<TeamGlance, "states">) {
  return (
    <svg aria-hidden="true" height="12" className="tool-boxes">
      {MAIN_TOOLKIT.tools.map(({ ref }, index, { length }) => {
        const state = states.get(toolKey(ref));
        return (
          <svg key={toolKey(ref)} x={`${(index * 100) / length}%`} width={`${100 / length}%`} height="12">
            <rect x="1" y="1" height="10" rx="2" className={state === "complete" ? "tool-box-full" : state ? "tool-box-begun" : "tool-box"} />
            {state === "started" ? <rect x="1" y="6" height="5" rx="1" className="tool-box-full" /> : null}
          </svg>
        );
      })}
    </svg>
  );
}

function describeStates(states: TeamGlance["states"]): string {
  const own = MAIN_TOOLKIT.tools.map(({ ref }) => states.get(toolKey(ref)));
  const complete = own.filter((state) => state === "complete").length;
  const started = own.filter((state) => state === "started").length;
  const parts = [complete > 0 ? `${complete} complete` : null, started > 0 ? `${started} started` : null].filter(Boolean);
  return parts.length === 0 ? "Nothing started" : parts.join(", ");
}
