"use client";

import { useState } from "react";
import { PasswordSignIn } from "@/components/account/password-sign-in";
import { Alert } from "@/components/ui/alert";
import { Dialog } from "@/components/ui/dialog";
import { useResponseStore } from "./use-response";

export interface SignInDialogProps {
  readonly signInHref: string;
  readonly onClose: () => void;
}

/** Signing in again without leaving the page; afterwards what is kept here is sent, if it is this person's. */
export function SignInDialog({ signInHref, onClose }: SignInDialogProps) {
  const handle = useResponseStore();
  const [isSomeoneElse, setSomeoneElse] = useState(false);
  const goOn = async () => {
    const store = await handle.open();
    await store.sendAfresh();
    // Asked rather than remembered: with nothing to send, what the page knows is from before.
    if ((await store.pull()) === "someone-else") return setSomeoneElse(true);
    store.follower?.wake();
    onClose();
  };
  return (
    <Dialog isOpen title="Sign in again" onClose={onClose}>
      {isSomeoneElse ? (
        <Alert tone="warning" live title="Someone else is signed in now" className="mb-4">
          Nothing was sent under their name. The changes kept here belong to the person who made them. To send them, that
          person signs in here.
        </Alert>
      ) : (
        <p className="mb-4">You stay on this page. What you typed is sent once you are signed in.</p>
      )}
      <PasswordSignIn onDone={goOn} />
      <p className="mt-4">
        <a href={signInHref}>Other ways to sign in</a> are on the sign-in page. Changes kept on this device stay there and
        are sent when you come back.
      </p>
    </Dialog>
  );
}
