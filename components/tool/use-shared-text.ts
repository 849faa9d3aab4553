"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { SharedText } from "@/lib/collab/shared-text";
import { plainLineBreaks } from "@/lib/tools/line-breaks";
import { useResponseStore } from "./use-response";

interface SharedTextBox {
  /** Also names the text in the document: see `textPlace`. */
  id: string;
  value: string;
  onText: (text: string) => void;
}

/**
 * Props of a `<textarea>` that shows `value` and leaves caret, selection and a word being composed alone when a
 * teammate edits the same text. React must not set its value: that puts the caret at the end.
 */
export function useSharedText({ id, value, onText }: SharedTextBox) {
  const store = useResponseStore();
  const box = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(value);
  const text = useRef<SharedText>(null);
  // Of a text that begins with "\r\n" the browser's parser would drop the first line break; React sees to "\n" itself.
  const [defaultValue] = useState(() => plainLineBreaks(value));
  const write = useEffectEvent(onText);

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
    });
  }, [value]);

  useEffect(() => {
    // What a person typed while the page was still loading stands in the box, and nobody was told.
    text.current?.show();
    return store.texts.watch(id, (changes) => text.current?.expect(changes));
  }, [store, id]);

  return {
    ref: box,
    id,
    defaultValue,
    onChange: () => void text.current?.takeIn(),
    onCompositionStart: () => text.current?.startComposing(),
    onCompositionEnd: () => text.current?.endComposing(),
  };
}
