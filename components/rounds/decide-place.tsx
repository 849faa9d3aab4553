"use client";

import { type ReactNode, useState } from "react";
import { NeedsScript } from "@/components/forms/form-page";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DecideForm, dropDraft, type FrozenTool, hasDraft } from "./decide-form";

interface DecidePlaceProps {
  teamId: string;
  roundId: string;
  itemId: string;
  kind: "rating" | "status";
  toolLabel: string;
  frozen: FrozenTool | null;
  /** What was decided, as it is drawn; null while nothing is. */
  children: ReactNode;
}

/**
 * Where a team decides on an item. Whoever is typing when somebody else records a decision sees it, and keeps what they typed: they
 * say which of the two stays.
 */
export function DecidePlace({ children, ...item }: DecidePlaceProps) {
  const { roundId, itemId } = item;
  const [isWriting, setIsWriting] = useState(() => hasDraft(roundId, itemId));
  const isDecided = children !== null;
  if (isDecided && !isWriting) return children;
  return (
    <>
      {isDecided ? (
        <>
          <Alert tone="warning" live title="Somebody recorded a decision while you were typing">
            <p>What you typed is still below. Recording it puts yours in place of theirs.</p>
            <p className="mt-3">
              <Button
                variant="secondary"
                size="small"
                onClick={() => {
                  dropDraft(roundId, itemId);
                  setIsWriting(false);
                }}
              >
                Keep theirs, drop what I typed
              </Button>
            </p>
          </Alert>
          {children}
        </>
      ) : null}
      <NeedsScript />
      <DecideForm key={itemId} {...item} onWriting={setIsWriting} />
    </>
  );
}
