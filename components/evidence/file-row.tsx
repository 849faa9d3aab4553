"use client";

import { useEffect, useRef, useState } from "react";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { Alert } from "@/components/ui/alert";
import { Button, DownloadLink } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { formatBytes } from "@/lib/domain/text/byte-size";
import { evidenceTypeLabel } from "@/lib/evidence/evidence-file";
import type { ListedFile } from "./files-tab";

interface FileRowProps {
  file: ListedFile;
  url: string;
  canRemove: boolean;
  /** After it is gone. */
  onRemoved: () => void;
}

const OFFLINE = "We could not reach the workbook. Check your connection, then try again.";

/** One file: what it is, who added it, and what can be done with it. */
export function FileRow({ file, url, canRemove, onRemoved }: FileRowProps) {
  const [isAsking, setIsAsking] = useState(false);
  const removeButton = useRef<HTMLButtonElement>(null);
  return (
    <li className="rounded-control border border-line bg-surface px-4 py-3">
      <p className="wrap-anywhere">{file.name}</p>
      <p className="mt-0.5 text-[0.9375rem] text-muted">
        {evidenceTypeLabel(file.mediaType)}, {formatBytes(file.sizeBytes)}
      </p>
      <p className="wrap-anywhere text-[0.9375rem] text-muted">
        Added by <PersonName person={file.added.by} />, <DateTime iso={file.added.at} /> <RoleLabel person={file.added.by} />
      </p>
      {isAsking ? (
        <AskFirst
          file={file}
          url={url}
          onRemoved={onRemoved}
          onKeep={() => {
            setIsAsking(false);
            requestAnimationFrame(() => removeButton.current?.focus());
          }}
        />
      ) : (
        <div className="mt-2 flex flex-wrap gap-3">
          <DownloadLink variant="secondary" size="small" href={url} download={file.name}>
            <Icon name="download" className="size-4" />
            Download<span className="sr-only"> {file.name}</span>
          </DownloadLink>
          {canRemove ? (
            <Button ref={removeButton} variant="quiet" size="small" onClick={() => setIsAsking(true)}>
              Remove<span className="sr-only"> {file.name}</span>
            </Button>
          ) : null}
        </div>
      )}
    </li>
  );
}

function AskFirst({ file, url, onRemoved, onKeep }: Omit<FileRowProps, "canRemove"> & { onKeep: () => void }) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const question = useRef<HTMLParagraphElement>(null);

  useEffect(() => question.current?.focus(), []);

  async function remove(): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(undefined);
    const outcome = await requestRemoval(url);
    setIsBusy(false);
    if (outcome === null) onRemoved();
    else setProblem(outcome);
  }

  return (
    <div role="group" aria-label={`Remove ${file.name}`} className="mt-3 border-t border-line pt-3">
      <p ref={question} tabIndex={-1}>
        Remove this file for everyone? It can’t be brought back.
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button variant="danger" size="small" aria-disabled={isBusy} onClick={remove}>
          Remove file
        </Button>
        <Button variant="secondary" size="small" aria-disabled={isBusy} onClick={() => (isBusy ? undefined : onKeep())}>
          Keep file
        </Button>
      </div>
      {problem ? (
        <Alert tone="error" live className="mt-3">
          {problem}
        </Alert>
      ) : null}
    </div>
  );
}

/** Null when the file is gone, also when somebody else was quicker; otherwise why not. */
async function requestRemoval(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { method: "DELETE" });
    if (response.ok || response.status === 404) return null;
    const { message } = (await response.json().catch(() => ({}))) as { message?: string };
    return message ?? "Something went wrong on our side. Please try again.";
  } catch {
    return OFFLINE;
  }
}
