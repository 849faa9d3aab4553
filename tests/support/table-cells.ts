import type { TableColumn } from "@/lib/domain/tool/definition";

/** Cells of one row: texts as they are dealt, dates and options as they have to be. People are left blank: they are somebody's own tests. */
export function cellsWith(columns: readonly TableColumn[], text: (columnId: string) => string, date = "2026-04-01"): Record<string, string> {
  const cellOf = ({ id, kind, options = [] }: TableColumn): string => {
    if (kind === "text") return text(id);
    return kind === "date" ? date : kind === "choice" ? (options[0]?.id ?? "") : "";
  };
  return Object.fromEntries(columns.map((column) => [column.id, cellOf(column)] as const).filter(([, cell]) => cell !== ""));
}
