"use client";

import { useRouter } from "next/navigation";
import { deleteDraftAction, moveFormAction } from "@/app/teams/[teamId]/feedback/actions";
import { ActButton } from "@/components/forms/act-button";
import type { FormState } from "@/lib/domain/feedback/form";

interface FormButtonsProps {
  teamId: string;
  formId: string;
  state: FormState;
  /** Its last day is over: it opens again with another one. */
  isDayOver: boolean;
}

/** What a lead does with a form: publish, close, open again, withdraw, delete a draft. */
export function FormButtons({ teamId, formId, state, isDayOver }: FormButtonsProps) {
  const router = useRouter();
  const move = (act: "publish" | "close" | "reopen" | "withdraw") => () => moveFormAction(teamId, { formId, act });
  if (state === "withdrawn") return null;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {state === "draft" ? (
        <>
          <ActButton key="publish" act={move("publish")} label="Publish the form" variant="primary" size="medium" />
          <ActButton
            key="delete"
            act={() => deleteDraftAction(teamId, { formId })}
            label="Delete the draft"
            variant="quiet"
            size="medium"
            confirm={{ title: "Delete this draft?", text: <p>Nobody outside of your team has seen it. It can’t be brought back.</p>, yes: "Delete it" }}
            onDone={() => router.push(`/teams/${teamId}/feedback`)}
          />
        </>
      ) : null}
      {state === "open" ? <ActButton key="close" act={move("close")} label="Close the form" size="medium" /> : null}
      {state === "closed" && !isDayOver ? <ActButton key="reopen" act={move("reopen")} label="Open it again" size="medium" /> : null}
      {state === "open" || state === "closed" ? (
        <ActButton
          key="withdraw"
          act={move("withdraw")}
          label="Withdraw for good"
          variant="quiet"
          size="medium"
          confirm={{
            title: "Withdraw this form for good?",
            text: (
              <>
                <p>Its address will say that the form was withdrawn, and take no more answers. It can’t be opened again.</p>
                <p>The answers that came stay with your team.</p>
              </>
            ),
            yes: "Withdraw it",
          }}
        />
      ) : null}
    </div>
  );
}
