import { type People, type PersonRef, showPerson } from "./person";

/** What somebody wrote, with the people it mentions in place of their names. */
export type CommentText = readonly (string | PersonRef)[];

/**
 * How it is stored: "@[" and the person's id and "]" for a mention. An "@[" that was typed is stored as "@[]", so that
 * nobody can type a mention, and what was typed comes back as it was.
 */
const TOKEN = /@\[([^\]]*)\]/g;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A stored text, taken apart. */
export function parseCommentText(stored: string): CommentText {
  const parts: (string | PersonRef)[] = [];
  let words = "";
  let end = 0;
  for (const match of stored.matchAll(TOKEN)) {
    const [token, personId = ""] = match;
    const isPerson = UUID.test(personId);
    if (!isPerson && personId !== "") continue;
    words += stored.slice(end, match.index);
    end = match.index + token.length;
    if (isPerson) {
      parts.push(words, { personId });
      words = "";
    } else {
      words += "@[";
    }
  }
  return [...parts, words + stored.slice(end)].filter((part) => part !== "");
}

/** The same put together for storing. */
export function formatCommentText(text: CommentText): string {
  let stored = "";
  // An "@" at the end of one part and a "[" at the beginning of the next are one "@[".
  let words = "";
  for (const part of [...text, null]) {
    if (typeof part === "string") {
      words += part;
      continue;
    }
    stored += words.replaceAll("@[", "@[]") + (part ? `@[${part.personId}]` : "");
    words = "";
  }
  return stored;
}

/** As it is read: everyone mentioned by the name they go by now, or as people are shown here. */
export function showCommentText(people: People, text: CommentText): string {
  return text.map((part) => (typeof part === "string" ? part : `@${showPerson(people, part)}`)).join("");
}
