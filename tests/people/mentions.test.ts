import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCommentText, parseCommentText, showCommentText } from "@/lib/domain/people/comment-text";
import { describeUnreached } from "@/components/comments/unreached-words";
import { findUnreached, resolveMentions } from "@/lib/domain/people/mention-places";
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

describe("a name's beginning", () => {
  const readers = ["Dana Reyes", "Daniel Okafor", "Robin Lead", "Robin Member", "Al Ames"].map((name) => ({ person: personOf(name), name }));
  const found = (text: string) => listPersonIds(resolveMentions(text, readers, readers));

  test("is a mention where it fits one person alone, in small letters too", () => {
    expect(found("@Dana and @dani, and @al.")).toEqual(["Dana Reyes", "Daniel Okafor", "Al Ames"]);
    expect(resolveMentions("Ask @Dana please", readers, readers)).toEqual(["Ask ", personOf("Dana Reyes"), " please"]);
    expect(found("@Robin M, please")).toEqual(["Robin Member"]);
  });

  test("is none where it fits several, nobody, or is too short to be one", () => {
    expect(found("@Dan, @Robin, @Da, @Dominic, @da, @ 5, mail@Dana")).toEqual([]);
  });

  test("that fits the writer is not theirs, and keeps another of that name from being meant", () => {
    const [dana, ...others] = readers;
    const withWriter = [...others, { ...dana!, isWriter: true }];
    expect(listPersonIds(resolveMentions("@Dana", readers, withWriter))).toEqual([]);
    expect(findUnreached("@Dana", withWriter)).toEqual([{ word: "Dana", fits: 0 }]);
    expect(listPersonIds(resolveMentions("@Dan", readers, withWriter))).toEqual([]);
  });

  test("belongs to those who can open the tool alone", () => {
    expect(listPersonIds(resolveMentions("@Dana", readers, []))).toEqual([]);
  });

  test("that reaches nobody is said, each word once, with how many it could mean", () => {
    expect(findUnreached("@Robin and @Robin, @Dominic, @Dana, mail@nobody, @", readers)).toEqual([
      { word: "Robin", fits: 2 },
      { word: "Dominic", fits: 0 },
    ]);
    expect(describeUnreached(findUnreached("@Robin @Zoe", readers))).toBe(
      "“@Robin” reached nobody: 2 people here have a name that begins so. Type more of it. “@Zoe” reached nobody: nobody who can open this tool has a name that begins so.",
    );
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
