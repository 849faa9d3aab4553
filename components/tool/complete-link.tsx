"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { LinkButton } from "@/components/ui/button";
import { useResponseStore } from "./use-response";

/** Leads to the list of blanks, after sending what was just typed: the list is read from what is saved. */
export function CompleteLink({ href }: { href: string }) {
  const store = useResponseStore();
  const router = useRouter();

  async function sendFirst(event: MouseEvent) {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (opensElsewhere || store.getSaveState().status === "saved") return;
    event.preventDefault();
    await store.sendNow();
    router.push(href);
  }

  return (
    <LinkButton href={href} prefetch={false} onClick={sendFirst}>
      Mark complete
    </LinkButton>
  );
}
