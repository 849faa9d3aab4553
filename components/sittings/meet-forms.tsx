import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { MEET_CODE_LENGTH, TYPED_MEET_CODE_MAX } from "@/lib/domain/sittings/meet-code";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";

interface JoinFormProps {
  /** "/api/meet/K7Q4MD/join" */
  action: string;
  /** By what they are known in the team, when somebody who may sit there as themselves is signed in. */
  member: string | null;
  wrong: string | null;
}

/** How somebody wants to sit there. Works without script. */
export function JoinForm({ action, member, wrong }: JoinFormProps) {
  return (
    <div className="grid gap-6">
      {wrong ? <Alert tone="error">{wrong}</Alert> : null}
      {member ? (
        <form method="post" action={action}>
          <input type="hidden" name="as" value="me" />
          <Button type="submit" className="w-full wrap-anywhere">
            Join as {member}
          </Button>
        </form>
      ) : null}
      <form method="post" action={action} className="grid gap-4">
        <TextInput
          label="Your name, as you want it shown"
          hint="A first name, or any name you choose. The team keeps it with the meeting, as who took part."
          name="name"
          maxLength={SITTING_LIMITS.name}
          autoComplete="off"
        />
        <details className="fold">
          <summary>Several of us share this phone</summary>
          <TextArea label="The others’ names, one a line" hint="You vote one after the other. The phone forgets each vote when it is handed on." name="others" rows={3} optional />
        </details>
        <Button type="submit" variant={member ? "secondary" : "primary"}>
          {member ? "Join with this name" : "Join"}
        </Button>
      </form>
      <ul className="bullets grid gap-2 text-[0.9375rem] text-muted">
        <li>Nobody sees your votes: not who leads the meeting, not an administrator. After the reveal everyone sees dots without names.</li>
        <li>When the meeting goes on to the next item, the tie between you and your vote is destroyed. It can’t be undone.</li>
        <li>In a small group somebody may still guess. Below three votes nothing is shown.</li>
      </ul>
    </div>
  );
}

/** Where the code is typed. */
export function CodeForm({ problem, typed }: { problem?: string | undefined; typed: string }) {
  return (
    <form method="get" action="/meet" className="grid gap-4">
      <TextInput
        label="Code on the big screen"
        hint={`${MEET_CODE_LENGTH} letters and digits. Small letters work too.`}
        name="code"
        defaultValue={typed}
        maxLength={TYPED_MEET_CODE_MAX}
        error={problem}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button type="submit">Go on</Button>
    </form>
  );
}
