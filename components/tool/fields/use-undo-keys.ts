"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { useResponseStore } from "@/components/tool/live/use-response";

/** Which way the keys ask to go; null when they ask for something else. */
export function readUndoKeys(event: KeyboardEvent): "undo" | "redo" | null {
  const isCommand = event.ctrlKey !== event.metaKey && !event.altKey && !event.isComposing;
  const key = isCommand ? event.key.toLowerCase() : "";
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && event.ctrlKey && !event.shiftKey ? "redo" : null;
}

const ASKED_BY_MENU: Readonly<Record<string, "undo" | "redo">> = { historyUndo: "undo", historyRedo: "redo" };
const TYPING = /^(insertText|insertCompositionText|deleteContentBackward|deleteContentForward)$/;

/** What kind of edit is about to happen; each paste, drop, or replaced selection is a kind of its own. */
function kindOf({ inputType }: InputEvent, { selectionStart, selectionEnd }: HTMLTextAreaElement): "insert" | "delete" | "other" {
  if (selectionStart !== selectionEnd || !TYPING.test(inputType)) return "other";
  return inputType.startsWith("delete") ? "delete" : "insert";
}

interface Undone {
  /** Told before the box shows what was taken back or done again. */
  onGo: () => void;
  /** Told when the browser has changed the box itself, which nothing can prevent when a script asks for it. */
  onSpoilt: () => void;
}

/**
 * Undo and redo of a shared text, in place of the browser's own, which would put back what the box held before
 * teammates wrote in it. The browser's steps stay unused, so that its menu goes on offering "Undo".
 */
export function useUndoKeys(id: string, box: RefObject<HTMLTextAreaElement | null>, { onGo, onSpoilt }: Undone): void {
  const store = useResponseStore();
  const whenGone = useEffectEvent(onGo);
  const whenSpoilt = useEffectEvent(onSpoilt);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const listening = new AbortController();
    const listen = <Type extends keyof HTMLElementEventMap>(type: Type, listener: (event: HTMLElementEventMap[Type]) => void) =>
      element.addEventListener(type, listener, { signal: listening.signal });
    let kind: ReturnType<typeof kindOf> = "other";

    function go(direction: "undo" | "redo", event: Event) {
      // Even when there is nothing of ours: the browser's own undo no longer fits the text.
      event.preventDefault();
      kind = "other";
      if (store.undoText(direction, id)) whenGone();
    }

    listen("keydown", (event) => {
      const direction = readUndoKeys(event);
      if (direction) go(direction, event);
    });
    listen("beforeinput", (event) => {
      const asked = ASKED_BY_MENU[event.inputType];
      if (asked) return go(asked, event);
      store.followText(id);
      const next = kindOf(event, element);
      if (next === "other" || next !== kind) store.separateText(id);
      kind = next;
    });
    listen("input", (event) => {
      const asked = ASKED_BY_MENU[(event as InputEvent).inputType];
      if (!asked) return;
      whenSpoilt();
      go(asked, event);
    });
    listen("focus", () => store.followText(id));
    listen("blur", () => store.separateText(id));
    if (document.activeElement === element) store.followText(id);
    return () => listening.abort();
  }, [store, id, box]);
}
