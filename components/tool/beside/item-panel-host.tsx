"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { ItemMenu } from "./item-menu";
import type { ItemPanelProps } from "./item-panel";
import type { TabId } from "./item-panel-tabs";

type Panel = (props: ItemPanelProps) => React.ReactNode;
interface ItemPanelHostProps extends Omit<ItemPanelProps, "button" | "tab" | "onClose" | "onChanged"> {
  /** Whether answers can be changed here. */
  mayClear: boolean;
}

/**
 * Opens the menu of whichever item's button is pressed, and from it the panel. One listener for the page; the menu is built
 * and the panel's code comes when it is asked for, so an item costs nothing until somebody wants more of it.
 * `?panel=<item id>` opens the panel from a mail.
 */
export function ItemPanelHost({ mayClear, ...props }: ItemPanelHostProps) {
  const router = useRouter();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [panel, setPanel] = useState<{ Panel: Panel; button: HTMLElement; tab: TabId }>();
  const [hasFailed, setHasFailed] = useState(false);

  const open = (button: HTMLElement, tab: TabId) =>
    import("./item-panel").then(
      ({ ItemPanel }) => {
        setPanel({ Panel: ItemPanel, button, tab });
        setHasFailed(false);
      },
      () => setHasFailed(true),
    );
  const openWanted = useEffectEvent((button: HTMLElement) => void open(button, "comments"));
  function choose(tab: TabId) {
    if (menu) void open(menu, tab);
    setMenu(null);
  }
  const closeMenu = useCallback(
    (isLeft: boolean) => {
      if (!isLeft) menu?.focus();
      setMenu(null);
    },
    [menu],
  );

  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const button = (target as Element).closest<HTMLElement>("[data-item-panel]");
      if (button) setMenu((opened) => (opened === button ? null : button));
    };
    document.addEventListener("click", onClick);
    const wanted = new URLSearchParams(location.search).get("panel");
    const button = wanted && document.querySelector<HTMLElement>(`[data-item-panel="${CSS.escape(wanted)}"]`);
    if (button) openWanted(button);
    return () => document.removeEventListener("click", onClick);
  }, []);

  return (
    <>
      <p role="alert" className={hasFailed ? "item-panel-failed" : undefined}>
        {hasFailed ? "This could not be opened. Check your connection, then try again." : null}
      </p>
      {menu ? <ItemMenu key={menu.dataset.itemPanel} button={menu} mayClear={mayClear} onOpen={choose} onClose={closeMenu} /> : null}
      {panel ? (
        <panel.Panel
          key={panel.button.dataset.itemPanel}
          {...props}
          button={panel.button}
          tab={panel.tab}
          onChanged={router.refresh}
          onClose={() => setPanel(undefined)}
        />
      ) : null}
    </>
  );
}
