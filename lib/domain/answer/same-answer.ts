/** Whether two stored answers say the same; the order in which a choice's or a row's parts were stored says nothing. */
export function isSameAnswer(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSameAnswer((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
