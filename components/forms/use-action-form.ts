"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { useForm, type FieldValues, type Path, type PathValue, type RegisterOptions } from "react-hook-form";
import type { FieldProblem } from "@/components/ui/error-summary";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { INPUT_TOO_LARGE, isInputTooLarge } from "@/lib/platform/entry/input-size";
import { noAnswer } from "./no-answer";
import { useFormKey } from "./use-form-key";
import { useIsReady } from "./use-is-ready";

interface ActionFormOptions<Values extends FieldValues, Data> {
  /**
   * Sends what was typed; a refusal's field errors are shown beside their fields. `key` names this filling of the form:
   * an action that makes something takes it along, so that trying again makes it once.
   */
  readonly send: (values: Values, key: string) => Promise<ActionResult<Data>>;
  readonly onDone: (data: Data, values: Values) => void | Promise<void>;
}

/**
 * One form that ends in one server action. Fields keep their values in the page (no defaults here: give inputs
 * `defaultValue`), so that what was typed before the script arrived stays.
 */
export function useActionForm<Values extends FieldValues, Data>({ send, onDone }: ActionFormOptions<Values, Data>) {
  const formId = useId();
  const [message, setMessage] = useState<string>();
  const { register, handleSubmit, setError, setValue, formState, reset } = useForm<Values>({ shouldFocusError: false });
  // A submit before the script is ready would reload the page and lose the words.
  const isReady = useIsReady();
  const key = useFormKey();
  const idOf = (name: string) => `${formId}-${name}`;

  const isUnderWay = useRef(false);
  const submit = handleSubmit(async (values) => {
    setMessage(undefined);
    // The server would cut the request off, and the browser could not tell that from a lost connection.
    if (isInputTooLarge(values)) return setMessage(INPUT_TOO_LARGE);
    const result = await send(values, key.get()).catch(() => noAnswer("What you typed is still here."));
    if (result.ok || result.hasArrived) key.renew();
    if (result.ok) return onDone(result.data, values);
    const fieldErrors = Object.entries(result.fieldErrors ?? {});
    // Fields that speak for themselves need no sentence about all of them, which would come up once the last is put right.
    if (fieldErrors.length === 0) setMessage(result.message);
    for (const [name, problem] of fieldErrors) {
      setError(name as Path<Values>, { type: "server", message: problem });
    }
  });
  // Its button can be pressed meanwhile, and so can Enter in a field.
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    await submit(event).finally(() => {
      isUnderWay.current = false;
    });
  };

  const problems: FieldProblem[] = Object.entries(formState.errors).flatMap(([name, error]) =>
    typeof error?.message === "string" && error.message ? [{ fieldId: idOf(name), message: error.message }] : [],
  );

  return {
    /** Props of the `form` element. The method keeps passwords out of the address, whatever happens. */
    form: { onSubmit, method: "post" as const, noValidate: true },
    /** Props of one control of components/ui. */
    field: (name: Path<Values>, rules?: RegisterOptions<Values, Path<Values>>) => {
      const { ref, ...control } = register(name, rules);
      return {
        ...control,
        ref: (element: unknown) => {
          const chosen = element instanceof HTMLInputElement && element.type === "radio" && element.checked ? element : null;
          ref(element);
          // Registering a group clears what was chosen before the script arrived.
          if (chosen && !chosen.checked) setValue(name, chosen.value as PathValue<Values, Path<Values>>);
        },
        id: idOf(name),
        error: problems.find((problem) => problem.fieldId === idOf(name))?.message,
      };
    },
    problems,
    /** What belongs to no single field; the fields speak for themselves when it doesn't. */
    message: problems.length > 0 ? undefined : message,
    isBusy: !isReady || formState.isSubmitting,
    isSending: formState.isSubmitting,
    reset,
    /** Puts a value into a field, as if it was typed. */
    fill: (name: Path<Values>, value: PathValue<Values, Path<Values>>) => setValue(name, value, { shouldDirty: true }),
  };
}
