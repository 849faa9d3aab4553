import { Fragment } from "react";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { BlankView, GridPlace, ToolView } from "@/components/tool/controls/tool-view";
import { OursTag } from "@/components/ui/tag";
import { answerTo } from "@/lib/domain/answer/answers";
import { isAnswered } from "@/lib/domain/item/item-readers";
import type { Grid } from "@/lib/domain/tool/definition";
import { isAdded } from "@/lib/domain/tool/items";
import { AnswerText } from "./answer-text";

type TeamView = Exclude<ToolView, BlankView>;

/** Says once what stands beneath the lines of a printed table, and whose it is. */
export function AddedNote({ grid, view }: { grid: Grid; view: ToolView }) {
  const named = grid.columns.filter((column) => isAdded(grid, column) && !column.onlyFor).map(({ label }) => label.toLowerCase());
  return (
    <PrintedPart view={view} as="p" className="added-note">
      <OursTag /> Beneath each line: {new Intl.ListFormat("en-US").format(named)}.
    </PrintedPart>
  );
}

interface AddedLineProps {
  places: readonly GridPlace[];
  /** How many columns the printed line has. */
  width: number;
  view: TeamView;
}

/** What we add to one line of a printed table. To read it stands there only where somebody used it. */
export function AddedLine({ places, width, view }: AddedLineProps) {
  const shown = view.state === "fill" ? places : places.filter(({ item }) => isAnswered(item, answerTo(item, view.answers)) || view.notes.has(item.id));
  if (shown.length === 0) return null;
  return (
    <tr className="added-line">
      <td colSpan={width}>
        <div className="added-cells">
          {shown.map((place) => (
            <Fragment key={place.item.id}>{view.state === "fill" ? view.live.drawCell(place, view) : <ReadCell place={place} view={view} />}</Fragment>
          ))}
        </div>
      </td>
    </tr>
  );
}

function ReadCell({ place: { item, column }, view }: { place: GridPlace; view: TeamView }) {
  return (
    <div id={item.id} tabIndex={-1} className={`added-cell added-${item.kind}`}>
      <p className="added-label">{column.label}</p>
      <AnswerText item={item} answer={answerTo(item, view.answers)} />
      {view.state === "read" ? view.live.drawMore(item, view, true) : null}
    </div>
  );
}
