import Link from "next/link";
import { FormPage } from "@/components/forms/form-page";
import { Button } from "@/components/ui/button";
import { type StoppableKind, STOPPABLE_WORDS } from "@/lib/domain/notices";

interface StopLettersProps {
  token: string;
  kind: StoppableKind;
  isStopped: boolean;
}

/** Stops one kind of letter, or puts it back. A plain form: it works signed out, and without scripts. */
export function StopLetters({ token, kind, isStopped }: StopLettersProps) {
  const about = STOPPABLE_WORDS[kind];
  return (
    <FormPage
      title={isStopped ? "These letters are stopped" : "Stop these letters?"}
      lead={
        isStopped ? (
          <p role="status">Letters about {about} don’t come to you any more. Everything else stays as it was.</p>
        ) : (
          <p>Letters about {about}. Nothing has changed yet. They stop when you press the button. Everything else stays as it is.</p>
        )
      }
      footer={
        <p>
          Signed in, you can also choose how often and about what letters come: <Link href="/account#letters">your account</Link>.
        </p>
      }
    >
      <form method="post" action={`/api/letters/stop/${encodeURIComponent(token)}`}>
        <input type="hidden" name="act" value={isStopped ? "resume" : "stop"} />
        {isStopped ? <p className="mb-4">Pressed by mistake? You can have them back as they were.</p> : null}
        <Button type="submit" variant={isStopped ? "secondary" : "primary"}>
          {isStopped ? "Put them back" : "Stop these letters"}
        </Button>
      </form>
    </FormPage>
  );
}
