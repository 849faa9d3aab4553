import { Card } from "@/components/ui/card";
import type { KeptAnswer } from "@/lib/domain/item/upgrades";

/** What a team answered in an earlier version of the tool and this one has no place for; nothing without any. */
export function KeptAnswers({ answers }: { answers: readonly KeptAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <Card className="mt-10">
      <h2 id="earlier-version">From an earlier version</h2>
      <p className="measure mt-2 text-muted">
        This tool was changed since your team began it. These answers have no place in it now. They are kept here to
        read, and in the history. Copy what you still need.
      </p>
      <dl className="mt-5 grid gap-5">
        {answers.map(({ itemId, version, question, source, text }) => (
          <div key={`${version} ${itemId}`}>
            <dt className="break-words">{question}</dt>
            <dd>
              <p className="mt-1 whitespace-pre-wrap break-words">{text}</p>
              <p className="mt-1 text-[0.9375rem] text-muted">
                {source} · version {version}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
