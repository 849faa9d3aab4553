import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { GivenUpJob } from "@/lib/platform/jobs/job-queue";

const ABOUT: Readonly<Record<string, string>> = {
  notice: "about what was assigned, or a comment",
  reminder: "about what is due",
};

/** Letters that no mail server took, for those who look after the agency's people. */
export function GivenUpLetters({ letters }: { letters: readonly GivenUpJob[] }) {
  return (
    <Card>
      <h2>Letters that did not arrive</h2>
      <p className="mt-1 text-muted">
        We tried for three days and then stopped. The address may have changed, or the mail server may refuse letters from here. What the letters were about is still in the workbook.
      </p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {letters.map(({ kind, displayName, at }) => (
          <li key={`${displayName} ${at}`} className="py-3 break-words">
            <strong className="font-semibold">{displayName}</strong>, {ABOUT[kind] ?? "a letter"}: given up <DateTime iso={at} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
