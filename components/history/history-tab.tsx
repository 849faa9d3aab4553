"use client";

import { useRef, useState } from "react";
import type { ItemPanelTabProps } from "@/components/item-panel/item-panel-tab";
import { PanelState } from "@/components/item-panel/panel-state";
import { usePanelData } from "@/components/item-panel/use-panel-data";
import type { HistoryView } from "@/lib/history/history-view";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { HistoryPage } from "./history-page";
import { RemovedRows } from "./removed-rows";
import { useRestore } from "./use-restore";

/** When and how the item's answer was changed, and by whom, with a way back to each of its answers. */
export default function HistoryTab({ teamId, toolRef, slug, item, me, isOpen, onChanged }: ItemPanelTabProps) {
  const url = `/api/teams/${teamId}/tools/${slug}/items/${item.id}/history`;
  const { data, failure, reload } = usePanelData<HistoryView>(url);
  const [news, setNews] = useState("");
  const status = useRef<HTMLParagraphElement>(null);
  const onDone = (words: string) => {
    setNews(words);
    // The button that was pressed is gone with the state it belonged to.
    status.current?.focus();
    reload();
    onChanged();
  };
  const place = { toolRef, itemId: item.id };
  // One each, so that a problem is told where it happened.
  const answers = useRestore({ teamId, place, onDone });
  const rows = useRestore({ teamId, place, onDone });
  const mayEdit = isAllowedInTeam(me.role, "response:edit");
  const mayRestore = mayEdit && isOpen;

  return (
    <div className="grid gap-5">
      <p ref={status} role="status" tabIndex={-1} className={news ? "font-semibold text-success" : "sr-only"}>
        {news}
      </p>
      {data === null || failure !== null ? <PanelState failure={failure} onRetry={reload} /> : null}
      {data === null ? null : (
        <>
          {data.revisions.length === 0 ? (
            <p>Nobody has answered this yet. Once someone does, every change is listed here.</p>
          ) : (
            <section aria-label="Changes" className="grid gap-4">
              <p className="text-[0.9375rem] text-muted">
                Newest first. What one person changes within a minute, while nobody else changes it, is shown as one
                change.
                {mayEdit && !isOpen ? " Answers can be brought back once the tool is open again." : ""}
              </p>
              <HistoryPage
                url={url}
                page={data}
                current={data.current}
                historyNames={me.historyNames}
                restore={mayRestore ? answers : null}
              />
            </section>
          )}
          <RemovedRows rows={data.removedRows} historyNames={me.historyNames} restore={mayRestore ? rows : null} />
        </>
      )}
    </div>
  );
}
