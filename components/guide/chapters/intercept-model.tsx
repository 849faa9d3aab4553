interface Intercept {
  readonly number: number;
  readonly lines: readonly string[];
  readonly name: string;
  readonly who: string;
}

const INTERCEPTS: readonly Intercept[] = [
  { number: 0, lines: ["Community", "services"], name: "Community services", who: "Crisis lines, outreach, and care, before police are needed." },
  { number: 1, lines: ["Law", "enforcement"], name: "Law enforcement", who: "A call to 911, and the officer who answers it. A person can be led to care instead of arrest." },
  { number: 2, lines: ["First", "detention"], name: "Initial detention and court hearings", who: "Booking, and the first time before a judge." },
  { number: 3, lines: ["Jails", "and courts"], name: "Jails and courts", who: "Time in jail, and courts for special needs." },
  { number: 4, lines: ["Reentry"], name: "Reentry", who: "Planning before release, and the first weeks at home. The risk of overdose is very high then." },
  { number: 5, lines: ["Community", "corrections"], name: "Community corrections", who: "Probation and parole." },
];

const WIDTH = 116;
const GAP = 12;
const STEP = WIDTH + GAP;
const TOTAL = INTERCEPTS.length * STEP - GAP;

/** The Sequential Intercept Model as we draw it: six boxes in a row, with an arrow out of each. The list below says the same. */
export function InterceptModel() {
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div role="region" aria-label="Drawing of the Sequential Intercept Model" tabIndex={0} className="relative overflow-x-auto rounded-card border border-line bg-surface p-4">
        <svg viewBox={`0 0 ${TOTAL} 168`} width={TOTAL} role="img" aria-labelledby="intercepts-title intercepts-text" className="max-w-none text-ink">
          <title id="intercepts-title">The Sequential Intercept Model</title>
          <desc id="intercepts-text">
            Six boxes in a row, from Intercept 0, community services, to Intercept 5, community corrections. Each leads to the
            next one, and from each an arrow leads down to care and support in the community.
          </desc>
          {INTERCEPTS.map((intercept, at) => (
            <Box key={intercept.number} intercept={intercept} x={at * STEP} isLast={at === INTERCEPTS.length - 1} />
          ))}
          <rect x="1" y="132" width={TOTAL - 2} height="34" rx="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="5 4" />
          <text x={TOTAL / 2} y="154" textAnchor="middle" fontSize="14" fontWeight="600" fill="currentColor">
            Care and support in the community
          </text>
        </svg>
      </div>
      <figcaption className="text-[0.9375rem] text-muted">
        Drawn by this workbook after the Sequential Intercept Model of SAMHSA. The words beside each step are ours.
      </figcaption>
      <ol className="grid gap-2" start={0}>
        {INTERCEPTS.map(({ number, name, who }) => (
          <li key={number}>
            <span className="font-semibold">
              Intercept {number}: {name}.
            </span>{" "}
            {who}
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Box({ intercept: { number, lines }, x, isLast }: { intercept: Intercept; x: number; isLast: boolean }) {
  const middle = x + WIDTH / 2;
  return (
    <g stroke="currentColor" strokeWidth="2" fill="none">
      <rect x={x + 1} y="1" width={WIDTH - 2} height="84" rx="8" />
      <g stroke="none" fill="currentColor" textAnchor="middle">
        <text x={middle} y="24" fontSize="12">
          Intercept {number}
        </text>
        {lines.map((line, at) => (
          <text key={line} x={middle} y={47 + at * 19} fontSize="15" fontWeight="600">
            {line}
          </text>
        ))}
      </g>
      <path d={`M${middle} 87 V126 M${middle - 5} 120 L${middle} 127 L${middle + 5} 120`} />
      {isLast ? null : <path d={`M${x + WIDTH} 43 H${x + STEP - 1} M${x + STEP - 6} 38 L${x + STEP - 1} 43 L${x + STEP - 6} 48`} />}
    </g>
  );
}
