import type { Item } from "@/lib/domain/tool/definition";
import type { ToolView } from "./tool-view";

interface PromptProps {
  item: Pick<Item, "id" | "number" | "prompt" | "context">;
  view: Pick<ToolView, "mark" | "placeOf">;
}

/**
 * An item's printed number and prompt; what stands above it on the page, and what tells it apart from another of the same
 * words, is said again to screen readers only.
 */
export function Prompt({ item, view }: PromptProps) {
  const place = view.placeOf(item.id);
  return (
    <>
      {place !== undefined && place !== item.number ? <span className="sr-only">{place}: </span> : null}
      {item.number ? <span className="item-number">{item.number} </span> : null}
      {item.context ? <span className="sr-only">{item.context} </span> : null}
      {view.mark(item, "prompt")}
    </>
  );
}
