"use client";

import { useRouter } from "next/navigation";
import { signUpAction } from "@/app/(account)/sign-up/actions";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { TextInput } from "@/components/ui/text-input";
import { NewPasswordInput } from "./new-password-input";

interface SignUpValues {
  name: string;
  email: string;
  password: string;
}

export function SignUpForm() {
  const router = useRouter();
  const action = useActionForm<SignUpValues, null>({
    send: (values, key) => signUpAction({ ...values, key }),
    onDone: () => router.push("/sign-up?sent"),
  });
  return (
    <ActionForm action={action} submitLabel="Sign up" sendingLabel="Sending">
      <TextInput {...action.field("name", { required: "Enter your name." })} label="Your name" autoComplete="name" />
      <TextInput
        {...action.field("email", { required: "Enter your email address." })}
        label="Work email address"
        type="email"
        autoComplete="username"
      />
      <NewPasswordInput {...action.field("password", { required: "Choose a password." })} label="Choose a password" />
    </ActionForm>
  );
}
