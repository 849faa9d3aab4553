/** Why nothing can be changed in a tool. */
export type Frozen = "complete" | "locked";

/** Why a decision can't be saved into its tool, and who can change that. */
export function frozenWords(toolLabel: string, frozen: Frozen): string {
  return frozen === "locked"
    ? `${toolLabel} is locked, so a decision can’t be saved into it. An agency admin can unlock it.`
    : `${toolLabel} is marked complete, so a decision can’t be saved into it. Anyone who fills it in can reopen it.`;
}
