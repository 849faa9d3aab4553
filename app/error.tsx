"use client";

import { BusyPage } from "@/components/shell/busy-page";
import { MessagePage } from "@/components/shell/message-page";
import { Button, DownloadLink } from "@/components/ui/button";
import { BUSY_DIGEST } from "@/lib/platform/turns/busy";

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return error.digest === BUSY_DIGEST ? <BusyPage retry={retry} /> : <FailedPage error={error} retry={retry} />;
}

function FailedPage({ error, retry }: ErrorPageProps) {
  return (
    <MessagePage
      eyebrow="Something went wrong on our side"
      title="This page did not load"
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <DownloadLink href="/agencies" variant="secondary">
            Go to your teams
          </DownloadLink>
        </>
      }
    >
      <p>Answers marked “Saved” are safe. Answers still waiting are kept on this device and are sent when the page opens again.</p>
      <p>If it keeps happening, tell the person who runs this workbook{error.digest ? " and give them this code:" : "."}</p>
      {error.digest ? (
        <p>
          <code className="rounded-control bg-sunken px-2 py-1">{error.digest}</code>
        </p>
      ) : null}
    </MessagePage>
  );
}
