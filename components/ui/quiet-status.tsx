"use client";

import { useEffect, useState } from "react";

/** How long nothing may change or be typed before it is told, milliseconds: longer than a rest between two letters. */
const SETTLE_MS = 1_500;

interface QuietStatusProps {
  /** What is seen at once. */
  readonly words: string;
  /** What is told of it; nothing while it is sure to change again. */
  readonly spoken?: string;
  /** What the words are about: another topic is told at once, other words on the same one when they have settled. */
  readonly topic?: string;
  /** All is well: even another topic can wait. */
  readonly isResting?: boolean;
}

/**
 * Words that change often, on the screen at once. Screen readers are told nothing while they still change or somebody
 * types, and the last of them once.
 */
export function QuietStatus({ words, spoken = words, topic = "", isResting = true }: QuietStatusProps) {
  const [told, setTold] = useState({ words: spoken, topic });
  const isNews = told.words !== spoken || told.topic !== topic;
  if (isNews && !isResting && told.topic !== topic) setTold({ words: spoken, topic });

  useEffect(() => {
    if (!isNews) return;
    let timer: ReturnType<typeof setTimeout>;
    const tellLater = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setTold({ words: spoken, topic }), SETTLE_MS);
    };
    tellLater();
    document.addEventListener("input", tellLater);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("input", tellLater);
    };
  }, [isNews, spoken, topic]);

  const isTold = told.words === words;
  return (
    <>
      {isTold ? null : <span aria-hidden="true">{words}</span>}
      <span role="status" className={isTold ? undefined : "sr-only"}>
        {told.words}
      </span>
    </>
  );
}
