/** Where an action stands. Ours, beside Tool 12's printed lines. */
export const ACTION_STATUSES = ["not-started", "under-way", "blocked", "done"] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const ACTION_STATUS_LABELS: Record<ActionStatus, string> = {
  "not-started": "Not started",
  "under-way": "Under way",
  blocked: "Blocked",
  done: "Done",
};
