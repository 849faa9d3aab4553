import { NoticePage } from "@/components/forms/form-page";
import { LinkButton } from "@/components/ui/button";

interface CheckEmailProps {
  /** What the letter says to do. */
  purpose: string;
  minutes: number;
  hasOutbox: boolean;
}

/** The same words whether or not there is an account. */
export function CheckEmail({ purpose, minutes, hasOutbox }: CheckEmailProps) {
  return (
    <NoticePage title="Check your email">
      <p>
        We sent a message to the address you entered. Open the link in it to {purpose}. It works for {minutes} minutes.
      </p>
      <p>Nothing there? Look in the spam folder, and check the address for typing mistakes. Then try again.</p>
      {hasOutbox ? (
        <>
          <p>This copy of the workbook does not send mail. It keeps messages in its own outbox instead.</p>
          <p>
            <LinkButton href="/outbox">Open the outbox</LinkButton>
          </p>
        </>
      ) : null}
    </NoticePage>
  );
}
