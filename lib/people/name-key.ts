import unhomoglyph from "unhomoglyph";
import { ROLE_LABELS } from "@/lib/platform/auth/permissions";

/** What names of people may be, and which of them look alike. Pure: who has which name is for taken-names.ts to know. */

/**
 * Characters that show nothing: joiners, fillers, soft hyphens, variation selectors, tags, a Braille cell without dots.
 * They are left out, because they come along when a name is pasted; what turns the writing around is refused in words.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cs}\u2800\ufffc\ufffd\u{1d159}]/gu;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;
const CONTROL = /[^\P{Cc}\t\n\v\f\r]/u;
/** More marks on one letter than any script writes, with which a name could paint over its neighbours. */
const PILED_MARKS = /\p{M}{5,}/u;

/** Letters in circles, boxes and flags, which no table folds. */
const BOXED_LETTERS = /[\u{1f100}-\u{1f1ff}]/u;

/** Whether a name holds what turns the direction of writing, or steers a terminal. */
export function hasSteeringCharacter(name: string): boolean {
  return DIRECTION.test(name) || CONTROL.test(name);
}

/** A name as it is kept: composed, one space between words, nothing that can't be seen. */
export function cleanName(typed: string): string {
  return typed.normalize("NFC").replace(INVISIBLE, "").normalize("NFC").replace(/\s+/g, " ").trim();
}

/** What is wrong with a clean name, in words for its field; null when it will do. */
export function findNameProblem(name: string): string | null {
  if (BOXED_LETTERS.test(name)) return "Use plain letters.";
  if (!/[\p{L}\p{N}]/u.test(name) || nameKeys(name).includes("")) return "Use at least one letter.";
  if (PILED_MARKS.test(name)) return "Use fewer marks on one letter.";
  return null;
}

/** Look-alikes that Unicode's table leaves alone, because they are so only in some fonts or in one case. */
const MORE_LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/i/g, "l"],
  [/vv/g, "w"],
  [/5/g, "s"],
  [/8/g, "b"],
  ...[..."aᴀ bʙ cᴄ dᴅ eᴇ fꜰ gɢ hʜ jᴊ kᴋ lɪ lʟ mᴍ nɴ oᴏ pᴘ rʀ sꜱ tᴛ uᴜ vᴠ wᴡ yʏ zᴢ".split(" ")].map(([letter = "", small = ""]) => [new RegExp(small, "g"), letter] as const),
];

/** Of another script, on a letter of these: nobody writes so, and the eye takes it for an accent or for dirt. */
const STRAY_MARKS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
/** Letters by their kind, strokes and ticks to the eye. */
const STROKES = /[\u02b0-\u02ff\u0640]/gu;

/** A letter's accents; vowel signs of other scripts are letters of their own and belong to one script only. */
const ACCENTS = /(?=\p{Script=Inherited})\p{M}/gu;

/**
 * What is left of a name when everything is folded that the eye takes for the same: letters of other scripts and styles
 * (Unicode's confusables, UTS #39), 0 and O, 1, l and I, rn and m, case, accents, spaces and signs. As written, in small
 * letters and in capitals, because a letter may look like one thing small and like another as a capital.
 */
export function nameKeys(name: string): readonly string[] {
  const plain = name.normalize("NFKC");
  return [...new Set([plain, plain.toLowerCase(), plain.toUpperCase()].map(keyOf))];
}

/** Whether two names look alike: any of their keys is the same. */
export function lookAlike(one: string, other: string): boolean {
  const keys = nameKeys(other);
  return nameKeys(one).some((key) => keys.includes(key));
}

function keyOf(text: string): string {
  let key = fold(inOneCase(fold(text)).normalize("NFKC")).toLowerCase();
  for (const [look, alike] of MORE_LOOK_ALIKES) key = key.replace(look, alike);
  return key;
}

/** By way of capitals, so that ß meets ss. */
function inOneCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function fold(text: string): string {
  const plain = text.replace(INVISIBLE, "").normalize("NFD").replace(ACCENTS, "");
  const folded = unhomoglyph(plain).normalize("NFD").replace(ACCENTS, "").replace(STRAY_MARKS, "").replace(STROKES, "");
  return folded.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** Names that a place in the workbook has, or that the workbook speaks with. */
const PLACES = [
  ...Object.values(ROLE_LABELS),
  "Admin", "Administrator", "Agency administrator", "Lead", "Member", "Partner", "Moderator", "Owner", "System", "Support", "Server",
  "Someone", "Everyone", "A former member", "Former member", "A former name", "Former name", "Deleted user",
  "PS-COPE", "PS-COPE Workbook", "Workbook", "PS-COPE Support",
].flatMap(nameKeys);

/** Said beside a name, these would look like the workbook's own words: "Dana (Agency admin)". */
const TITLES = ["Agency admin", "Team lead", "Team member", "Community partner", "Administrator", "Former member", "PS-COPE"].flatMap(nameKeys);

/** Words that say a role, and those beside them that say nothing of a person. */
const ROLE_WORDS = [
  "Admin", "Admins", "Administrator", "Administrators", "Lead", "Leads", "Leader", "Leaders", "Member", "Members", "Partner", "Partners", "Viewer",
  "Viewers", "Moderator", "Owner", "System", "Support", "Server", "Workbook", "PS-COPE",
].flatMap(nameKeys);
const BESIDE_ROLES = ["Agency", "Team", "Community", "Former", "Deleted", "New", "Official", "A", "An", "The", "Of", "Your", "Our"].flatMap(nameKeys);
/** Also without spaces between them. */
const ROLES_ALONE = new RegExp(`^(?:${[...BESIDE_ROLES, ...ROLE_WORDS].join("|")})*?(?:${ROLE_WORDS.join("|")})(?:${[...BESIDE_ROLES, ...ROLE_WORDS].join("|")})*$`, "u");
const NUMBERS = /(?<![\p{L}\p{M}\p{N}])\p{N}+(?![\p{L}\p{M}\p{N}])/gu;
const BRACKETED = /[\p{Ps}<]([^\p{Ps}\p{Pe}<>]*)/gu;

/**
 * Whether a name of a person looks like a role, or like the workbook itself: it is one, is made of such words alone, has
 * one in brackets, or holds a whole title. Of ordinary names a role may be a part: "Mark Lead", "Leader Smith".
 */
export function looksLikeRole(name: string): boolean {
  const plain = name.normalize("NFKC");
  if ([...plain.matchAll(BRACKETED)].some(([, inside = ""]) => hasRoleWord(inside))) return true;
  if (nameKeys(plain.replace(NUMBERS, " ")).some((key) => ROLES_ALONE.test(key))) return true;
  return nameKeys(name).some((key) => PLACES.includes(key) || TITLES.some((title) => key.includes(title)));
}

function hasRoleWord(words: string): boolean {
  return [...words.split(/[^\p{L}\p{M}\p{N}]+/u), words].some((word) => nameKeys(word).some((key) => ROLE_WORDS.includes(key)));
}
