"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { ItemPanelTabProps } from "./item-panel-tab";
import { PanelState } from "./panel-state";

interface LazyTabProps extends ItemPanelTabProps {
  load: () => Promise<{ default: ComponentType<ItemPanelTabProps> }>;
}

/** A tab whose code is fetched when it is first opened. */
export function LazyTab({ load, ...props }: LazyTabProps) {
  const [Tab, setTab] = useState<ComponentType<ItemPanelTabProps>>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    load().then(
      (loaded) => isCurrent && setTab(() => loaded.default),
      () => isCurrent && setFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, attempt]);

  if (Tab) return <Tab {...props} />;
  const retry = () => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  return <PanelState failure={failed ? "This could not be loaded. Check your connection, then try again." : null} onRetry={retry} />;
}
