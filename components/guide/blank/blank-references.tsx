import type { NodeOf } from "@/lib/domain/tool/definition";
import type { BlankContext } from "./blank-context";

export function paragraphView(node: NodeOf<"paragraph">, { mark }: BlankContext) {
  return <p className="measure">{mark(node.text)}</p>;
}

export function headingView(node: NodeOf<"heading">, { heading: Heading, mark }: BlankContext) {
  return <Heading className="measure pt-2">{mark(node.text)}</Heading>;
}

export function listView(node: NodeOf<"list">, { mark }: BlankContext) {
  const lead = node.lead === undefined ? null : <p className="mb-2">{mark(node.lead)}</p>;
  const items = node.items.map((item) => <li key={item}>{mark(item)}</li>);
  return (
    <div className="measure">
      {lead}
      {node.ordered ? <ol className="numbers">{items}</ol> : <ul className="bullets">{items}</ul>}
    </div>
  );
}

export function stepView(node: NodeOf<"step">, { mark }: BlankContext) {
  return (
    <div className="measure pt-3">
      <p className="flex gap-2">
        <span>{node.number}</span>
        <span className="min-w-0">{mark(node.text)}</span>
      </p>
      {node.note === undefined ? null : <p className="mt-1 pl-6 text-muted">{mark(node.note)}</p>}
    </div>
  );
}

/** Bullets inside a statement or a cell. */
export function bullets(items: readonly string[], mark: BlankContext["mark"]) {
  return (
    <ul className="bullets mt-1.5">
      {items.map((item) => (
        <li key={item}>{mark(item)}</li>
      ))}
    </ul>
  );
}
