"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ItemPanelProps } from "./item-panel";

type Panel = (props: ItemPanelProps) => React.ReactNode;
type ItemPanelHostProps = Omit<ItemPanelProps, "button" | "onClose" | "onChanged">;

/**
 * Opens the panel of whichever item's button is pressed. One listener for the page, and the panel's code comes with
 * the first press, so an item costs nothing until somebody wants more of it. `?panel=<item id>` opens it from a mail.
 */
export function ItemPanelHost(props: ItemPanelHostProps) {
  const router = useRouter();
  const [panel, setPanel] = useState<{ Panel: Panel; button: HTMLElement }>();
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const open = async (button: HTMLElement | null | undefined) => {
      if (!button) return;
      try {
        const { ItemPanel } = await import("./item-panel");
        setPanel({ Panel: ItemPanel, button });
        setHasFailed(false);
      } catch {
        setHasFailed(true);
      }
    };
    const onClick = ({ target }: MouseEvent) => open((target as Element).closest<HTMLElement>("[data-item-panel]"));
    document.addEventListener("click", onClick);
    const wanted = new URLSearchParams(location.search).get("panel");
    if (wanted) void open(document.querySelector<HTMLElement>(`[data-item-panel="${CSS.escape(wanted)}"]`));
    return () => document.removeEventListener("click", onClick);
  }, []);

  return (
    <>
      <p role="alert" className={hasFailed ? "item-panel-failed" : undefined}>
        {hasFailed ? "This could not be opened. Check your connection, then try again." : null}
      </p>
      {panel ? (
        <panel.Panel
          key={panel.button.dataset.itemPanel}
          {...props}
          button={panel.button}
          onChanged={router.refresh}
          onClose={() => setPanel(undefined)}
        />
      ) : null}
    </>
  );
}
