"use client";

import { useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { classNames } from "@/components/ui/class-names";
import { EVIDENCE_FILE_MAX_BYTES, EVIDENCE_FILES_PER_ITEM } from "@/lib/domain/limits";
import { formatBytes } from "@/lib/domain/text/byte-size";
import { EVIDENCE_ACCEPT, EVIDENCE_TYPES_TEXT, PRIVACY_QUESTION } from "@/lib/evidence/evidence-file";
import { UploadList } from "./upload-list";
import type { Uploads } from "./use-uploads";

/** The way to add files, with what to think of first. */
export function AddFiles({ uploads, isFull }: { uploads: Uploads; isFull: boolean }) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);

  return (
    <section aria-label="Add a file">
      <Alert title="Protect people’s privacy">
        <p className="mt-1">
          The toolkit asks: <q>{PRIVACY_QUESTION}</q>
        </p>
        <p className="mt-2">
          Leave out names, dates of birth, addresses and case numbers. Use totals or data that points to no one. Photos can
          hold the place where they were taken. Everyone who can read this answer can open its files.
        </p>
      </Alert>
      {isFull ? (
        <p className="mt-4">
          This question has {EVIDENCE_FILES_PER_ITEM} files, the most it can have. Remove one before you add another.
        </p>
      ) : (
        <div
          className={classNames("mt-4 rounded-control border border-dashed border-line-strong p-4", isOver && "bg-primary-soft")}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setIsOver(false);
            uploads.add([...event.dataTransfer.files]);
          }}
        >
          <label htmlFor={id} className="block">
            Files to add
          </label>
          <input
            id={id}
            type="file"
            multiple
            accept={EVIDENCE_ACCEPT}
            aria-describedby={`${id}-rules`}
            className="mt-2 block w-full min-w-0 cursor-pointer text-muted file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-primary file:bg-surface file:px-4 file:file:text-link"
            onChange={({ currentTarget }) => {
              uploads.add([...(currentTarget.files ?? [])]);
              // The same file can be chosen again after it was refused or removed.
              currentTarget.value = "";
            }}
          />
          <p id={`${id}-rules`} className="mt-2 text-[0.9375rem] text-muted">
            {EVIDENCE_TYPES_TEXT}. Up to {formatBytes(EVIDENCE_FILE_MAX_BYTES)} each. With a mouse you can also drop files here.
          </p>
        </div>
      )}
      <UploadList {...uploads} />
    </section>
  );
}
