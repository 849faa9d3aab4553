"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useId, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { noAnswer } from "./no-answer";
import { useFormKey } from "./use-form-key";
import { useIsReady } from "./use-is-ready";
import { useKeptPlace } from "./use-kept-place";

/** What pressing it does; the page is read again afterwards. */
type Act<Data> =
  | { act: () => Promise<ActionResult<Data>>; once?: never }
  /** For what makes something: `key` names the act until it is answered, so that pressing again because no answer came makes it once. */
  | { once: (key: string) => Promise<ActionResult<Data>>; act?: never };

type ActButtonProps<Data> = Act<Data> & {
  label: string;
  /** What it is done to, for people who hear the button without its row: "Robin Reyes". */
  describedFor?: string;
  variant?: "primary" | "secondary" | "danger" | "quiet";
  size?: "small" | "medium";
  /** Asked before acting. */
  confirm?: { title: string; text: ReactNode; yes: string };
  onDone?: (data: Data) => void;
}

/** One button that does one thing on the server, and says so when it could not. It keeps the focus meanwhile: disabled, it would lose it. */
export function ActButton<Data>({
  act,
  once,
  label,
  describedFor,
  variant = "secondary",
  size = "small",
  confirm,
  onDone,
}: ActButtonProps<Data>) {
  const router = useRouter();
  const problemId = useId();
  const isReady = useIsReady();
  const key = useFormKey();
  const button = useRef<HTMLButtonElement>(null);
  useKeptPlace(button);
  const [isBusy, setIsBusy] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function go(): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(undefined);
    const result = await (once ? once(key.get()) : act()).catch(() => noAnswer());
    if (result.ok || result.hasArrived) key.renew();
    setIsBusy(false);
    setIsAsking(false);
    if (!result.ok) return setProblem(result.message);
    if (onDone) onDone(result.data);
    else router.refresh();
  }

  return (
    <div className="grid grid-cols-1 justify-items-start gap-2">
      <Button
        ref={button}
        variant={variant}
        size={size}
        disabled={!isReady}
        aria-disabled={isBusy}
        aria-describedby={problem ? problemId : undefined}
        onClick={confirm ? () => setIsAsking(true) : go}
      >
        {label}
        {describedFor ? <span className="sr-only">: {describedFor}</span> : null}
      </Button>
      {problem ? (
        <div id={problemId}>
          <Alert tone="error" live>
            {problem}
          </Alert>
        </div>
      ) : null}
      {confirm ? (
        <Dialog isOpen={isAsking} title={confirm.title} onClose={() => setIsAsking(false)}>
          <div className="prose-block">{confirm.text}</div>
          <div className="mt-5 flex flex-wrap gap-3">
            <Button variant="danger" aria-disabled={isBusy} onClick={go}>
              {confirm.yes}
            </Button>
            <Button variant="secondary" aria-disabled={isBusy} onClick={() => (isBusy ? undefined : setIsAsking(false))}>
              Cancel
            </Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
