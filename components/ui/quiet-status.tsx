"use client";

import { useEffect, useState } from "react";

/** How long nothing may change before it is told, milliseconds: longer than somebody who types rests between two letters. */
const SETTLE_MS = 1_500;

interface QuietStatusProps {
  readonly words: string;
  /** What the words are about: another topic is told at once, other words on the same one when they have settled. */
  readonly topic?: string;
  /** All is well: even another topic can wait. */
  readonly isResting?: boolean;
}

/**
 * Tells screen readers what changes often on the screen: nothing while it still changes, the last words once. What is
 * seen stands elsewhere, hidden from them.
 */
export function QuietStatus({ words, topic = "", isResting = true }: QuietStatusProps) {
  const [told, setTold] = useState({ words, topic });
  const isNews = told.words !== words || told.topic !== topic;
  if (isNews && !isResting && told.topic !== topic) setTold({ words, topic });

  useEffect(() => {
    if (!isNews) return;
    const timer = setTimeout(() => setTold({ words, topic }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [isNews, words, topic]);

  return (
    <p role="status" className="sr-only">
      {told.words}
    </p>
  );
}
