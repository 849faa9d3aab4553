"use client";

import { createContext, type ReactNode, use, useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { useResponseStore } from "@/components/tool/live/use-response";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { isAnswered } from "@/lib/domain/item/item-readers";
import type { Item } from "@/lib/domain/tool/definition";

/** A section that nobody sees until it is asked for. */
export interface OnDemandRef {
  readonly id: string;
  readonly items: readonly Pick<Item, "id" | "kind">[];
}

interface OnDemand {
  readonly shown: ReadonlySet<string>;
  /** The next that can be added. */
  readonly next: string | null;
  readonly open: (id: string) => void;
}

const NOTHING: OnDemand = { shown: new Set(), next: null, open: () => undefined };
const Context = createContext(NOTHING);

interface OnDemandProviderProps {
  sections: readonly OnDemandRef[];
  /** Those that the address asks for, and those that have comments, files or somebody's work. */
  wanted: readonly string[];
  children: ReactNode;
}

/** Sections of ours that come when they are needed: shown once somebody adds one, answers in it, or comes by its address. */
export function OnDemandProvider({ sections, wanted, children }: OnDemandProviderProps) {
  const store = useResponseStore();
  const [opened, setOpened] = useState<readonly string[]>(wanted);
  const subscribe = useCallback((listener: () => void) => store.subscribeAll(listener), [store]);
  // As one text, so that each reading of the same answers is the same.
  const filled = (read: (itemId: string) => unknown) =>
    sections.filter(({ items }) => items.some((item) => isAnswered(item as Item, read(item.id) as never))).map(({ id }) => id).join(" ");
  const answered = useSyncExternalStore(
    subscribe,
    () => filled((id) => store.getAnswer(id)),
    () => filled((id) => store.getInitialAnswer(id)),
  );
  const shown = new Set([...opened, ...answered.split(" ")].filter(Boolean));
  const next = sections.find(({ id }) => !shown.has(id))?.id ?? null;
  const open = useCallback((id: string) => setOpened((before) => (before.includes(id) ? before : [...before, id])), []);

  const readAddress = useEffectEvent(() => {
    const asked = decodeURIComponent(location.hash.slice(1));
    const found = asked === "" ? undefined : sections.find(({ id, items }) => id === asked || items.some((item) => item.id === asked));
    if (!found || shown.has(found.id)) return;
    flushSync(() => open(found.id));
    document.getElementById(asked)?.scrollIntoView({ block: "start" });
  });
  useEffect(() => {
    if (sections.length === 0) return;
    const reading = requestAnimationFrame(readAddress);
    window.addEventListener("hashchange", readAddress);
    return () => {
      cancelAnimationFrame(reading);
      window.removeEventListener("hashchange", readAddress);
    };
  }, [sections.length]);

  return sections.length === 0 ? children : <Context value={{ shown, next, open }}>{children}</Context>;
}

/** Whether a part of the tool is shown; every part is, but those that are added when they are needed. */
export function useIsShown(): (sectionId: string, isOnDemand: boolean) => boolean {
  const { shown } = use(Context);
  return (sectionId, isOnDemand) => !isOnDemand || shown.has(sectionId);
}

/** One of them. Without scripts the address of it, or of something in it, shows it. */
export function OnDemandSection({ id, children }: { id: string; children: ReactNode }) {
  const isShown = use(Context).shown.has(id);
  return (
    <div className="on-demand" data-away={isShown ? undefined : ""}>
      {children}
    </div>
  );
}

/** Shows the next one and leads there; gone when all are shown. */
export function AddSection({ children }: { children: ReactNode }) {
  const { next, open } = use(Context);
  if (next === null) return null;
  const add = () => {
    flushSync(() => open(next));
    const section = document.getElementById(next);
    section?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: "start" });
  };
  return (
    <div className="no-print add-section">
      <Button variant="secondary" onClick={add}>
        <Icon name="plus" className="size-4" />
        Add a sheet
      </Button>
      <p className="measure text-muted">{children}</p>
    </div>
  );
}
