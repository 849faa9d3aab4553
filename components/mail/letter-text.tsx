import { Fragment } from "react";
import { env } from "@/lib/platform/env";

/** A letter's words, its links to this site as links. */
export function LetterText({ text }: { text: string }) {
  const ours = env().APP_URL;
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    part === ours || part.startsWith(`${ours}/`) ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
