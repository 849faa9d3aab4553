import type { ReactNode } from "react";

interface WhoDisclosureProps {
  /** What was changed, for those who hear the page: each says "Who". */
  about: ReactNode;
  children: ReactNode;
}

/** Tells who changed something to whoever asks. */
export function WhoDisclosure({ about, children }: WhoDisclosureProps) {
  return (
    <details className="who">
      <summary>
        Who<span className="sr-only"> changed it: {about}</span>
      </summary>
      <span>{children}</span>
    </details>
  );
}
