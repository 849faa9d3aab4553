"use client";

import { type FormEvent, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { usePeople } from "@/components/people/shown-people";
import { COMMENT_MAX_LENGTH } from "@/lib/domain/limits";
import { findUnreached } from "@/lib/domain/people/mention-places";
import { showPerson } from "@/lib/domain/people/person";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { newFormKey } from "@/lib/platform/http/form-key";
import type { Conversation } from "./conversation";
import { MentionBox } from "./mention-box";
import { describeUnreached } from "./unreached-words";
import { useCommentChange } from "./use-comment-change";

/** Words not sent yet, or not known to have arrived, so that closing the panel doesn't lose them; and the key they go under. */
interface Draft {
  readonly body: string;
  readonly key: string;
}

/** In memory only, and each person's own. */
const drafts = new Map<string, Draft>();

const TOO_LONG = `Use ${COMMENT_MAX_LENGTH.toLocaleString("en-US")} characters or fewer.`;

interface CommentFormProps {
  conversation: Conversation;
  label: string;
  submitLabel: string;
  /** What the draft belongs to: an item, a thread, a comment. */
  draftOf: string;
  initial?: string;
  /** `key` names this draft, so that sending it again makes one comment. */
  send: (body: string, key: string) => Promise<ActionResult<unknown>>;
  /** `note` says whom it did not reach; empty when there is nothing to say. */
  onSent: (note: string) => void;
  /** Shown when the form was asked for; it then takes the focus. */
  onCancel?: () => void;
}

/** Writes a comment, a reply, or a comment anew. */
export function CommentForm({ conversation, label, submitLabel, draftOf, initial = "", send, onSent, onCancel }: CommentFormProps) {
  const id = useId();
  const draftKey = `${conversation.userId} ${draftOf}`;
  const [body, setBody] = useState(() => drafts.get(draftKey)?.body ?? initial);
  const [problem, setProblem] = useState<string | null>(null);
  const { isBusy, failure, run } = useCommentChange();
  const { people } = usePeople();
  const readers = [...conversation.mentionable, { personId: conversation.personId }].map((person) => ({
    person,
    name: showPerson(people, person),
    isWriter: person.personId === conversation.personId,
  }));
  const error = problem ?? failure;
  const [sent, setSent] = useState(0);

  // Notes about what stands in a box read it when it changes, and nobody types what a sent comment leaves.
  useEffect(() => {
    if (sent > 0) document.getElementById(id)?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [id, sent]);

  const write = (text: string) => {
    setBody(text);
    setProblem(null);
    drafts.set(draftKey, { body: text, key: drafts.get(draftKey)?.key ?? newFormKey() });
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const words = body.trim();
    // Here too, because a request that is far too long gets no answer that could say so.
    const found =
      words === "" ? "Write something first." : words.length > COMMENT_MAX_LENGTH ? TOO_LONG : null;
    if (found) {
      setProblem(found);
      document.getElementById(id)?.focus();
      return;
    }
    const draft = drafts.get(draftKey) ?? { body, key: newFormKey() };
    drafts.set(draftKey, draft);
    const result = await run(() => send(body, draft.key));
    if (result && !result.ok && result.hasArrived) {
      drafts.set(draftKey, { body, key: newFormKey() });
      conversation.onArrived();
    }
    if (!result?.ok) return;
    drafts.delete(draftKey);
    setBody(initial);
    setSent((count) => count + 1);
    onSent(describeUnreached(findUnreached(body, readers)));
  }

  return (
    <form onSubmit={submit} className="mt-3">
      <label htmlFor={id} className="block">
        {label}
      </label>
      <div className="mt-1.5">
        <MentionBox
          id={id}
          value={body}
          onChange={write}
          mentionable={conversation.mentionable}
          describedBy={`${id}-hint ${id}-error`}
          isInvalid={error !== null}
          autoFocus={onCancel !== undefined}
        />
      </div>
      <p id={`${id}-hint`} className="mt-2 text-[0.9375rem] text-muted">
        {conversation.mentionable.length > 0 ? `Type @ to mention someone.${conversation.sendsMail ? " They get an email." : ""} ` : null}
        Please leave out names and details of people you serve.
        {body.length > COMMENT_MAX_LENGTH * 0.9
          ? ` ${body.length.toLocaleString("en-US")} of ${COMMENT_MAX_LENGTH.toLocaleString("en-US")} characters.`
          : null}
      </p>
      <p id={`${id}-error`} role="alert" className="font-bold text-error">
        {error}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {/* The box keeps its focus until the press is over: its list of names would close, and move the button away below it. */}
        <Button type="submit" size="small" aria-disabled={isBusy} onPointerDown={(event) => event.preventDefault()} onMouseDown={(event) => event.preventDefault()}>
          {isBusy ? "Sending" : submitLabel}
        </Button>
        {onCancel ? (
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              drafts.delete(draftKey);
              onCancel();
            }}
          >
            Cancel
          </Button>
        ) : null}
      </div>
    </form>
  );
}
