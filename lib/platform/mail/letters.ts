import { shorten } from "@/lib/domain/text/shorten";
import type { MailMessage } from "./smtp";

const SIGN_OFF = "PS-COPE Workbook";

export function letter(to: string, subject: string, paragraphs: readonly string[]): MailMessage {
  return { to, subject, text: [...paragraphs, SIGN_OFF].join("\n\n") + "\n" };
}

/** Names come from people: on one line, so that they can't write paragraphs of their own into a letter. */
export function named(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function confirmSignUpMail(to: string, link: string, minutes: number): MailMessage {
  return letter(to, "Confirm your email address", [
    "Someone, hopefully you, asked to make an account in the PS-COPE Workbook with this email address.",
    `To finish, open this page and press “Create my account”. The link works once, for ${minutes} minutes:`,
    link,
    "If it was not you, you can ignore this message. No account is made.",
  ]);
}

export function alreadyHasAccountMail(to: string, signInLink: string, resetLink: string): MailMessage {
  return letter(to, "You already have an account", [
    "Someone, hopefully you, asked to make an account in the PS-COPE Workbook with this email address. You already have one.",
    `Sign in here:\n${signInLink}`,
    `If you forgot your password, choose a new one here:\n${resetLink}`,
    "If it was not you, you can ignore this message. Nothing was changed.",
  ]);
}

export function resetPasswordMail(to: string, link: string, minutes: number): MailMessage {
  return letter(to, "Choose a new password", [
    "Someone, hopefully you, asked for a new password for the PS-COPE Workbook.",
    `To choose one, open this page. The link works once, for ${minutes} minutes:`,
    link,
    "If it was not you, you can ignore this message. Your password stays as it is.",
  ]);
}

export function passwordChangedMail(to: string, resetLink: string): MailMessage {
  return letter(to, "Your password was changed", [
    "The password of your PS-COPE Workbook account was changed, and every other place where you were signed in was signed out.",
    `If it was not you, choose a new password right away:\n${resetLink}`,
  ]);
}

export interface InvitationWords {
  readonly agencyName: string;
  /** Null for an invitation to help run the agency. */
  readonly teamName: string | null;
  readonly invitedByName: string;
  readonly roleLabel: string;
  readonly days: number;
}

export function invitationMail(to: string, link: string, words: InvitationWords): MailMessage {
  const agency = named(words.agencyName);
  const place = words.teamName === null ? agency : `the team ${named(words.teamName)} of ${agency}`;
  return letter(to, `Invitation to work with ${agency}`, [
    `${named(words.invitedByName)} invites you to join ${place} in the PS-COPE Workbook as: ${words.roleLabel}.`,
    `To accept, open this page. The link works once, for ${words.days} days:`,
    link,
    "In the workbook, public safety agencies and community partners plan together how to prevent overdoses.",
    "If you did not expect this, you can ignore this message.",
  ]);
}

export interface NoticePlace {
  readonly kind: "mention" | "assignment" | "round";
  readonly by: string;
  readonly teamName: string;
  /** "Tool 9: Organizational Assessment" */
  readonly toolName: string;
  /** What the item asks, as the toolkit prints it; null for the whole tool. Of a round how many statements it asks about. */
  readonly itemName: string | null;
  /** "Dec 1, 2026" */
  readonly due: string | null;
  readonly link: string;
}

/** A letter names so many places at most; the others are counted. */
export const PLACES_PER_LETTER = 20;
const NAME_LENGTH = 140;

/** Where somebody has a say about letters like this one. */
export interface ChoiceLinks {
  readonly choices: string;
  readonly stop: { readonly page: string; readonly oneClick: string };
}

/** The end of such a letter, with what a mail program's own button needs. */
export function withChoices(made: (ending: readonly string[]) => MailMessage, { choices, stop }: ChoiceLinks): MailMessage {
  const ending = ["What was written is not in this message. Sign in to read it.", `Choose when you get such letters:\n${choices}`, `Stop these letters, without signing in:\n${stop.page}`];
  return { ...made(ending), oneClickStop: stop.oneClick };
}

/** Who, where and when, never what: what was written stays in the workbook, behind the sign-in. */
export function noticesMail(to: string, agencyName: string, places: readonly NoticePlace[], links: ChoiceLinks): MailMessage {
  const shown = places.slice(0, PLACES_PER_LETTER);
  const more = places.length - shown.length;
  const assigned = shown.filter(({ kind }) => kind === "assignment");
  const rounds = shown.filter(({ kind }) => kind === "round");
  const mentions = shown.filter(({ kind }) => kind === "mention");
  const one = (list: readonly NoticePlace[], single: string, several: string) => (list.length === 1 ? single : several);
  const subjects = [
    ...(assigned.length > 0 ? [one(assigned, "Something is assigned to you", "Work is assigned to you")] : []),
    ...(rounds.length > 0 ? ["Your team asks you to rate on your own"] : []),
    ...(mentions.length > 0 ? [one(mentions, "A comment mentions you", "Comments mention you")] : []),
  ];
  const several = rounds.length > 0 ? "Your team asks you to rate on your own, and more" : "Assigned to you, and comments that mention you";
  const subject = subjects.length === 1 ? (subjects[0] as string) : several;
  return withChoices((ending) => letter(to, subject, [
    ...(assigned.length > 0 ? [`In the PS-COPE Workbook of ${named(agencyName)}, this was assigned to you:`] : []),
    ...assigned.map(
      (place) =>
        `${place.itemName === null ? place.toolName : `“${shorten(place.itemName, NAME_LENGTH)}” in ${place.toolName}`}, ${named(place.teamName)}, by ${named(place.by)}. ${place.due ? `Due ${place.due}.` : "No date."}\n${place.link}`,
    ),
    ...(rounds.length > 0 ? [`In the PS-COPE Workbook of ${named(agencyName)}, your team asks you to rate on your own. Nobody sees your ratings before the reveal.`] : []),
    ...rounds.map(
      ({ by, teamName, toolName, itemName, due, link }) => `${toolName}, ${itemName}, ${named(teamName)}, by ${named(by)}. ${due ? `Until ${due}.` : "No date."}\n${link}`,
    ),
    ...(mentions.length > 0
      ? [`In the PS-COPE Workbook of ${named(agencyName)}, you were mentioned in ${one(mentions, "a comment", "comments")}.`]
      : []),
    ...mentions.map(
      ({ by, teamName, toolName, itemName, link }) =>
        `${named(by)} in ${named(teamName)}, ${toolName}, about “${shorten(itemName ?? toolName, NAME_LENGTH)}”:\n${link}`,
    ),
    ...(more > 0 ? [`And ${more} more. Open the team’s page to see them.`] : []),
    ...ending,
  ]), links);
}
