"use client";

import type { ReactNode } from "react";
import { useAnswer } from "@/components/tool/live/use-response";
import { isMet } from "@/lib/domain/item/asked-items";
import type { SectionCondition } from "@/lib/domain/tool/definition";

/** What is asked of some teams only: hidden, with a word on why, until the choice above makes it theirs. */
export function AskedSection({ when, children }: { when: SectionCondition; children: ReactNode }) {
  const isAsked = isMet(when, useAnswer({ id: when.item, kind: "choice" }));
  return (
    <>
      {isAsked ? null : <p className="measure text-muted">{when.otherwise}</p>}
      <div hidden={!isAsked}>{children}</div>
    </>
  );
}
