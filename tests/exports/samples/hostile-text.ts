import fc from "fast-check";

/** A piece of text, and how many "�" stand for it on a page; null where nobody has counted. */
export interface Piece {
  readonly text: string;
  readonly notShown: number | null;
}

const plain = (...texts: string[]): Piece[] => texts.map((text) => ({ text, notShown: 0 }));

/** In the syntax of everything that an export passes through, or is opened with. */
export const MARKUP: readonly Piece[] = plain(
  '#read("/etc/passwd") $x^2$ *b* _i_ `r` = Head <label> @ref // c /* d */ \\ ~ #include "x" [y] {z}',
  '"); #panic("x") "\\" \\u{41} #sys.inputs #eval("1+1") #image("/etc/hostname")',
  "\\input{/etc/passwd} \\write18{id} $\\frac{1}{2}$ % comment",
  "<script>alert(1)</script> <svg onload=x> &amp; &#65; ]]> <!-- <![CDATA[x]]> <?xml?>",
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:p/></w:t></w:r>',
  "=HYPERLINK(\"http://x\",\"y\") +1+1 -2+3 @SUM(A1:A9) =cmd|'/C calc'!A0",
  '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" } { INCLUDETEXT "/etc/passwd" } { MERGEFIELD x }',
  "_x0041_ _x000D_ _x005F_ \\r\\n \\t \\u0041",
  "endstream endobj (x) Tj << /JS (app.alert) >> %%EOF /Artifact BMC EMC",
  "${7*7} {{7*7}} %s %n %00 '; DROP TABLE answers; -- ../../etc/passwd",
  "=1+1",
  "-5",
  "@name",
  "+15550100",
  "'quoted",
  '"; "" ,,, ;; |',
);

export const LANGUAGES: readonly Piece[] = plain(
  "Zażółć gęślą jaźń, Škoda, ñandú, œuvre, ğışık, e\u0301 u\u0308",
  "Người dân được hỗ trợ kịp thời",
  "Привет, як справи? Γειά σου",
  "نحن نلتقي كل أسبوع",
  "می‌خواهم",
  "אנחנו נפגשים כל שבוע",
  "शनिवार को मिलते हैं। क्षत्रिय",
  "เราพบกันทุกสัปดาห์ กำลัง",
  "我们每周开会，討論藥物過量",
  "毎週会議を開きます。ﾊﾝｶｸ",
  "우리는 매주 만납니다. 뷁",
  "✅ 👮🏽 👩‍🚒 👨‍👩‍👧‍👦 🇺🇸 ❤️ 1️⃣",
  "We met הצוות שלנו at 10:30 (room 5)",
  "قال الفريق Naloxone 4 mg ثم انتهى",
  "→ ≤ ≒ ½ ™ € ☐ ☑ ★ ∑ 𝐇𝐞𝐥𝐥𝐨 ﬁ ﷺ",
);

/** Kept, and seen only in what they do. */
const INVISIBLE: readonly Piece[] = plain(
  "a\u200bb\u200cc\u200dd\u2060e\u00adf",
  "a\u200eb\u200fc\u061cd",
  "\u202a+1 555 0100\u202c and \u2068Dana\u2069",
  "\u200b\u200b\u200b",
  "x\ufe0e\ufe0fy 葛\u{e0100}",
);

/** Each with the number of its characters that no page can show. */
const UNSHOWABLE: readonly Piece[] = [
  { text: "a\u0000b\u0001c\u001fd", notShown: 3 },
  { text: "\u0007\u0008\u000b\u000c\u000e", notShown: 5 },
  { text: "\u007f\u0085\u009f", notShown: 3 },
  { text: "invoice\u202egpj.exe", notShown: 1 },
  { text: "\u202da\u202c \u2066b", notShown: 3 },
  { text: "\u2067\u202bx\u2069", notShown: 3 },
  { text: "\ufeffa\ufffeb\uffff", notShown: 3 },
  { text: "a\ud800b\udc00c", notShown: 2 },
  { text: "\udfff\udfff\ud83d", notShown: 3 },
  { text: "\u{13000}\u{13001} \u{12000}", notShown: 3 },
  { text: "\ue000 \u{f0000} \u{10ffff}", notShown: 3 },
  { text: "a\u{1d165}\u{1d16e} b", notShown: 1 },
  { text: "\u{13000}\u0301\u0323", notShown: 1 },
  { text: "\u{e0001}\u{e0041}\u{e0042}", notShown: 3 },
  { text: "\u2063\u206f\ufff9", notShown: 3 },
  { text: "� typed", notShown: 0 },
];

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Long without a space, tall, and long in lines. */
const big = fc.oneof(
  fc.integer({ min: 30, max: 1500 }).map((length): Piece => {
    return { text: Array.from({ length }, (_, index) => LETTERS[(index * 7) % LETTERS.length]).join(""), notShown: 0 };
  }),
  fc.integer({ min: 5, max: 120 }).map((marks): Piece => ({ text: `z${"\u0335\u0320".repeat(marks)}z`, notShown: 0 })),
  fc.integer({ min: 5, max: 150 }).map((lines): Piece => ({ text: `top${"\n".repeat(lines)}bottom`, notShown: 0 })),
  fc.integer({ min: 5, max: 60 }).map((times): Piece => ({ text: "\r\n\u2028 \t\u2029".repeat(times), notShown: 0 })),
);

const counted = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 3, arbitrary: fc.constantFrom(...LANGUAGES) },
  { weight: 1, arbitrary: fc.constantFrom(...INVISIBLE) },
  { weight: 2, arbitrary: fc.constantFrom(...UNSHOWABLE) },
  { weight: 1, arbitrary: big },
);

/** Any code points at all, halves of pairs among them, next to each other as they come. */
const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.oneof(fc.integer({ min: 0x2000, max: 0x206f }), fc.integer({ min: 0x300, max: 0x36f }), fc.integer({ min: 0x590, max: 0x6ff }), fc.integer({ min: 0x900, max: 0xe7f })), { maxLength: 60 })
    .map((codePoints) => String.fromCodePoint(...codePoints)),
).map((text): Piece => ({ text, notShown: null }));

function join(pieces: readonly Piece[]): Piece {
  const isCounted = pieces.every(({ notShown }) => notShown !== null);
  return {
    // A line end, so that no piece changes what the next one shows.
    text: pieces.map(({ text }) => text).join("\n"),
    notShown: isCounted ? pieces.reduce((sum, { notShown }) => sum + (notShown ?? 0), 0) : null,
  };
}

/** What somebody could paste into an answer. */
export const countedText: fc.Arbitrary<Piece> = fc.array(counted, { minLength: 1, maxLength: 4 }).map(join);
export const wildText: fc.Arbitrary<Piece> = fc.array(fc.oneof(counted, wild, wild), { minLength: 1, maxLength: 4 }).map(join);
