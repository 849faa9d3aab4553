"use client";

import { Button } from "@/components/ui/button";
import { MessagePage } from "./message-page";
import { useTryAgain } from "./use-try-again";

/** In place of a page for which there was no turn: nothing is wrong, and it opens by itself as soon as there is room. */
export function BusyPage({ retry }: { retry: () => void }) {
  useTryAgain(retry);
  return (
    <MessagePage eyebrow="Very many requests came at once" title="This page is busy" actions={<Button onClick={retry}>Try again now</Button>}>
      <p>You don’t need to do anything: this page tries again by itself every few seconds.</p>
      <p>Answers marked “Saved” are safe. Answers still waiting are kept on this device and are sent when the page opens again.</p>
    </MessagePage>
  );
}
