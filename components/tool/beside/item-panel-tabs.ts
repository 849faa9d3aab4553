/** What lies beside an item, in the order of its menu. */
export const PANEL_TABS = [
  { id: "comments", label: "Comments" },
  { id: "files", label: "Files" },
  { id: "history", label: "History" },
  { id: "assign", label: "Assign" },
] as const;

export type TabId = (typeof PANEL_TABS)[number]["id"];
