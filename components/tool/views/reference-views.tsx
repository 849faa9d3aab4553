import { PlainWords } from "@/components/tool/controls/in-plain-words";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import { type ToolView, within } from "@/components/tool/controls/tool-view";
import type { NodeOf, ReferenceBlock } from "@/lib/domain/tool/definition";

interface ViewProps<K extends ReferenceBlock["kind"]> {
  node: NodeOf<K>;
  view: ToolView;
}

const inside = (view: ToolView): ToolView => within(view, { isPrinted: true });

export function ParagraphView({ node, view }: ViewProps<"paragraph">) {
  return (
    <PrintedPart view={view} as="div" className="measure">
      <p>{view.mark(node, "text")}</p>
      <PlainWords of={node.text} view={inside(view)} />
    </PrintedPart>
  );
}

export function HeadingView({ node, view }: ViewProps<"heading">) {
  const Heading = `h${view.level}` as const;
  return (
    <PrintedPart view={view} as="div" className="pt-3">
      <Heading>{view.mark(node, "text")}</Heading>
      <PlainWords of={node.text} view={inside(view)} />
    </PrintedPart>
  );
}

export function ListView({ node, view }: ViewProps<"list">) {
  const List = node.ordered ? "ol" : "ul";
  return (
    <PrintedPart view={view} as="div" className="measure">
      {node.lead ? (
        <div className="mb-2">
          <p>{view.mark(node, "lead")}</p>
          <PlainWords of={node.lead} view={inside(view)} />
        </div>
      ) : null}
      <List className={node.ordered ? "numbers" : "bullets"}>
        {node.items.map((item, index) => (
          <li key={item}>
            {view.mark(node, `items.${index}`)}
            <PlainWords of={item} as="span" view={inside(view)} />
          </li>
        ))}
      </List>
    </PrintedPart>
  );
}

export function StepView({ node, view }: ViewProps<"step">) {
  const Heading = `h${view.level}` as const;
  return (
    <PrintedPart view={view} as="div" className="border-t border-line pt-6">
      <Heading className="flex gap-2.5">
        <span className="text-link">{node.number}</span>
        <span className="min-w-0">{view.mark(node, "text")}</span>
      </Heading>
      <PlainWords of={node.text} view={inside(view)} />
      {node.note ? (
        <div className="measure mt-2">
          <p className="text-muted">{view.mark(node, "note")}</p>
          <PlainWords of={node.note} view={inside(view)} />
        </div>
      ) : null}
    </PrintedPart>
  );
}

interface CellProps extends ViewProps<"reference-table"> {
  row: number;
  column: number;
}

function Cell({ node, row, column, view }: CellProps) {
  const cell = node.rows[row]![column]!;
  const place = `rows.${row}.${column}`;
  if (typeof cell === "string") {
    return (
      <>
        {view.mark(node, place)}
        <PlainWords of={cell} as="span" view={inside(view)} />
      </>
    );
  }
  return (
    <ul className="bullets">
      {cell.map((line, index) => (
        <li key={line}>
          {view.mark(node, `${place}.${index}`)}
          <PlainWords of={line} as="span" view={inside(view)} />
        </li>
      ))}
    </ul>
  );
}

function Description({ text, view }: { text: string; view: ToolView }) {
  return (
    <span className="mt-0.5 block font-normal">
      {text}
      <PlainWords of={text} as="span" view={inside(view)} />
    </span>
  );
}

/** On a phone each row becomes a block, and each cell carries the head of its column. */
export function ReferenceTableView({ node, view }: ViewProps<"reference-table">) {
  return (
    <PrintedPart view={view} as="table" className="stack-table reference-table">
      <caption className="stack-caption">
        {view.mark(node, "caption")}
        <PlainWords of={node.caption} as="span" view={inside(view)} />
      </caption>
      <thead>
        <tr>
          {node.columns.map((column) => (
            <th key={column.label} scope="col">
              {column.label}
              {column.description ? <Description text={column.description} view={view} /> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {node.rows.map((row, rowIndex) => (
          <tr key={rowIndex}>
            {row.map((_, index) => {
              const CellTag = node.rowHeaders && index === 0 ? "th" : "td";
              const column = node.columns[index];
              return (
                <CellTag key={index} {...(CellTag === "th" ? { scope: "row" as const } : {})}>
                  {CellTag === "td" && column ? (
                    <span className="stack-label" aria-hidden="true">
                      {column.label}
                      {column.description ? <Description text={column.description} view={view} /> : null}
                    </span>
                  ) : null}
                  <Cell node={node} row={rowIndex} column={index} view={view} />
                </CellTag>
              );
            })}
          </tr>
        ))}
      </tbody>
    </PrintedPart>
  );
}
