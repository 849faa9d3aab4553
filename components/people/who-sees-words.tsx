import type { WhoSees } from "@/lib/platform/auth/who-sees";

/** Who can see what, as a list. */
export function WhoSeesWords({ words }: { words: readonly WhoSees[] }) {
  return (
    <dl className="grid gap-3 text-[0.9375rem]">
      {words.map(({ what, who }) => (
        <div key={what}>
          <dt className="font-semibold">{what}</dt>
          <dd className="measure text-muted">{who}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same folded away, beside what it is about. */
export function WhoSeesNote({ words, about }: { words: readonly WhoSees[]; about: string }) {
  return (
    <details className="fold no-print">
      <summary>Who can see {about}</summary>
      <div className="mt-2">
        <WhoSeesWords words={words} />
      </div>
    </details>
  );
}
