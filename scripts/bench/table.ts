export interface Row {
  readonly what: string;
  readonly measured: string;
  /** "≤ 190 KB"; empty where none was set. */
  readonly target: string;
  /** Null where there is no target. */
  readonly isMet: boolean | null;
}

export interface Limit {
  readonly most?: number;
  readonly least?: number;
}

/** One figure beside its target. */
export function row(what: string, value: number, unit: string, limit: Limit = {}): Row {
  const shown = (number: number) => `${number < 10 ? number.toFixed(1) : Math.round(number).toLocaleString("en-US")} ${unit}`;
  const { most, least } = limit;
  return {
    what,
    measured: shown(value),
    target: most !== undefined ? `≤ ${shown(most)}` : least !== undefined ? `≥ ${shown(least)}` : "",
    isMet: most !== undefined ? value <= most : least !== undefined ? value >= least : null,
  };
}

/** What stands in words because there is no figure. */
export function rowInWords(what: string, measured: string): Row {
  return { what, measured, target: "", isMet: null };
}

/** The value below which this share (0 to 1) of the samples lies: the nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error("No samples");
  return value;
}

export function printTable(title: string, rows: readonly Row[]): void {
  const cells = [
    ["", "measured", "target", "met"],
    ...rows.map(({ what, measured, target, isMet }) => [
      what,
      measured,
      target,
      isMet === null ? "" : isMet ? "yes" : "NO",
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const line of cells) {
    console.log(
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    );
  }
}
