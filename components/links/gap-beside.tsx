"use client";

import { PersonName, usePeople } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import type { CommentText } from "@/lib/domain/people/comment-text";
import { showCommentText } from "@/lib/domain/people/comment-text";
import type { ReportEvent } from "@/lib/domain/report/report-model";

interface GapBesideProps {
  /** The newest first. */
  comments: readonly (ReportEvent & { readonly id: string; readonly body: CommentText })[];
  commentCount: number;
  files: readonly { readonly id: string; readonly name: string; readonly added: ReportEvent }[];
  fileCount: number;
  /** The item with its panel open. */
  panelHref: string;
  historyHref: string;
  mayComment: boolean;
}

const count = (number: number, one: string) => (number === 1 ? `1 ${one}` : `${number} ${one}s`);

/** What lies beside the item: what was said last, and which files came last. */
export function GapBeside({ comments, commentCount, files, fileCount, panelHref, historyHref, mayComment }: GapBesideProps) {
  const { people } = usePeople();
  return (
    <section aria-labelledby="beside" className="gap-part">
      <div className="gap-part-head">
        <h2 id="beside">Comments and files</h2>
        <a href={panelHref}>
          {count(commentCount, "comment")}, {count(fileCount, "file")} beside the item
        </a>
      </div>
      {commentCount + fileCount === 0 ? <p className="text-muted">{mayComment ? "Nobody has said anything yet. Comments and files are added beside the item." : "Nobody has said anything yet."}</p> : null}
      <ul className="gap-beside">
        {comments.map(({ id, body, by, at }) => (
          <li key={id}>
            <p className="whitespace-pre-wrap">{showCommentText(people, body)}</p>
            <p className="text-[0.9375rem] text-muted">
              <PersonName person={by} />, <DateTime iso={at} dateOnly />
            </p>
          </li>
        ))}
        {files.map(({ id, name, added: { by, at } }) => (
          <li key={id}>
            <p>{name}</p>
            <p className="text-[0.9375rem] text-muted">
              File, <PersonName person={by} />, <DateTime iso={at} dateOnly />
            </p>
          </li>
        ))}
      </ul>
      <p className="text-[0.9375rem]">
        <a href={historyHref}>All changes of this tool</a>
      </p>
    </section>
  );
}
