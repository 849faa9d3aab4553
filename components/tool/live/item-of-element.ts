/** The item that an element on the page belongs to: its control, a cell of its table, a button beside it. */
export function findItemId(element: Element, itemIds: ReadonlySet<string>): string | null {
  const beside = element.closest<HTMLElement>("[data-item-panel]")?.dataset.itemPanel;
  if (beside) return beside;
  for (let up: Element | null = element; up; up = up.parentElement) {
    if (itemIds.has(up.id)) return up.id;
  }
  const name = element.getAttribute("name") ?? "";
  return itemIds.has(name) ? name : null;
}
