"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** What printed text does once it is alive, for all of it at once: Escape hides an acronym's meaning, links stay in the app. */
export function PrintedText() {
  const router = useRouter();
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const hide = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      for (const acronym of document.querySelectorAll<HTMLElement>(".acronym:is(:hover, :focus)")) acronym.dataset.hidden = "";
    };
    const show = ({ target }: Event) => {
      if (target instanceof HTMLElement && target.matches(".acronym[data-hidden]")) delete target.dataset.hidden;
    };
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-in-app]");
      const opensElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (!link || opensElsewhere || event.defaultPrevented) return;
      event.preventDefault();
      router.push(link.getAttribute("href") ?? "/");
    };
    document.addEventListener("keydown", hide, { signal });
    document.addEventListener("focusout", show, { signal });
    document.addEventListener("mouseleave", show, { signal, capture: true });
    document.addEventListener("click", follow, { signal });
    return () => listening.abort();
  }, [router]);
  return null;
}
