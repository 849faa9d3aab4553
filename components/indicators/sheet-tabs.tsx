import { classNames } from "@/components/ui/class-names";
import { goalHref } from "./goal-address";

interface SheetTabsProps {
  teamId: string;
  current: string;
  sheets: readonly { readonly sheet: string; readonly name: string; readonly isAdded: boolean }[];
  /** Where the next sheet is begun; null where there is none, or for whoever may not. */
  addHref: string | null;
}

/** The goals' sheets side by side: the printed one, and those that a team added. */
export function SheetTabs({ teamId, current, sheets, addHref }: SheetTabsProps) {
  return (
    <nav aria-label="Goal sheets" className="sheet-tabs no-print">
      {sheets.map(({ sheet, name, isAdded }) => (
        <a
          key={sheet}
          href={goalHref({ teamId, sheet })}
          aria-current={sheet === current ? "page" : undefined}
          className={classNames("button", "button-small", sheet === current ? "button-secondary" : "button-quiet")}
        >
          {name}
          {isAdded ? <span className="added-mark">added</span> : null}
        </a>
      ))}
      {addHref ? (
        <a href={addHref} className="button button-small button-quiet">
          Add a sheet
        </a>
      ) : null}
    </nav>
  );
}
