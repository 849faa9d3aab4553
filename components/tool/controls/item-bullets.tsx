import type { StatusItem } from "@/lib/domain/tool/definition";
import type { ToolView } from "./tool-view";

/** What is printed under a statement. */
export function drawBullets(item: StatusItem, { mark }: Pick<ToolView, "mark">) {
  return item.bullets?.map((bullet, index) => <li key={bullet}>{mark(item, `bullets.${index}`)}</li>);
}
