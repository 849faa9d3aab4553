import { listPeopleInAnswer, listPeopleInChanges } from "@/lib/domain/item/people-in-answers";
import { itemsEver } from "@/lib/domain/item/upgrades";
import type { PersonRef } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import { refOfKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { toolOfEdition } from "./export-edition";
import type { ExportDocument } from "./export-document";

/** Everyone whom the answers in an export name: the stored ones, kept ones and those of its history. */
export function listPeopleInDocument({ edition, tools, records, history, kept }: Pick<ExportDocument, "edition" | "records" | "history" | "kept"> & { readonly tools: readonly { readonly ref: ToolRef }[] }): PersonRef[] {
  const getTool = (ref: ToolRef) => toolOfEdition(edition, ref).definition;
  const given = tools.flatMap(({ ref }) => toolItems(getTool(ref)).flatMap((item) => listPeopleInAnswer(item, records[item.id]?.answer)));
  const changed = [...history].flatMap(([key, changes]) => listPeopleInChanges(itemsEver(getTool(refOfKey(key))), changes));
  const left = [...kept].flatMap(([key, answers]) => {
    const items = itemsEver(getTool(refOfKey(key)));
    return answers.flatMap(({ itemId, answer }) => {
      const item = items.get(itemId);
      return item ? listPeopleInAnswer(item, answer) : [];
    });
  });
  return [...given, ...changed, ...left];
}
