"use client";

import { type MouseEvent, type ReactNode, useId, useState } from "react";

type State = { step: "idle" } | { step: "working" } | { step: "done" } | { step: "failed"; message: string };

interface PreparedDownloadProps {
  /** Answers with a file, or with words that say why not. */
  href: string;
  /** "PDF": named in what is said while it is made. */
  fileKind: string;
  /** The look of the link: a button, a card. */
  className: string;
  children: ReactNode;
}

const OFFLINE = "We could not reach the server. Check your connection and try again.";

/**
 * A link to a file that takes a moment to make: says so, and shows the server's reason when there is none.
 * Without JavaScript it is a plain link.
 */
export function PreparedDownload({ href, fileKind, className, children }: PreparedDownloadProps) {
  const [state, setState] = useState<State>({ step: "idle" });
  const statusId = useId();

  async function download(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (state.step === "working") return;
    setState({ step: "working" });
    try {
      setState(await fetchFile(href));
    } catch {
      setState({ step: "failed", message: OFFLINE });
    }
  }

  return (
    <>
      <a href={href} className={className} onClick={download} aria-describedby={statusId}>
        {children}
      </a>
      <p id={statusId} role="status" className={state.step === "failed" ? "mt-2 font-bold text-error" : "mt-2 text-muted empty:mt-0"}>
        {state.step === "working" && `Making the ${fileKind}. This takes a few seconds.`}
        {state.step === "done" && `The ${fileKind} is in your downloads.`}
        {state.step === "failed" && state.message}
      </p>
    </>
  );
}

async function fetchFile(href: string): Promise<State> {
  const address = new URL(href, window.location.href);
  address.searchParams.set("timeZone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  const response = await fetch(address);
  if (!response.ok) return { step: "failed", message: await readReason(response) };
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = readFileName(response.headers.get("Content-Disposition"));
  link.click();
  // The browser has taken its own hold of the file by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { step: "done" };
}

async function readReason(response: Response): Promise<string> {
  if (response.headers.get("Content-Type")?.includes("json")) {
    const { message } = (await response.json()) as { message?: string };
    if (message) return message;
  }
  return response.text();
}

function readFileName(disposition: string | null): string {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/)?.[1];
  return encoded ? decodeURIComponent(encoded) : "ps-cope.pdf";
}
