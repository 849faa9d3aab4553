import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCommentText, parseCommentText, showCommentText } from "@/lib/domain/people/comment-text";
import { resolveMentions } from "@/lib/domain/people/mention-places";
import { listPersonIds, personOf, showPerson } from "@/lib/domain/people/person";

const ID = "01939b5e-7a1c-7c3e-8f00-0123456789ab";
const OTHER = "01939b5e-7a1c-7c3e-8f00-0123456789ac";

describe("a mention", () => {
  const people = ["Dana", "Dana R.", "Chief"].map((name) => ({ person: personOf(name), name }));
  const found = (text: string) => listPersonIds(resolveMentions(text, people));

  test("is of the longest name that fits, and of whole names", () => {
    expect(found("@Dana R. and @Chiefs, mail@Chief; (@Chief)")).toEqual(["Dana R.", "Chief"]);
    expect(found("@Chiefs, mail@Chief")).toEqual([]);
    expect(found("@Dana, hello")).toEqual(["Dana"]);
  });

  test("of two people by one name is of the first that was given", () => {
    expect(listPersonIds(resolveMentions("@Kim", [ID, OTHER].map((id) => ({ person: personOf(id), name: "Kim" }))))).toEqual([ID]);
  });
});

describe("a comment's text", () => {
  test("comes back from the database as it was, whatever was typed beside the people in it", () => {
    const words = fc.array(fc.constantFrom("@", "[", "]", "@[", "@[]", `@[${ID}]`, " ", "a", "\n", "é"), { maxLength: 12 }).map((parts) => parts.join(""));
    const texts = fc.array(fc.oneof(words, fc.constantFrom(personOf(ID), personOf(OTHER))), { maxLength: 6 });
    fc.assert(
      fc.property(texts, (text) => {
        const people = new Map([[ID, { name: "Dana", role: null }]]);
        const read = parseCommentText(formatCommentText(text));
        expect(showCommentText(people, read)).toBe(showCommentText(people, text));
        expect(listPersonIds(read)).toEqual(listPersonIds(text));
      }),
    );
  });

  test("shows the people in it as they are shown here, and who has left as a former member", () => {
    const people = new Map([[ID, { name: "Team lead", role: null }]]);
    expect(showCommentText(people, parseCommentText(`Ask @[${ID}] or @[${OTHER}].`))).toBe("Ask @Team lead or @A former member.");
  });
});

test("everyone is found who is named in data, however deep, and each once", () => {
  const data = { a: [{ by: personOf("1") }, null, "2"], b: new Map([["x", { c: [["text", personOf("3")], personOf("1")] }]]), d: new Uint8Array(3) };
  expect(listPersonIds(data)).toEqual(["1", "3"]);
});

test("nobody without a name in the directory is shown by anything else", () => {
  expect(showPerson(new Map(), personOf(ID))).toBe("A former member");
  expect(showPerson(new Map(), personOf(null))).toBe("A former member");
});
