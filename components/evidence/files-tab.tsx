"use client";

import { useRef, useState } from "react";
import type { ItemPanelTabProps } from "@/components/item-panel/item-panel-tab";
import { PanelState } from "@/components/item-panel/panel-state";
import { usePanelData } from "@/components/item-panel/use-panel-data";
import { EVIDENCE_FILES_PER_ITEM } from "@/lib/domain/limits";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { AddFiles } from "./add-files";
import { FileRow } from "./file-row";
import { useUploads } from "./use-uploads";

/** A file as the list's route tells it. */
export interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly added: ReportEvent;
  readonly canRemove: boolean;
}

/** The files that support the answer to one item. */
export default function FilesTab({ teamId, slug, item, me, isOpen, onChanged }: ItemPanelTabProps) {
  const url = `/api/teams/${teamId}/tools/${slug}/items/${encodeURIComponent(item.id)}/files`;
  const { data, failure, reload } = usePanelData<{ files: readonly ListedFile[] }>(url);
  const [news, setNews] = useState("");
  const status = useRef<HTMLParagraphElement>(null);

  function tell(text: string): void {
    setNews(text);
    reload();
    onChanged();
  }
  const uploads = useUploads(url, (name) => tell(`${name} was added.`));

  if (!data) return <PanelState failure={failure} onRetry={reload} />;
  const { files } = data;
  const mayEdit = isAllowedInTeam(me.role, "evidence:edit");
  return (
    <div className="grid gap-5">
      {failure ? <PanelState failure={failure} onRetry={reload} /> : null}
      <section aria-label="Files on this question">
        <h3 className="text-base">{files.length === 0 ? "No files yet" : files.length === 1 ? "1 file" : `${files.length} files`}</h3>
        <p ref={status} role="status" tabIndex={-1} className="wrap-anywhere text-muted empty:hidden">
          {news}
        </p>
        {files.length === 0 ? (
          <p className="mt-1 text-muted">A policy, a data extract or a photo can show what an answer is based on.</p>
        ) : (
          <ul className="mt-3 grid list-none gap-3 p-0">
            {files.map((file) => (
              <FileRow
                key={file.id}
                file={file}
                url={`${url}/${file.id}`}
                canRemove={isOpen && file.canRemove}
                onRemoved={() => {
                  tell(`${file.name} was removed.`);
                  status.current?.focus();
                }}
              />
            ))}
          </ul>
        )}
      </section>
      {mayEdit && isOpen ? <AddFiles uploads={uploads} isFull={files.length >= EVIDENCE_FILES_PER_ITEM} /> : null}
      {mayEdit && !isOpen ? <p className="text-muted">This tool is complete, so its files can’t be changed.</p> : null}
    </div>
  );
}
