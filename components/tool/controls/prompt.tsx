import type { Item } from "@/lib/domain/tool/definition";
import type { ToolView } from "./tool-view";

/** An item's printed number and prompt; what stands above it on the page is said again to screen readers only. */
export function Prompt({ item, view }: { item: Pick<Item, "number" | "prompt" | "context">; view: Pick<ToolView, "mark"> }) {
  return (
    <>
      {item.number ? <span className="item-number">{item.number} </span> : null}
      {item.context ? <span className="sr-only">{item.context} </span> : null}
      {view.mark(item.prompt)}
    </>
  );
}
