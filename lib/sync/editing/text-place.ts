/**
 * Names a text of the document by its item, and by row and column in a table. The text box it is shown in has the
 * same id on the page.
 */
export function textPlace(itemId: string, ...path: readonly string[]): string {
  return [itemId, ...path].join("-");
}
