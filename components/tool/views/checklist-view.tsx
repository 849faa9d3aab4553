import { PlainText } from "@/components/printed/plain-text";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";
import type { Checklist } from "@/lib/domain/tool/definition";
import { ItemView } from "./item-view";

/** Statements to mark Yes, In Progress or No, under the words they continue. */
export function ChecklistView({ node, view }: { node: Checklist; view: ToolView }) {
  const leadId = `${node.id}-lead`;
  const hasLead = Boolean(node.lead ?? node.subLead);
  const plain = view.plain(node.id);
  return (
    <div role={hasLead ? "group" : undefined} aria-labelledby={hasLead ? leadId : undefined} className="checklist">
      {hasLead ? (
        <PrintedPart view={view} as="div" id={leadId} className="checklist-lead">
          {node.lead ? <p>{view.mark(node, "lead")}</p> : null}
          {node.subLead ? <p>{view.mark(node, "subLead")}</p> : null}
          {plain === undefined ? null : (
            <p className="plain-words">
              <PlainText text={plain} />
            </p>
          )}
        </PrintedPart>
      ) : null}
      {node.items.map((item) => (
        <ItemView key={item.id} item={item} view={view} />
      ))}
    </div>
  );
}
