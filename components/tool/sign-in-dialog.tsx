"use client";

import { useState } from "react";
import { ActionForm } from "@/components/account/action-form";
import { signInWithPassword } from "@/components/account/auth-client";
import { PasswordInput } from "@/components/account/password-input";
import { useActionForm } from "@/components/account/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/text-input";
import { useResponseStore } from "./use-response";

export interface SignInDialogProps {
  readonly signInHref: string;
  readonly onClose: () => void;
}

interface SignInValues {
  email: string;
  password: string;
}

const REFUSED = {
  ok: false as const,
  message:
    "That email address and password do not match an account that can sign in now. After five wrong tries, wait 15 minutes or choose a new password.",
};

/** Signing in again without leaving the page; afterwards what is kept here is sent, if it is this person's. */
export function SignInDialog({ signInHref, onClose }: SignInDialogProps) {
  const store = useResponseStore();
  const [isSomeoneElse, setSomeoneElse] = useState(false);
  const action = useActionForm<SignInValues, null>({
    send: async (values) =>
      (await signInWithPassword(values.email, values.password)) ? { ok: true, data: null } : REFUSED,
    onDone: async () => {
      await store.sendNow();
      const state = store.getSaveState();
      if (state.status === "signed-out" && state.isSomeoneElse) return setSomeoneElse(true);
      store.follower?.wake();
      onClose();
    },
  });
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
      <ActionForm action={action} submitLabel="Sign in" sendingLabel="Signing in">
        <TextInput
          {...action.field("email", { required: "Enter your email address." })}
          label="Email address"
          type="email"
          autoComplete="username"
        />
        <PasswordInput
          {...action.field("password", { required: "Enter your password." })}
          label="Password"
          autoComplete="current-password"
        />
      </ActionForm>
      <p className="mt-4">
        <a href={signInHref}>Other ways to sign in</a> are on the sign-in page. Changes kept on this device stay there and
        are sent when you come back.
      </p>
    </Dialog>
  );
}
