"use client";

import { type ComponentType, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";
import { QuietStatus } from "@/components/ui/quiet-status";
import type { Discarding } from "@/lib/sync/browser/response-recovery";
import type { SaveState } from "@/lib/sync/browser/save-state";
import type { SignInDialogProps } from "./sign-in-dialog";
import { useResponseStore, useSaveState } from "./use-response";

const LOOK: Record<SaveState["status"], { icon: IconName; tone: string }> = {
  saved: { icon: "check", tone: "text-success" },
  saving: { icon: "half-circle", tone: "text-muted" },
  offline: { icon: "warning", tone: "text-warning" },
  "signed-out": { icon: "lock", tone: "text-warning" },
  refused: { icon: "warning", tone: "text-error" },
  "no-access": { icon: "lock", tone: "text-warning" },
  outdated: { icon: "warning", tone: "text-warning" },
};

function kept({ unsent, isOnDevice }: { unsent: number; isOnDevice: boolean }): string {
  if (unsent === 0) return "all changes so far are saved";
  const changes = unsent === 1 ? "1 change" : `${unsent} changes`;
  return isOnDevice ? `${changes} kept on this device` : `${changes} waiting, keep this page open`;
}

function describe(state: SaveState): string {
  switch (state.status) {
    case "saved":
      return "Saved";
    case "saving":
      return "Saving";
    case "no-access":
      return "You can no longer open this tool";
    case "refused":
      return `Not saved – ${state.refusal.message}${state.isOnDevice ? "" : " Keep this page open."}`;
    case "outdated":
      return `This page is from before an update of the workbook – ${kept(state)}`;
    case "offline":
      return `Offline – ${kept(state)}`;
    case "signed-out":
      return `${state.isSomeoneElse ? "Someone else is signed in" : "Signed out"} – ${kept(state)}`;
  }
}

interface SaveStatusProps {
  signInHref: string;
  /** Where nothing can be typed, only changes from before are worth a word. */
  isQuietWhenSaved?: boolean;
}

/** Where the person's changes are, in words, and what can be done when they are not saved. */
export function SaveStatus({ signInHref, isQuietWhenSaved = false }: SaveStatusProps) {
  const state = useSaveState();
  const { status } = state;
  const isQuiet = isQuietWhenSaved && status === "saved";
  const { icon, tone } = LOOK[status];
  const words = isQuiet ? "" : describe(state);
  return (
    <div className={isQuiet ? "sr-only" : "flex flex-wrap items-center gap-x-3 gap-y-1"}>
      <p className={classNames("save-words flex items-center gap-1.5", tone)}>
        {isQuiet ? null : <Icon name={icon} className="size-4" />}
        <QuietStatus
          words={words}
          spoken={status === "saving" ? "" : words}
          topic={status}
          isResting={status === "saved"}
        />
      </p>
      {status === "signed-out" || status === "offline" ? (
        <SignInHere signInHref={signInHref} isOffered={status === "signed-out"} />
      ) : null}
      {state.status === "outdated" ? <ReloadHelp isSafe={state.unsent === 0 || state.isOnDevice} /> : null}
      {state.status === "refused" ? <RefusedHelp itemId={state.refusal.itemId} signInHref={signInHref} /> : null}
    </div>
  );
}

/** What is kept on the device is sent by the page that comes; what is not would be gone with this one. */
function ReloadHelp({ isSafe }: { isSafe: boolean }) {
  if (!isSafe) return <span>Copy what you wrote last, then reload this page.</span>;
  return (
    <button type="button" className="clear-button" onClick={() => window.location.reload()}>
      Reload this page
    </button>
  );
}

const DISCARD_PROBLEMS: Record<Discarding, string | null> = {
  discarded: null,
  "signed-out": "You are signed out. Nothing was changed.",
  unreachable: "We could not reach the server. Nothing was changed.",
};

function RefusedHelp({ itemId, signInHref }: { itemId: string | null; signInHref: string }) {
  const store = useResponseStore();
  const [result, setResult] = useState<Discarding>("discarded");
  const problem = DISCARD_PROBLEMS[result];

  return (
    <>
      {itemId ? <a href={`#${itemId}`}>Go to this answer</a> : null}
      <button type="button" className="clear-button" onClick={async () => setResult(await (await store.open()).discardRefused())}>
        Go back to what is saved
      </button>
      {problem ? <span role="alert">{problem}</span> : null}
      {result === "signed-out" ? <SignInHere signInHref={signInHref} isOffered /> : null}
    </>
  );
}

/**
 * Opens a dialog to sign in without leaving the page; its code comes when it is asked for. An open one stays when it is
 * no longer offered: the network may be gone for a moment.
 */
function SignInHere({ signInHref, isOffered }: { signInHref: string; isOffered: boolean }) {
  const [SignInDialog, setSignInDialog] = useState<ComponentType<SignInDialogProps> | null>(null);

  async function open() {
    const loaded = await import("./sign-in-dialog").catch(() => null);
    if (loaded) setSignInDialog(() => loaded.SignInDialog);
    else window.location.assign(signInHref);
  }

  return (
    <>
      {isOffered ? (
        <button type="button" className="clear-button" aria-haspopup="dialog" onClick={open}>
          Sign in again
        </button>
      ) : null}
      {SignInDialog ? <SignInDialog signInHref={signInHref} onClose={() => setSignInDialog(null)} /> : null}
    </>
  );
}
