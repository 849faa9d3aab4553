import type { ReactNode } from "react";

/** A link within the workbook for printed text, where React sees nothing: `PrintedText` follows it without leaving the page. */
export function InAppLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} data-in-app="">
      {children}
    </a>
  );
}
