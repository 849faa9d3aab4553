"use client";

import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/lib/domain/text/byte-size";
import { formatPercent, isBelow, roundHalfUp } from "@/lib/domain/text/rounding";
import { findEvidenceProblem } from "@/lib/evidence/evidence-file";
import type { Upload, Uploads } from "./use-uploads";

/** Files on their way, with how far each is, and those that could not be added. */
export function UploadList({ uploads, cancel, retry }: Pick<Uploads, "uploads" | "cancel" | "retry">) {
  if (uploads.length === 0) return null;
  return (
    <ul className="mt-4 grid list-none gap-3 p-0">
      {uploads.map((upload) => (
        <li key={upload.id}>
          {upload.problem === null ? (
            <Sending upload={upload} onCancel={() => cancel(upload.id)} />
          ) : (
            <NotAdded upload={upload} onRetry={() => retry(upload.id)} onDismiss={() => cancel(upload.id)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Sending({ upload: { id, file, progress }, onCancel }: { upload: Upload; onCancel: () => void }) {
  return (
    <div className="rounded-control border border-line bg-surface px-4 py-3">
      <p id={`upload-${id}`} className="wrap-anywhere">
        {file.name}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <progress
          max={100}
          value={progress === null ? 0 : roundHalfUp(progress, 2)}
          aria-labelledby={`upload-${id}`}
          className="h-2.5 min-w-32 flex-1 appearance-none overflow-hidden rounded-full border border-line-strong bg-sunken [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary"
        />
        <span className="text-[0.9375rem] text-muted">
          {progress === null ? "Waiting" : isBelow(progress, 1) ? `${formatPercent(progress)} of ${formatBytes(file.size)}` : "Checking"}
        </span>
        <Button variant="secondary" size="small" onClick={onCancel}>
          Cancel<span className="sr-only"> {file.name}</span>
        </Button>
      </div>
    </div>
  );
}

function NotAdded({ upload, onRetry, onDismiss }: { upload: Upload; onRetry: () => void; onDismiss: () => void }) {
  const { name, size } = upload.file;
  return (
    <Alert tone="error" title="Not added" live>
      <p className="wrap-anywhere">{name}</p>
      <p className="mt-1">{upload.problem}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {findEvidenceProblem(name, size) === null ? (
          <Button variant="secondary" size="small" onClick={onRetry}>
            Try again<span className="sr-only"> {name}</span>
          </Button>
        ) : null}
        <Button variant="secondary" size="small" onClick={onDismiss}>
          Dismiss<span className="sr-only"> {name}</span>
        </Button>
      </div>
    </Alert>
  );
}
