import { describe, expect, it } from "vitest";
import { cleanForPage, cleanForXml, createTally, notShownNotice } from "@/lib/exports/worker/sanitise.mjs";

describe("text for XML", () => {
  it("shows and tells of every character that XML forbids", () => {
    const { text, replaced } = cleanForXml("a\u0000b\u000bc\u001fd\ufffee\uffff");
    expect(text).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd");
    expect(replaced).toEqual([0, 0x0b, 0x1f, 0xfffe, 0xffff]);
  });

  it("shows lone surrogates and keeps paired ones", () => {
    const { text, replaced } = cleanForXml("\ud800x\udc00 👮 \ud83d");
    expect(text).toBe("\ufffdx\ufffd 👮 \ufffd");
    expect(replaced).toEqual([0xd800, 0xdc00, 0xd83d]);
  });

  it("keeps line ends, tabs, direction marks, joiners and markup as they are", () => {
    const typed = "a\tb\r\nc <b>&amp;\u200f\u200d\u202a1\u202c\u0085 e\u0301";
    expect(cleanForXml(typed)).toEqual({ text: typed, replaced: [] });
  });
});

describe("text for a page", () => {
  it("is composed, with plain line ends", () => {
    expect(cleanForPage("e\u0301\r\nx\ry\u2028z\u2029\tq")).toEqual({ text: "é\nx\ny\nz\n    q", replaced: [] });
  });

  it("keeps what writing needs: joiners, direction marks, soft hyphens, break opportunities, variation selectors", () => {
    const typed = "نامه\u200cای क्\u200dष 👩\u200d🚒 שלום\u200f! a\u200e co\u00adop x\u200by 10\u2060km ❤\ufe0f 葛\u{e0100}";
    expect(cleanForPage(typed)).toEqual({ text: typed.normalize("NFC"), replaced: [] });
  });

  it.each([
    ["controls", "\u0007\u007f\u0085\u009b", 4],
    ["byte order marks and noncharacters", "\ufeff\ufffe\uffff\ufdd0", 4],
    ["direction overrides, closed or not", "\u202egpj.exe\u202c", 2],
    ["embeddings and isolates that nobody closes", "\u202aa\nb\u2066c", 2],
    ["closings without a beginning", "\u2069a\u202c", 2],
    ["invisible operators and annotation marks", "\u2063\u206f\ufff9\u180e", 4],
    ["tags that hide a text", "\u{e0001}\u{e0041}a", 2],
    ["lone surrogates", "\udfff\ud800a\udc00", 3],
  ])("shows %s and tells of each", (_name, typed, count) => {
    const { text, replaced } = cleanForPage(typed);
    expect(text.match(/\ufffd/g)).toHaveLength(count);
    expect(replaced).toHaveLength(count);
  });

  it("keeps embeddings and isolates that are closed in their line, as around a copied phone number", () => {
    const typed = "\u202a+1 555 0100\u202c, \u2068Dana\u2069";
    expect(cleanForPage(typed)).toEqual({ text: typed, replaced: [] });
  });

  it("keeps the tags that make a flag", () => {
    const scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
    expect(cleanForPage(scotland).text).toBe(scotland);
  });

  it("does not count a replacement sign that somebody typed", () => {
    expect(cleanForPage("a\ufffdb")).toEqual({ text: "a\ufffdb", replaced: [] });
  });
});

describe("the sentence about what is not shown", () => {
  function noticeOf(...codePoints: number[]) {
    const tally = createTally();
    tally.add(codePoints);
    return notShownNotice(tally.notShown());
  }

  it("is left out when everything is shown", () => {
    expect(noticeOf()).toBeNull();
  });

  it("counts characters, names each kind once and says where the text is whole", () => {
    expect(noticeOf(0x13000, 0, 0x13000)).toBe(
      "3 characters could not be shown (U+0000, U+13000). They are marked \ufffd where they stand; the JSON export has them.",
    );
    expect(noticeOf(7)).toBe(
      "1 character could not be shown (U+0007). It is marked \ufffd where it stands; the JSON export has it.",
    );
  });

  it("names ten kinds and says that there are others", () => {
    expect(noticeOf(...Array.from({ length: 1200 }, (_, index) => 0xe000 + index))).toMatch(
      /^1,200 characters could not be shown \(U\+E000, .*U\+E009 and others\)/,
    );
  });
});
