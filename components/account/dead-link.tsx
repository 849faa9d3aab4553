import type { ReactNode } from "react";
import { NoticePage } from "@/components/forms/form-page";

/** One page for links that are used, too old or made up: which of them is nobody else's business. */
export function DeadLink({ children }: { children: ReactNode }) {
  return (
    <NoticePage title="This link no longer works">
      <p>It may have been used, or it is too old. Links work once and for a short time, to keep accounts safe.</p>
      {children}
    </NoticePage>
  );
}
