import { Icon } from "@/components/ui/icon";
import type { Item } from "@/lib/tools/definition";
import { itemName } from "@/lib/tools/items";
import { describeNotes } from "@/lib/tools/item-notes";
import type { ToolView } from "./tool-view";

interface ItemMoreProps {
  item: Pick<Item, "id" | "kind" | "prompt" | "context">;
  view: ToolView;
  /** In a table: an icon with the number of things there, so that the cells stay readable. */
  isCell?: boolean;
}

/**
 * Opens what lies beside an item: comments, files, history and who has it. A plain button that the page's one
 * item panel listens for (see panel/item-panel-host.tsx), with a place for marks about people.
 */
export function ItemMore({ item, view, isCell = false }: ItemMoreProps) {
  const notes = view.notes.get(item.id);
  const described = notes ? describeNotes(notes) : "";
  const number = notes ? notes.comments + notes.files : 0;
  return (
    <div className={isCell ? "item-more item-more-cell no-print" : "item-more no-print"}>
      <button
        type="button"
        data-item-panel={item.id}
        data-item-kind={item.kind}
        aria-haspopup="dialog"
        className={described === "" ? "more-button" : "more-button more-button-filled"}
      >
        <Icon name="comment" className="size-4" />
        {isCell ? <CellWords number={number} described={described} /> : described || "Comments and more"}
        <span className="sr-only">
          {isCell || described === "" ? ": " : "; comments, files and history: "}
          <span data-item-name>{itemName(item)}</span>
        </span>
      </button>
      <span data-item-marks={item.id} className="item-marks" />
    </div>
  );
}

function CellWords({ number, described }: { number: number; described: string }) {
  return (
    <>
      {number > 0 ? <span>{number} </span> : null}
      <span className="sr-only">{described === "" ? "Comments and more" : `(${described}) comments and more`}</span>
    </>
  );
}
