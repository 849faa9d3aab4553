"use client";

import type { ItemPanelTabProps } from "@/components/item-panel/item-panel-tab";
import { AssignmentPanel } from "./assignment-panel";

/** Who an item is assigned to. */
export default function AssignTab({ item, ...rest }: ItemPanelTabProps) {
  return <AssignmentPanel {...rest} target={item} />;
}
