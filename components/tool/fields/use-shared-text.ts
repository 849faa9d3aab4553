"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useResponseStore } from "@/components/tool/live/use-response";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { plainLineBreaks } from "@/lib/domain/text/line-breaks";
import { SharedText } from "@/lib/sync/editing/shared-text";
import { useUndoKeys } from "./use-undo-keys";

interface SharedTextBox {
  /** Also names the text in the document: see `textPlace`. */
  id: string;
  value: string;
  onText: (text: string) => void;
}

/**
 * `box`: props of a `<textarea>` that shows `value` and leaves caret, selection and a word being composed alone when a
 * teammate edits the same text. React must not set its value: that puts the caret at the end.
 * `cut`: how many letters of what was entered last had no room.
 */
export function useSharedText({ id, value, onText }: SharedTextBox) {
  const store = useResponseStore();
  const box = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(value);
  const text = useRef<SharedText>(null);
  // Of a text that begins with "\r\n" the browser's parser would drop the first line break; React sees to "\n" itself.
  const [defaultValue] = useState(() => plainLineBreaks(value));
  const [cut, setCut] = useState(0);
  const write = useEffectEvent(onText);
  useUndoKeys(id, box, { onGo: () => text.current?.follow(), onSpoilt: () => text.current?.reset() });

  useLayoutEffect(() => {
    latest.current = value;
    if (text.current) return text.current.show();
    const element = box.current;
    if (!element) return;
    text.current = new SharedText({
      box: element,
      shown: value,
      read: () => latest.current,
      write: (typed) => write(typed),
      hasFocus: () => document.activeElement === element,
      maxLength: ANSWER_MAX_LENGTH,
      onCut: setCut,
    });
  }, [value]);

  useEffect(() => {
    text.current?.show();
    return store.watchText(id, (changes) => text.current?.expect(changes));
  }, [store, id]);

  return {
    box: {
      ref: box,
      id,
      defaultValue,
      onChange: () => {
        setCut(0);
        text.current?.takeIn();
      },
      onCompositionStart: () => text.current?.startComposing(),
      onCompositionEnd: () => text.current?.endComposing(),
      onBlur: () => text.current?.endComposing(),
    },
    cut,
    undoCut() {
      setCut(0);
      box.current?.focus();
      if (store.undoText("undo", id)) text.current?.follow();
    },
  };
}
