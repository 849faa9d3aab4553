/** Line by line what one text has and the other has not, shortened. */
export function findDifferences(name: string, was: string, is: string | undefined): string[] {
  if (is === undefined) return [`${name}: missing`];
  if (was === is) return [];
  const [before, after] = [was.split("\n"), is.split("\n")];
  const only = (lines: readonly string[], others: readonly string[]) => {
    const left = new Map<string, number>();
    for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
    return lines.filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    });
  };
  const shown = (sign: string, lines: readonly string[]) => lines.map((line) => `${name}: ${sign} ${line.trim().slice(0, 200)}`);
  const found = [...shown("-", only(before, after)), ...shown("+", only(after, before))];
  return found.length > 0 ? found : [`${name}: the same lines in another order`];
}
