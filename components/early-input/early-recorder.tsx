"use client";

import { RECORDER } from "./recorder";

/** Runs `RECORDER` as soon as the page begins. The browser has it from the page's HTML and needs no second copy. */
const SCRIPT = { __html: typeof window === "undefined" ? RECORDER : "" };

export function EarlyRecorder({ nonce }: { nonce: string | undefined }) {
  // Browsers show a script's nonce to nobody, so React could not find it again.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={SCRIPT} />;
}
