"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useRef, useState } from "react";
import { makePrioritiesAction } from "@/app/teams/[teamId]/links/actions";
import { noAnswer } from "@/components/forms/no-answer";
import { useFormKey } from "@/components/forms/use-form-key";
import { useIsReady } from "@/components/forms/use-is-ready";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { GAPS_AT_ONCE } from "@/lib/domain/limits";
import type { PriorityChoice } from "@/lib/links/load-gap";
import { PrioritySelect } from "./make-priority";

interface GapChooserProps {
  teamId: string;
  priorities: readonly PriorityChoice[];
  /** The list of gaps, drawn by the server: each with a `GapTick`. */
  children: ReactNode;
}

const count = (number: number) => (number === 1 ? "1 gap" : `${number} gaps`);

/**
 * Makes one gap of a list, or several, priorities. The list stays what the server drew, a hundred entries without a script of
 * their own: its boxes are read when something is pressed.
 */
export function GapChooser({ teamId, priorities, children }: GapChooserProps) {
  const router = useRouter();
  const isReady = useIsReady();
  const key = useFormKey();
  const list = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [rowId, setRowId] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");

  const listBoxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>("input[name=gap]:checked") ?? [])];
  const readBoxes = () => listBoxes().map(({ value }) => value);

  async function make(itemIds: readonly string[], into: string): Promise<void> {
    setIsBusy(true);
    setProblem("");
    setSaid("");
    const result = await makePrioritiesAction(teamId, { itemIds: [...itemIds], rowId: into || null, key: key.get() }).catch(() => noAnswer());
    if (result.ok || result.hasArrived) key.renew();
    setIsBusy(false);
    if (!result.ok) return setProblem(result.message);
    // What else is ticked stays so: the boxes say what is chosen.
    const made = new Set(itemIds);
    for (const box of listBoxes()) if (made.has(box.value)) box.checked = false;
    setChosen(readBoxes());
    setRowId("");
    const { made: added, before } = result.data;
    setSaid(added === 0 ? "This was a priority already." : `${count(added)} ${added === 1 ? "is a priority" : "are priorities"} now.${before > 0 ? ` ${before} more already ${before === 1 ? "was" : "were"}.` : ""} See Tool 8, Section 3.`);
    status.current?.focus();
    router.refresh();
  }

  function onClick({ target }: MouseEvent): void {
    const one = (target as Element).closest<HTMLElement>("[data-make-priority]")?.dataset.makePriority;
    if (one && isReady && !isBusy) void make([one], "");
  }

  const isMany = chosen.length > GAPS_AT_ONCE;
  return (
    <div>
      <div ref={list} onClick={onClick} onChange={() => setChosen(readBoxes())}>
        {children}
      </div>
      <p ref={status} tabIndex={-1} role="status" className={said ? "mt-3" : "sr-only"}>
        {said}
      </p>
      {problem ? (
        <Alert tone="error" live className="mt-3">
          {problem}
        </Alert>
      ) : null}
      {chosen.length > 0 ? (
        <div role="group" aria-label="Chosen gaps" className="gap-chosen no-print">
          <p aria-live="polite">
            {count(chosen.length)} chosen{isMany ? `. Choose ${GAPS_AT_ONCE} or fewer.` : ""}
          </p>
          {priorities.length > 0 ? <PrioritySelect label="As" priorities={priorities} value={rowId} onChange={setRowId} isMany /> : null}
          <Button disabled={!isReady || isMany} aria-disabled={isBusy} onClick={() => (isBusy ? undefined : make(chosen, rowId))}>
            {chosen.length === 1 ? "Make it a priority" : `Make these ${chosen.length} priorities`}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
