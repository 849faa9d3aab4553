/** Longer waits are for the person to come back from: a page that loads by itself after an hour is forgotten by then. */
const LONGEST_BY_ITSELF_SECONDS = 60;

/**
 * After how many seconds a page that was refused comes again by itself; null when it does not: after long, or with a form,
 * whose first sending may have arrived.
 */
export function comesAgainAfter(method: string | undefined, seconds: number): number | null {
  return method === "GET" && seconds <= LONGEST_BY_ITSELF_SECONDS ? seconds : null;
}

/**
 * The page for somebody whose request for a page was one too many: made without the app, which is what is busy, and without
 * styles or scripts, which its policy forbids. `words` are ours.
 */
export function waitPage(words: string, comesAgainAfterSeconds: number | null): string {
  const soon = comesAgainAfterSeconds === 1 ? "in a second" : `in ${comesAgainAfterSeconds} seconds`;
  const then =
    comesAgainAfterSeconds === null
      ? "<p>What is saved is safe. Go back with your browser, then try again.</p>"
      : `<p>This page tries again by itself ${soon}. What is saved is safe.</p><p><a href="">Try again now</a></p>`;
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>Please wait a moment · PS-COPE Workbook</title></head><body><main><h1>Please wait a moment</h1><p>${words}</p>${then}</main></body></html>`
  );
}
