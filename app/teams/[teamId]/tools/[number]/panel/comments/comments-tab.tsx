"use client";

import type { ItemPanelTabProps } from "../item-panel-tab";

export default function CommentsTab({ item }: ItemPanelTabProps) {
  return <p>{item.name}</p>;
}
