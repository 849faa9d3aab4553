/**
 * What one version's data had and the next one's has not. What the next one adds (a field, a column, an entry of a list) is
 * no loss: it may tell more. What stands in both must be the same, and lists keep their order.
 */
export function findLost(was: unknown, is: unknown, path = ""): string[] {
  if (Array.isArray(was)) return Array.isArray(is) ? lostEntries(was, is, path) : [`${path}: no list any more`];
  if (isRecord(was)) {
    if (!isRecord(is)) return [`${path}: ${show(was)} became ${show(is)}`];
    return Object.entries(was).flatMap(([key, value]) => (key in is ? findLost(value, is[key], `${path}.${key}`) : [`${path}.${key}: gone, was ${show(value)}`]));
  }
  return Object.is(was, is) ? [] : [`${path}: ${show(was)} became ${show(is)}`];
}

/** Each entry must come again, after the one before it. */
function lostEntries(was: readonly unknown[], is: readonly unknown[], path: string): string[] {
  let next = 0;
  return was.flatMap((entry, index) => {
    const found = is.findIndex((other, place) => place >= next && findLost(entry, other).length === 0);
    if (found < 0) return [`${path}[${index}]: gone or changed, was ${show(entry)}`];
    next = found + 1;
    return [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 200);
}
