"use client";

import { useTryAgain } from "@/components/shell/use-try-again";
import { BUSY_DIGEST } from "@/lib/platform/turns/busy";
import "./globals.css";

/** Shown when even the frame around the pages fails, so it stands on its own. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const isBusy = error.digest === BUSY_DIGEST;
  useTryAgain(retry, isBusy);
  const title = isBusy ? "This page is busy" : "This page did not load";
  return (
    <html lang="en">
      <head>
        <title>{`${title} · PS-COPE Workbook`}</title>
      </head>
      <body>
        <main className="container-page py-16">
          <h1>{title}</h1>
          <p className="measure mt-4">
            {isBusy
              ? "Very many requests came at once. You don’t need to do anything: this page tries again by itself every few seconds. Answers marked “Saved” are safe."
              : "Something went wrong on our side. Answers marked “Saved” are safe. Please try again in a moment."}
          </p>
          <button type="button" className="button button-primary mt-6" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
