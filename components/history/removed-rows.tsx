"use client";

import { useId } from "react";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { WhoDisclosure } from "@/components/people/who-disclosure";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import type { HistoryNames } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { RemovedRowView } from "@/lib/history/history-view";
import type { Restore } from "./use-restore";

interface RemovedRowsProps {
  readonly rows: readonly RemovedRowView[];
  readonly historyNames: HistoryNames;
  /** Null when the person can't bring anything back. */
  readonly restore: Restore | null;
}

/** Rows that were removed from a table. Bringing one back replaces nothing, so it does not ask. */
export function RemovedRows({ rows, historyNames, restore }: RemovedRowsProps) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h3 id={id}>Removed rows</h3>
      <p className="text-[0.9375rem] text-muted">A row comes back to its place, with everything that was written in it.</p>
      {restore?.problem ? (
        <Alert tone="error" live>
          {restore.problem}
        </Alert>
      ) : null}
      <ul className="grid gap-4">
        {rows.map((row) => (
          <li key={row.id} className="grid gap-2 border-t border-line pt-3">
            <h4 id={`${id}-${row.id}`}>{row.name}</h4>
            <dl className="grid gap-1">
              {row.cells.map(({ label, text }) => (
                <div key={label}>
                  <dt className="text-[0.9375rem] font-semibold text-muted">{label}</dt>
                  <dd className="answer-text">{text}</dd>
                </div>
              ))}
            </dl>
            <div className="flex flex-wrap items-baseline gap-x-2 text-[0.9375rem] text-muted">
              {row.removed ? <Removed removed={row.removed} name={row.name} historyNames={historyNames} /> : "Added and removed within a minute"}
            </div>
            {restore ? (
              <div>
                <Button
                  id={`${id}-${row.id}-back`}
                  variant="secondary"
                  size="small"
                  aria-labelledby={`${id}-${row.id}-back ${id}-${row.id}`}
                  aria-disabled={restore.isBusy}
                  onClick={() => restore.restoreRow(row.id)}
                >
                  Bring back this row
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RemovedProps {
  removed: ReportEvent;
  /** The row's. */
  name: string;
  historyNames: HistoryNames;
}

function Removed({ removed: { by, at }, name, historyNames }: RemovedProps) {
  const who = (
    <>
      <PersonName person={by} /> <RoleLabel person={by} />
    </>
  );
  if (historyNames === "shown") return <span>Removed by {who}, <DateTime iso={at} /></span>;
  return (
    <>
      <span>
        Removed <DateTime iso={at} />
      </span>
      {historyNames === "on-asking" ? <WhoDisclosure about={name}>{who}</WhoDisclosure> : null}
    </>
  );
}
