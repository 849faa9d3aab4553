"use client";

import { createContext, type ReactNode, use, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { WHOLE_TOOL } from "@/lib/domain/tool/tool-steps";

/** The step that is shown; null for the whole tool. */
const Current = createContext<string | null>(null);

export function useCurrentStep(): string | null {
  return use(Current);
}

interface ToolStepsProps {
  /** Ids of the steps; a short tool has none. */
  steps: readonly string[];
  /** As the address asks for it. */
  initial: string | null;
  children: ReactNode;
}

/** The step around an element. */
function stepAround(element: Element | null): string | null {
  return element?.closest<HTMLElement>("[data-step]")?.dataset.step ?? null;
}

function elementOf(hash: string): HTMLElement | null {
  return hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
}

/**
 * Shows a long tool step by step. All of it is in the page, so that everything is saved, counted and live wherever it stands;
 * what isn't shown is only hidden. Links with "?section=" change the step without asking the server, so that it goes offline
 * too. Before scripts have come, and without them, the address and the style see to it.
 */
export function ToolSteps({ steps, initial, children }: ToolStepsProps) {
  const [current, setCurrent] = useState(initial);
  const box = useRef<HTMLDivElement>(null);

  const show = (step: string | null) => flushSync(() => setCurrent(step));
  /** Makes an element of the page be shown, where it is hidden. */
  const reveal = (element: Element | null) => {
    const step = stepAround(element);
    if (current !== null && step !== null && step !== current) show(step);
  };

  const follow = useEffectEvent((event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    const opensElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || opensElsewhere || event.defaultPrevented || link.pathname !== location.pathname || link.origin !== location.origin) return;
    const target = elementOf(link.hash);
    const asked = new URL(link.href).searchParams.get("section");
    if (asked === null) return reveal(target);
    if (asked !== WHOLE_TOOL && !steps.includes(asked)) return;
    event.preventDefault();
    history.pushState(null, "", `${link.pathname}${link.search}${link.hash}`);
    show(asked === WHOLE_TOOL ? null : asked);
    const place = target ?? document.querySelector(asked === WHOLE_TOOL ? "[data-step]" : `[data-step="${CSS.escape(asked)}"]`);
    const goal = place instanceof HTMLElement && place.dataset.step ? (place.querySelector<HTMLElement>("section") ?? place) : (place as HTMLElement | null);
    goal?.focus({ preventScroll: true });
    goal?.scrollIntoView({ block: "start" });
  });

  /** The address was changed by the browser: a fragment, back or forward. */
  const readAddress = useEffectEvent(() => {
    const asked = new URLSearchParams(location.search).get("section");
    const target = elementOf(location.hash);
    const around = stepAround(target);
    if (asked === WHOLE_TOOL) setCurrent(null);
    else setCurrent(around ?? (asked !== null && steps.includes(asked) ? asked : (steps[0] ?? null)));
  });

  useEffect(() => {
    if (steps.length === 0) return;
    // From then on the style leaves it to this component what a fragment shows.
    const takingOver = requestAnimationFrame(() => {
      if (location.hash) flushSync(readAddress);
      if (box.current) box.current.dataset.alive = "";
    });
    document.addEventListener("click", follow);
    window.addEventListener("popstate", readAddress);
    window.addEventListener("hashchange", readAddress);
    return () => {
      cancelAnimationFrame(takingOver);
      document.removeEventListener("click", follow);
      window.removeEventListener("popstate", readAddress);
      window.removeEventListener("hashchange", readAddress);
    };
  }, [steps.length]);

  if (steps.length === 0) return children;
  return (
    <Current value={current}>
      <div ref={box} className="tool-steps">
        {children}
      </div>
    </Current>
  );
}

/** What belongs to one step. */
export function StepFrame({ id, children }: { id: string; children: ReactNode }) {
  const current = useCurrentStep();
  return (
    <div data-step={id} data-away={current !== null && current !== id ? "" : undefined} className="tool-step">
      {children}
    </div>
  );
}
