"use client";

import { updateNameAction } from "@/app/(account)/account/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { TextInput } from "@/components/ui/text-input";

export function NameForm({ name }: { name: string }) {
  return (
    <SavedForm<{ name: string }, void> send={(values) => updateNameAction(values)} submitLabel="Save name" savedMessage="The name on your account is saved.">
      {(field) => (
        <TextInput {...field("name", { required: "Enter your name." })} label="Name on your account" autoComplete="name" defaultValue={name} />
      )}
    </SavedForm>
  );
}
