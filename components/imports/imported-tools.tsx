import { Table } from "@/components/ui/table";
import { getTool } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import type { ImportedTool } from "@/lib/imports/import-report";

interface ImportedToolsProps {
  caption: string;
  tools: readonly ImportedTool[];
  /** What it means here that a tool is complete. */
  statusLabel: string;
}

/** How many answers of each tool there are. */
export function ImportedTools({ caption, tools, statusLabel }: ImportedToolsProps) {
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">Tool</th>
          <th scope="col">Answers</th>
          <th scope="col">{statusLabel}</th>
        </tr>
      </thead>
      <tbody>
        {tools.map(({ toolRef, answers, isComplete }) => (
          <tr key={toolKey(toolRef)}>
            <th scope="row">{toolName(getTool(toolRef))}</th>
            <td>{answers}</td>
            <td>{isComplete ? "Complete" : "Not complete"}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** "1 answer", "24 answers" */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function countAnswers(tools: readonly ImportedTool[]): number {
  return tools.reduce((sum, { answers }) => sum + answers, 0);
}
