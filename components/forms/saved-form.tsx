"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { ActionForm } from "./action-form";
import { useActionForm } from "./use-action-form";

type Form<Values extends FieldValues, Data> = ReturnType<typeof useActionForm<Values, Data>>;

interface SavedFormProps<Values extends FieldValues, Data> {
  send: (values: Values, key: string) => Promise<ActionResult<Data>>;
  submitLabel: string;
  /** Said when it is saved; the page is read again. */
  savedMessage: string;
  /** Empties the fields afterwards: for adding, not for changing. */
  clears?: boolean;
  /** "secondary" where the form is not what its page is for. */
  variant?: "primary" | "secondary";
  children: (field: Form<Values, Data>["field"]) => ReactNode;
}

/** A small form that stays on its page and says when it is saved. */
export function SavedForm<Values extends FieldValues, Data>({
  send,
  submitLabel,
  savedMessage,
  clears = false,
  variant = "primary",
  children,
}: SavedFormProps<Values, Data>) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  /** Whether something was entered since the form was sent last: then what stands in it is not what was saved. */
  const isChanged = useRef(false);
  const action = useActionForm<Values, Data>({
    send: async (values, key) => {
      setIsSaved(false);
      isChanged.current = false;
      const result = await send(values, key);
      // What had arrived before is there to see.
      if (!result.ok && result.hasArrived) router.refresh();
      return result;
    },
    onDone: () => {
      if (clears) action.reset();
      setIsSaved(!isChanged.current);
      router.refresh();
    },
  });
  const onInput = () => {
    isChanged.current = true;
    setIsSaved(false);
  };
  return (
    <ActionForm variant={variant} action={{ ...action, form: { ...action.form, onInput } }} submitLabel={submitLabel} sendingLabel="Saving">
      {children(action.field)}
      {isSaved ? (
        <Alert tone="success" live>
          {savedMessage}
        </Alert>
      ) : null}
    </ActionForm>
  );
}
