"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { useIsReady } from "@/components/forms/use-is-ready";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { FileStatus, usePreparedFile } from "@/components/ui/prepared-file";

interface ExportFormProps {
  /** This page: the choices in its address are the ones that are previewed. */
  pageHref: string;
  /** Where the file comes from, with the same choices. */
  fileHref: string;
  /** What a file of each format is called. */
  fileKinds: Readonly<Record<string, string>>;
  choices: ReactNode;
  summary: ReactNode;
  parts: ReactNode;
}

/** One key after another through a group of radio buttons should not ask the server each time. */
const PAUSE_MS = 300;

function readChoices(form: HTMLFormElement): URLSearchParams {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(entries);
}

/**
 * The choices beside what they will make. A plain form that is sent by GET; with JavaScript the preview follows every
 * change, and the download says how far it is.
 */
export function ExportForm({ pageHref, fileHref, fileKinds, choices, summary, parts }: ExportFormProps) {
  const router = useRouter();
  const isReady = useIsReady();
  const [isRefreshing, startRefresh] = useTransition();
  const [isOffline, setIsOffline] = useState(false);
  const { state, prepare } = usePreparedFile();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  function refresh(form: HTMLFormElement) {
    clearTimeout(pause.current);
    // Asking for a page while offline would leave this one.
    setIsOffline(!navigator.onLine);
    if (!navigator.onLine) return;
    startRefresh(() => router.replace(`${pageHref}?${readChoices(form)}`, { scroll: false }));
  }

  function refreshSoon({ currentTarget: form }: FormEvent<HTMLFormElement>) {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => refresh(form), PAUSE_MS);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter?.getAttribute("formaction") !== fileHref) return refresh(form);
    const asked = readChoices(form);
    void prepare(`${fileHref}?${asked}`, fileKinds[asked.get("format") ?? ""] ?? "file");
  }

  return (
    <form
      method="get"
      // Without a script the page comes anew: at its preview, not at its top.
      action={`${pageHref}#inside`}
      onChange={refreshSoon}
      onSubmit={submit}
      className="export-form grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]"
    >
      {choices}
      <Card className="lg:sticky lg:top-4">
        <section aria-labelledby="inside" aria-busy={isRefreshing}>
          <h2 id="inside">What will be inside</h2>
          <div className="mt-3">{summary}</div>
          {isOffline ? (
            <p role="status" className="mt-2 font-semibold text-warning">
              You are offline. This shows your earlier choices until you are back.
            </p>
          ) : null}
          <div className="mt-4 flex flex-wrap gap-3">
            <Button type="submit" variant="secondary" hidden={isReady}>
              Show what will be inside
            </Button>
            <Button type="submit" formAction={fileHref}>
              <Icon name="download" className="size-5" />
              Download
            </Button>
          </div>
          <FileStatus state={state} />
          <div className={isRefreshing ? "mt-6 opacity-60" : "mt-6"}>{parts}</div>
        </section>
      </Card>
    </form>
  );
}
