"use client";

import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { Button } from "@/components/ui/button";

export interface OfferedWordsProps {
  readonly title: string;
  readonly words: readonly string[];
}

/** What another tool's answers offer for this one. Nothing is filled in until somebody chooses it. */
export function OfferedWords({ id, title, words }: OfferedWordsProps & { id: string }) {
  const store = useResponseStore();
  const answer = useAnswer({ id, kind: "text" }) ?? "";
  const lines = answer.split("\n").map((line) => line.trim());
  return (
    <details className="fold no-print mt-2 text-[0.9375rem]">
      <summary>{title}</summary>
      <p className="mt-1 text-muted">Choose what belongs here. It is added to your answer, where you can change it.</p>
      <ul className="mt-2 grid gap-2">
        {words.map((word) => (
          <li key={word} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0">{word}</span>
            {lines.includes(word) ? (
              <span className="text-muted">In your answer</span>
            ) : (
              <Button variant="secondary" size="small" onClick={() => store.setText(id, [...(answer === "" ? [] : [answer]), word].join("\n"))}>
                Add<span className="sr-only"> to the answer: {word}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
