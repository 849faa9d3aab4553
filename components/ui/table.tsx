import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

interface TableProps extends Omit<ComponentProps<"table">, "summary"> {
  caption: ReactNode;
  /** Keeps the caption for assistive technology when a heading above says the same. */
  captionHidden?: boolean;
}

/**
 * A data table; a narrow screen scrolls it inside its own focusable region, never the page. "relative" keeps words
 * that only screen readers see inside that region, which would widen the page otherwise.
 */
export function Table({ caption, captionHidden = false, className, children, ...rest }: TableProps) {
  return (
    <div
      role="region"
      aria-label={typeof caption === "string" ? caption : undefined}
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className={classNames("data-table w-full border-collapse text-left", className)} {...rest}>
        <caption className={captionHidden ? "sr-only" : "px-4 pt-4 pb-2 text-left"}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
