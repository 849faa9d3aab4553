"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useState } from "react";
import { LinkButton } from "@/components/ui/button";
import { useResponseStore, useSaveState } from "./use-response";

interface CompleteLinkProps {
  href: string;
  /** It is what stands out. */
  isMain: boolean;
}

/** Leads to the list of blanks once everything typed is saved: the list is read from what is saved. */
export function CompleteLink({ href, isMain }: CompleteLinkProps) {
  const store = useResponseStore();
  const router = useRouter();
  const { status } = useSaveState();
  const [hasStayed, setStayed] = useState(false);

  async function sendFirst(event: MouseEvent) {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (opensElsewhere || store.getSaveState().status === "saved") return;
    event.preventDefault();
    await store.sendNow();
    const isSaved = store.getSaveState().status === "saved";
    setStayed(!isSaved);
    if (isSaved) router.push(href);
  }

  return (
    <>
      <LinkButton href={href} variant={isMain ? "primary" : "secondary"} prefetch={false} onClick={sendFirst}>
        Mark complete
      </LinkButton>
      <p role="status" className="measure mt-3">
        {hasStayed && status !== "saved"
          ? "Your last changes are not saved yet. The bar at the top says why. You can mark the tool complete once they are saved."
          : null}
      </p>
    </>
  );
}
