"use client";

import { useState } from "react";
import { deleteCommentAction, updateCommentAction } from "@/app/teams/[teamId]/tools/[number]/comments/actions";
import { PersonName, RoleLabel, usePeople } from "@/components/people/shown-people";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import type { CommentView } from "@/lib/comments/comment";
import { showCommentText } from "@/lib/domain/people/comment-text";
import { CommentForm } from "./comment-form";
import { type Conversation, firstWords } from "./conversation";
import { useCommentChange } from "./use-comment-change";

interface CommentEntryProps {
  comment: CommentView;
  conversation: Conversation;
}

/** One comment; its writer can change it or take it away. */
export function CommentEntry({ comment, conversation }: CommentEntryProps) {
  const [mode, setMode] = useState<"read" | "edit" | "delete">("read");
  const { teamId, toolRef, mayComment, onSaved } = conversation;
  const { people } = usePeople();
  if (comment.body === null) return <p className="text-muted">This comment was deleted.</p>;
  const text = showCommentText(people, comment.body);

  return (
    <>
      <p className="text-[0.9375rem]">
        <span className="font-semibold">
          <PersonName person={comment.by} />
        </span>{" "}
        <RoleLabel person={comment.by} />{" "}
        <span className="text-muted">
          <DateTime iso={comment.at} />
          {comment.isEdited ? ", edited" : null}
        </span>
      </p>
      {mode === "edit" ? (
        <CommentForm
          conversation={conversation}
          label="Change your comment"
          submitLabel="Save"
          draftOf={comment.id}
          initial={text}
          send={(body) => updateCommentAction(teamId, { toolRef, commentId: comment.id, body })}
          onCancel={() => setMode("read")}
          onSent={(note) => {
            setMode("read");
            onSaved(`Your comment was changed. ${note}`.trim());
          }}
        />
      ) : (
        <p className="answer-text mt-1">{text}</p>
      )}
      {comment.isYours && mayComment && mode === "read" ? (
        <p className="-ml-2 mt-1">
          <button type="button" className="clear-button" onClick={() => setMode("edit")}>
            Edit<span className="sr-only"> your comment: {firstWords(text)}</span>
          </button>
          <button type="button" className="clear-button" onClick={() => setMode("delete")}>
            Delete<span className="sr-only"> your comment: {firstWords(text)}</span>
          </button>
        </p>
      ) : null}
      {mode === "delete" ? <ConfirmDelete comment={comment} conversation={conversation} onKeep={() => setMode("read")} /> : null}
    </>
  );
}

function ConfirmDelete({ comment, conversation, onKeep }: CommentEntryProps & { onKeep: () => void }) {
  const { isBusy, failure, run } = useCommentChange();
  const { teamId, toolRef, onSaved } = conversation;

  async function remove() {
    if ((await run(() => deleteCommentAction(teamId, { toolRef, commentId: comment.id })))?.ok) onSaved("Your comment was deleted.");
  }

  return (
    <div role="group" aria-label="Delete this comment?" className="mt-2 rounded-control bg-sunken px-3 py-3">
      <p>Delete this comment? Its words are gone for good.</p>
      {failure ? (
        <p role="alert" className="font-bold text-error">
          {failure}
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="danger" size="small" aria-disabled={isBusy} onClick={remove}>
          Delete comment
        </Button>
        <Button variant="secondary" size="small" autoFocus onClick={onKeep}>
          Keep it
        </Button>
      </div>
    </div>
  );
}
