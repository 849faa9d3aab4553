"use client";

import type { ItemPanelTabProps } from "../item-panel-tab";

export default function HistoryTab({ item }: ItemPanelTabProps) {
  return <p>{item.name}</p>;
}
