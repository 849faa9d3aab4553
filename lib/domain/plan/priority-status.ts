/** What a team has decided about a priority. Ours, beside Tool 8's printed box. */
export const PRIORITY_STATUSES = ["considering", "chosen", "set-aside"] as const;
export type PriorityStatus = (typeof PRIORITY_STATUSES)[number];

export const PRIORITY_STATUS_LABELS: Record<PriorityStatus, string> = {
  considering: "Considering",
  chosen: "Chosen",
  "set-aside": "Set aside",
};
