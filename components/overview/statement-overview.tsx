import Link from "next/link";
import { GapChooser } from "@/components/links/gap-chooser";
import { gapHref } from "@/components/links/gap-href";
import { GapTick } from "@/components/links/gap-tick";
import { Table } from "@/components/ui/table";
import type { OverviewPart, OverviewStatements } from "@/lib/domain/overview/build-overview";
import { toolName } from "@/lib/domain/tool/items";
import type { GapStop } from "@/lib/domain/plan/trace";
import type { PriorityChoice } from "@/lib/links/load-gap";
import { OverviewLinks, type OverviewPlaces } from "./overview-links";

interface StatementOverviewProps {
  statements: OverviewStatements;
  places: OverviewPlaces;
  teamId: string;
  /** How far a statement that is no Yes has come. */
  stopOf: (itemId: string) => GapStop;
  /** Priorities that it can join; null for somebody who may make none. */
  priorities: readonly PriorityChoice[] | null;
}

/** How many statements are in place, part by part, and those that are not. */
export function StatementOverview({ statements: { tool, title, parts }, places, teamId, stopOf, priorities }: StatementOverviewProps) {
  const toolHref = `${places.toolsHref}/${tool.slug}`;
  const open = parts.filter(({ gaps }) => gaps.length > 0);
  const list = (
    <div className="grid gap-3">
      {open.map((part) => (
        <OpenPart key={part.title} part={part} toolHref={toolHref} places={places} teamId={teamId} stopOf={stopOf} mayMake={priorities !== null} />
      ))}
    </div>
  );
  return (
    <section aria-labelledby={`overview-${tool.slug}`} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <h2 id={`overview-${tool.slug}`}>{title}</h2>
        <p className="mt-1 text-muted">
          From <Link href={toolHref}>{toolName(tool)}</Link>
        </p>
      </div>
      <Table caption={`${title}: how much is in place`} captionHidden className="overview-table">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Yes</th>
            <th scope="col">In Progress</th>
            <th scope="col">No</th>
            <th scope="col">Blank</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.title}>
              <th scope="row">
                {part.title}
              </th>
              <td>
                {part.yes} of {part.total}
              </td>
              <td>{part.inProgress}</td>
              <td>{part.no}</td>
              <td>{part.blank}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {open.length === 0 ? null : priorities ? (
        <GapChooser teamId={teamId} priorities={priorities}>
          {list}
        </GapChooser>
      ) : (
        list
      )}
    </section>
  );
}

interface OpenPartProps extends Omit<StatementOverviewProps, "statements" | "priorities"> {
  part: OverviewPart;
  mayMake: boolean;
  toolHref: string;
}

function OpenPart({ part, toolHref, places, teamId, stopOf, mayMake }: OpenPartProps) {
  return (
    <details className="fold rounded-card border border-line bg-surface">
      <summary className="px-4 py-3 font-semibold">
        {part.title.replace(/\.$/, "")}: {part.gaps.length === 1 ? "1 line is" : `${part.gaps.length} lines are`} not in place yet
      </summary>
      <div className="grid gap-4 px-4 pb-4">
        <ul className="bullets">
          {part.gaps.map(({ itemId, name, answer }) => (
            <li key={itemId}>
              <Link href={gapHref(teamId, itemId)} prefetch={false}>
                {name}
              </Link>
              : {answer} (<Link href={`${toolHref}#${itemId}`}>Open the line<span className="sr-only">: {name}</span></Link>)
              <GapTick teamId={teamId} itemId={itemId} words={name} stop={stopOf(itemId)} mayMake={mayMake} />
            </li>
          ))}
        </ul>
        <OverviewLinks lead={part} places={places} />
      </div>
    </details>
  );
}
