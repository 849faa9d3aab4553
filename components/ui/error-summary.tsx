"use client";

import { useEffect, useRef } from "react";

export interface FieldProblem {
  /** Id of the control, or of the field group, that the message is about. */
  fieldId: string;
  message: string;
}

interface ErrorSummaryProps {
  problems: readonly FieldProblem[];
  /** A problem that belongs to no single field. */
  message?: string | undefined;
}

/** Takes the focus when a form was refused, and leads to each field that needs another look. */
export function ErrorSummary({ problems, message }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const signature = [message ?? "", ...problems.map((problem) => problem.message)].join("\n").trim();

  const told = useRef<readonly string[]>([]);
  useEffect(() => {
    const messages = signature.split("\n").filter(Boolean);
    const isNews = messages.some((one) => !told.current.includes(one));
    told.current = messages;
    // One problem fewer, because somebody is putting it right, must not take them out of the field.
    if (isNews) box.current?.focus();
  }, [signature]);

  if (!signature) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-6 rounded-control border-2 border-error-line bg-error-soft px-5 py-4"
    >
      <h2 className="text-[1.125rem]">There is a problem</h2>
      {message ? <p className="mt-1">{message}</p> : null}
      {problems.length > 0 ? (
        <ul className="mt-2 grid gap-1">
          {problems.map((problem) => (
            <li key={problem.fieldId}>
              <a href={`#${problem.fieldId}`} className="font-semibold text-error">
                {problem.message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
