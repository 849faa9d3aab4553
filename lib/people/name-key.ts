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
];

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
  return unhomoglyph(plain).normalize("NFD").replace(ACCENTS, "").replace(/[^\p{L}\p{M}\p{N}]/gu, "");
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

/** Whether a name of a person looks like a role, or like the workbook itself. */
export function looksLikeRole(name: string): boolean {
  return nameKeys(name).some((key) => PLACES.includes(key) || TITLES.some((title) => key.includes(title)));
}
