"use client";

import { useRef, useState } from "react";
import { createThreadAction } from "@/app/teams/[teamId]/tools/[number]/comments/actions";
import type { ItemPanelTabProps } from "@/components/item-panel/item-panel-tab";
import { PanelState } from "@/components/item-panel/panel-state";
import { usePanelData } from "@/components/item-panel/use-panel-data";
import { WhoSeesNote } from "@/components/people/who-sees-words";
import type { ItemComments } from "@/lib/comments/comment";
import { describeWhoSees } from "@/lib/platform/auth/who-sees";
import { CommentForm } from "./comment-form";
import type { Conversation } from "./conversation";
import { ThreadView } from "./thread-view";

/** The conversations on an item: the open ones, a place to begin one, and the resolved ones folded away. */
export default function CommentsTab({ teamId, toolRef, slug, item, me, onChanged }: ItemPanelTabProps) {
  const address = `/api/teams/${teamId}/tools/${slug}/items/${encodeURIComponent(item.id)}/comments`;
  const { data, failure, reload } = usePanelData<ItemComments>(address);
  const [message, setMessage] = useState("");
  const status = useRef<HTMLParagraphElement>(null);

  if (!data) return <PanelState failure={failure} onRetry={reload} />;

  const conversation: Conversation = {
    teamId,
    toolRef,
    userId: me.userId,
    personId: me.personId,
    mayComment: data.mayComment,
    mentionable: data.mentionable,
    sendsMail: data.sendsMail,
    onArrived: () => {
      reload();
      onChanged();
    },
    onSaved: (words) => {
      setMessage(words);
      // What was pressed is often gone now.
      status.current?.focus();
      reload();
      onChanged();
    },
  };
  const open = data.threads.filter((thread) => !thread.resolved);
  const resolved = data.threads.filter((thread) => thread.resolved);

  return (
    <>
      {failure ? <PanelState failure={failure} onRetry={reload} /> : null}
      <p ref={status} role="status" tabIndex={-1} className={message ? "mb-3 font-semibold text-success" : undefined}>
        {message}
      </p>
      {open.length > 0 ? (
        <ul aria-label="Open conversations" className="grid gap-3">
          {open.map((thread) => (
            <ThreadView key={thread.id} thread={thread} conversation={conversation} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">{resolved.length > 0 ? "No open conversations." : "No comments yet."}</p>
      )}
      {data.isLocked ? <p className="mt-4">This tool is locked, so its comments stay as they are.</p> : null}
      {!data.mayComment && !data.isLocked ? <p className="mt-4">Your role lets you read comments, not write them.</p> : null}
      <div className="mt-4">
        <WhoSeesNote about="comments" words={describeWhoSees(["comments", "leaving"])} />
      </div>
      {data.mayComment ? (
        <div className="mt-5 border-t border-line pt-2">
          <CommentForm
            conversation={conversation}
            label={open.length > 0 ? "Start another conversation" : "Add a comment"}
            submitLabel="Add comment"
            draftOf={`${slug} ${item.id}`}
            send={(body, key) => createThreadAction(teamId, { toolRef, itemId: item.id, body, key })}
            onSent={(note) => conversation.onSaved(`Your comment was added. ${note}`.trim())}
          />
        </div>
      ) : null}
      {resolved.length > 0 ? (
        <details className="fold mt-6">
          <summary>
            {resolved.length === 1 ? "1 resolved conversation" : `${resolved.length} resolved conversations`}
          </summary>
          <ul aria-label="Resolved conversations" className="mt-3 grid gap-3">
            {resolved.map((thread) => (
              <ThreadView key={thread.id} thread={thread} conversation={conversation} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
