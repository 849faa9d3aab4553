import type { ComponentProps } from "react";
import { Printed } from "@/components/printed/printed";
import type { ToolView } from "./tool-view";

interface PrintedPartProps extends Omit<ComponentProps<typeof Printed>, "content"> {
  view: Pick<ToolView, "print" | "isPrinted">;
  children: React.ReactNode;
}

/** An element in which nothing changes or lives: see `Printed`. Within another one it is plain HTML. */
export function PrintedPart({ view, children, ...element }: PrintedPartProps) {
  if (!view.isPrinted) return <Printed {...element} content={view.print(children)} />;
  const { as: Element, ...attributes } = element;
  return <Element {...attributes}>{children}</Element>;
}
