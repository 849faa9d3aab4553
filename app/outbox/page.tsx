import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { LetterText } from "@/components/mail/letter-text";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { listOutbox, mayReadOutbox } from "@/lib/platform/mail/outbox";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage() {
  // Letters carry links that open accounts: the page exists only for whoever tries things out on their own machine, and
  // not once a mail server delivers them.
  if (!mayReadOutbox(await headers())) notFound();
  const letters = await listOutbox();
  return (
    <div className="container-page py-10">
      <PageHeader
        title="Outbox"
        lead="This copy of the workbook runs on its own database and sends no mail. Messages stay here instead, newest first."
      />
      {letters.length === 0 ? <p>No messages yet. Sign up or invite someone, and the message appears here.</p> : null}
      <ul className="grid grid-cols-1 gap-5">
        {letters.map((letter) => (
          <li key={letter.id}>
            <Card>
              <h2 className="text-[1.1875rem]">{letter.subject}</h2>
              <p className="mt-1 text-[0.9375rem] break-words text-muted">
                To {letter.to}, <DateTime iso={letter.createdAt.toISOString()} />
              </p>
              <div className="measure mt-4 break-words whitespace-pre-line">
                <LetterText text={letter.text} />
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
