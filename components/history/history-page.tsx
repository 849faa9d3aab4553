"use client";

import { useEffect, useRef, useState } from "react";
import { PanelState } from "@/components/item-panel/panel-state";
import { usePanelData } from "@/components/item-panel/use-panel-data";
import { Button } from "@/components/ui/button";
import type { HistoryNames } from "@/lib/domain/people/person";
import type { HistoryView } from "@/lib/history/history-view";
import { RevisionEntry } from "./revision-entry";
import type { Restore } from "./use-restore";

interface HistoryPageProps {
  readonly url: string;
  readonly page: HistoryView;
  /** The answer as it is. */
  readonly current: string;
  readonly historyNames: HistoryNames;
  /** Null when the person can't bring anything back. */
  readonly restore: Restore | null;
  /** Set for a page that was asked for: it takes the focus from the button that is gone. */
  readonly takesFocus?: boolean;
}

/** A page of changes, and on demand the older ones below it. */
export function HistoryPage({ url, page, current, historyNames, restore, takesFocus = false }: HistoryPageProps) {
  const [showsOlder, setShowsOlder] = useState(false);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [takesFocus]);

  return (
    <>
      <ol ref={list} tabIndex={takesFocus ? -1 : undefined} aria-label={takesFocus ? "Older changes" : undefined} className="grid gap-4">
        {page.revisions.map((revision) => (
          <li key={`${revision.key.mark} ${revision.key.minute}`}>
            <RevisionEntry revision={revision} current={current} historyNames={historyNames} restore={restore} />
          </li>
        ))}
      </ol>
      {page.older === null ? null : showsOlder ? (
        <OlderPage url={url} before={page.older} current={current} historyNames={historyNames} restore={restore} />
      ) : (
        <div>
          <Button variant="secondary" size="small" onClick={() => setShowsOlder(true)}>
            Show older changes
          </Button>
        </div>
      )}
    </>
  );
}

interface OlderPageProps extends Pick<HistoryPageProps, "url" | "current" | "historyNames" | "restore"> {
  readonly before: string;
}

function OlderPage({ url, before, current, historyNames, restore }: OlderPageProps) {
  const { data, failure, reload } = usePanelData<HistoryView>(`${url}?before=${encodeURIComponent(before)}`);
  return data === null || failure !== null ? (
    <PanelState failure={failure} onRetry={reload} />
  ) : (
    <HistoryPage url={url} page={data} current={current} historyNames={historyNames} restore={restore} takesFocus />
  );
}
