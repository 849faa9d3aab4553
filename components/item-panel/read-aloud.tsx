"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { findVoice, readableText, sentencesOf } from "./speech";

const hasSpeech = () => typeof window !== "undefined" && "speechSynthesis" in window;

/** Browsers find their voices some time after they are first asked. */
function subscribe(listener: () => void): () => void {
  if (!hasSpeech()) return () => undefined;
  speechSynthesis.addEventListener("voiceschanged", listener);
  return () => speechSynthesis.removeEventListener("voiceschanged", listener);
}

const language = () => document.documentElement.lang || "en-US";
const pageVoice = () => (hasSpeech() ? findVoice(speechSynthesis.getVoices(), language()) : undefined);

interface ReadAloudProps {
  /** Any part of the item. */
  element: Element;
  name: string;
}

/**
 * Reads an item aloud with the browser's own voice; nothing where it has none. Pressed again it stops, and so it does when it
 * leaves the page.
 */
export function ReadAloud({ element, name }: ReadAloudProps) {
  const canSpeak = useSyncExternalStore(subscribe, () => pageVoice() !== undefined, () => false);
  const [isReading, setIsReading] = useState(false);
  // Held on to: Chromium throws away those that nobody holds, and never says that they ended.
  const reading = useRef<readonly SpeechSynthesisUtterance[]>([]);
  useEffect(() => (canSpeak ? () => speechSynthesis.cancel() : undefined), [canSpeak]);
  if (!canSpeak) return null;

  function stop() {
    reading.current = [];
    speechSynthesis.cancel();
    setIsReading(false);
  }

  function read() {
    stop();
    const voice = pageVoice();
    const utterances = sentencesOf(readableText(element), language()).map((sentence) => {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = language();
      if (voice) utterance.voice = voice;
      return utterance;
    });
    const end = () => {
      // One that was given up for another reading ends late.
      if (reading.current === utterances) stop();
    };
    for (const utterance of utterances) utterance.onerror = end;
    const last = utterances.at(-1);
    if (!last) return;
    last.onend = end;
    reading.current = utterances;
    setIsReading(true);
    for (const utterance of utterances) speechSynthesis.speak(utterance);
  }

  return (
    <Button variant="quiet" size="small" onClick={isReading ? stop : read}>
      {isReading ? "Stop reading" : "Read aloud"}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
