import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A surface that holds one thing apart from the page. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div className={classNames("rounded-card border border-line bg-surface p-5 shadow-card sm:p-6", className)} {...rest} />
  );
}
