"use client";

import { type MouseEvent, type ReactNode, useId } from "react";
import { FileStatus, usePreparedFile } from "./prepared-file";

interface PreparedDownloadProps {
  /** Answers with a file, or with words that say why not. */
  href: string;
  /** "PDF": named in what is said while it is made. */
  fileKind: string;
  /** The look of the link: a button, a card. */
  className: string;
  children: ReactNode;
}

/**
 * A link to a file that takes a moment to make: says so, and shows the server's reason when there is none.
 * Without JavaScript it is a plain link.
 */
export function PreparedDownload({ href, fileKind, className, children }: PreparedDownloadProps) {
  const { state, prepare } = usePreparedFile();
  const statusId = useId();

  function download(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const address = new URL(href, window.location.href);
    address.searchParams.set("timeZone", Intl.DateTimeFormat().resolvedOptions().timeZone);
    void prepare(address.href, fileKind);
  }

  return (
    <>
      <a href={href} className={className} onClick={download} aria-describedby={statusId}>
        {children}
      </a>
      <FileStatus id={statusId} state={state} />
    </>
  );
}
