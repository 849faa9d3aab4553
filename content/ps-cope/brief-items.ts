/** Where a team has written what its brief may say: its vision (Tool 11), and the goals of its plan (Tool 12). */
export const VISION_ITEM = "t11-vision";

export const GOAL_ITEMS = ["t12-sheet-1-goal", "t12-sheet-2-goal", "t12-sheet-3-goal"] as const;
