"use client";

import { joinByCodeAction } from "@/app/(account)/invitation/[token]/actions";
import { signInWithPassword } from "@/components/account/auth-client";
import { NewPasswordInput } from "@/components/account/new-password-input";
import { ActionForm } from "@/components/forms/action-form";
import { loadPage } from "@/components/forms/load-page";
import { useActionForm } from "@/components/forms/use-action-form";
import { TextInput } from "@/components/ui/text-input";
import { goToJoined, type Joined } from "./go-to-joined";

interface Values {
  name: string;
  signInName: string;
  password: string;
}

/** Makes an account without an address and joins, in one step. */
export function JoinByCodeForm({ token }: { token: string }) {
  const action = useActionForm<Values, Joined & { signInName: string }>({
    send: (values) => joinByCodeAction({ ...values, token }),
    onDone: async ({ signInName, ...joined }, { password }) => {
      const isIn = await signInWithPassword(signInName, password).catch(() => false);
      if (isIn) goToJoined(joined);
      else loadPage(`/sign-in?from=account-made&email=${encodeURIComponent(signInName)}`);
    },
  });
  return (
    <ActionForm action={action} submitLabel="Create my account and join" sendingLabel="Joining">
      <TextInput
        {...action.field("name", { required: "Enter a name." })}
        label="Your name in this team"
        hint="Your teammates see it. It can be a name other than your own."
        autoComplete="off"
      />
      <TextInput
        {...action.field("signInName", { required: "Choose a sign-in name." })}
        label="Choose a sign-in name"
        hint="You sign in with it. Your team does not see it. Use 6 to 40 letters, digits, dots or hyphens, such as blue-heron-27."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <NewPasswordInput {...action.field("password", { required: "Choose a password." })} label="Choose a password" />
    </ActionForm>
  );
}
