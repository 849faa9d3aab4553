import type { OfferedWordsProps } from "@/components/tool/fields/offered-words";
import type { TableColumn } from "@/lib/domain/tool/definition";

/** A column of a table, with what other tools' answers offer for each of its cells. */
export interface OfferedColumn extends Omit<TableColumn, "offers"> {
  readonly offered?: readonly OfferedWordsProps[];
}
