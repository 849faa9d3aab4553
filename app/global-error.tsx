"use client";

import "./globals.css";

/** Shown when even the frame around the pages fails, so it stands on its own. */
export default function GlobalError({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>This page did not load · PS-COPE Workbook</title>
      </head>
      <body>
        <main className="container-page py-16">
          <h1>This page did not load</h1>
          <p className="measure mt-4">
            Something went wrong on our side. Answers marked “Saved” are safe. Please try again in a moment.
          </p>
          <button type="button" className="button button-primary mt-6" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
