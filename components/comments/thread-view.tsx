"use client";

import { useState } from "react";
import { replyAction, resolveThreadAction } from "@/app/teams/[teamId]/tools/[number]/comments/actions";
import { PersonName, RoleLabel, usePeople } from "@/components/people/shown-people";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import type { CommentThread } from "@/lib/comments/comment";
import { showCommentText } from "@/lib/domain/people/comment-text";
import { CommentEntry } from "./comment-entry";
import { CommentForm } from "./comment-form";
import { type Conversation, firstWords } from "./conversation";
import { useCommentChange } from "./use-comment-change";

interface ThreadViewProps {
  thread: CommentThread;
  conversation: Conversation;
}

/** One conversation: a comment, its replies, and what can be done with it. */
export function ThreadView({ thread, conversation }: ThreadViewProps) {
  const [first, ...replies] = thread.comments;
  if (!first) return null;
  return (
    <li className="rounded-card border border-line bg-surface px-4 py-3.5">
      {thread.resolved ? (
        <p className="mb-2 text-[0.9375rem] text-muted">
          Resolved by <PersonName person={thread.resolved.by} />, <DateTime iso={thread.resolved.at} /> <RoleLabel person={thread.resolved.by} />
        </p>
      ) : null}
      <CommentEntry comment={first} conversation={conversation} />
      {replies.length > 0 ? (
        <ul aria-label="Replies" className="mt-3 grid gap-3 border-l-[3px] border-line pl-3.5">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentEntry comment={reply} conversation={conversation} />
            </li>
          ))}
        </ul>
      ) : null}
      {conversation.mayComment ? <ThreadActions thread={thread} conversation={conversation} /> : null}
    </li>
  );
}

function ThreadActions({ thread, conversation }: ThreadViewProps) {
  const [isReplying, setIsReplying] = useState(false);
  const { isBusy, failure, run } = useCommentChange();
  const { teamId, toolRef, onSaved } = conversation;
  const isResolved = thread.resolved !== null;
  const [first] = thread.comments;
  const { people } = usePeople();
  const about = (
    <>
      the conversation {first ? <PersonName person={first.by} /> : null} began
      {first?.body ? `: ${firstWords(showCommentText(people, first.body))}` : null}
    </>
  );

  async function turn() {
    const input = { toolRef, threadId: thread.id, isResolved: !isResolved };
    if ((await run(() => resolveThreadAction(teamId, input)))?.ok) {
      onSaved(isResolved ? "The conversation is open again." : "The conversation is resolved.");
    }
  }

  if (isReplying) {
    return (
      <CommentForm
        conversation={conversation}
        label="Your reply"
        submitLabel="Reply"
        draftOf={thread.id}
        send={(body, key) => replyAction(teamId, { toolRef, threadId: thread.id, body, key })}
        onCancel={() => setIsReplying(false)}
        onSent={(note) => {
          setIsReplying(false);
          onSaved(`Your reply was added. ${note}`.trim());
        }}
      />
    );
  }
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {isResolved ? null : (
        <Button variant="secondary" size="small" onClick={() => setIsReplying(true)}>
          Reply<span className="sr-only"> in {about}</span>
        </Button>
      )}
      <Button variant="secondary" size="small" aria-disabled={isBusy} onClick={turn}>
        {isResolved ? "Reopen" : "Resolve"}
        <span className="sr-only"> {about}</span>
      </Button>
      {failure ? (
        <p role="alert" className="font-bold text-error">
          {failure}
        </p>
      ) : null}
    </div>
  );
}
