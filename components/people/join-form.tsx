"use client";

import { acceptAsNewPersonAction } from "@/app/(account)/invitation/[token]/actions";
import { AccountName } from "@/components/account/account-name";
import { signInWithPassword } from "@/components/account/auth-client";
import { NewPasswordInput } from "@/components/account/new-password-input";
import { ActionForm } from "@/components/forms/action-form";
import { loadPage } from "@/components/forms/load-page";
import { useActionForm } from "@/components/forms/use-action-form";
import { TextInput } from "@/components/ui/text-input";
import { goToJoined, type Joined } from "./go-to-joined";

interface JoinValues {
  name: string;
  password: string;
}

/** Makes an account and joins, in one step: the link already proved the address. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const action = useActionForm<JoinValues, Joined>({
    send: (values) => acceptAsNewPersonAction({ ...values, token }),
    onDone: async (joined, { password }) => {
      const isIn = await signInWithPassword(email, password).catch(() => false);
      if (isIn) goToJoined(joined);
      else loadPage(`/sign-in?from=account-made&email=${encodeURIComponent(email)}`);
    },
  });
  return (
    <ActionForm action={action} submitLabel="Create my account and join" sendingLabel="Joining">
      <AccountName email={email} />
      <TextInput
        {...action.field("name", { required: "Enter your name." })}
        label="Your name"
        hint="Your teammates see it. You can use another name in this agency later."
        autoComplete="name"
      />
      <NewPasswordInput {...action.field("password", { required: "Choose a password." })} label="Choose a password" />
    </ActionForm>
  );
}
