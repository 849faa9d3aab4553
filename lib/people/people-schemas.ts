import { z } from "zod";
import { sortToolKeys, TOOLS } from "@/content/toolkits";
import { AGENCY_KINDS, STATE_CODES } from "@/lib/agencies/agency-facts";
import { boundedText, emailText, idText } from "@/lib/domain/text/bounded-text";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { PASSWORD_MAX } from "@/lib/platform/passwords/password-rules";
import { CODE_ROLES, TEAM_ROLES } from "@/lib/platform/auth/permissions";
import { SECRET_MAX } from "@/lib/platform/auth/secrets";
import { SIGN_IN_NAME, SIGN_IN_NAME_MAX, SIGN_IN_NAME_MIN } from "@/lib/platform/auth/sign-in-name";
import { cleanName, findNameProblem, hasSteeringCharacter, looksLikeRole } from "./name-key";

/** What forms about people, agencies and teams may send. Messages are shown beside the field. */

/** Of a name as it is typed: composed, its letters and marks become fewer. */
const RAW_PER_LETTER = 4;

function nameOf(what: string, max: number) {
  return boundedText(max * RAW_PER_LETTER, `Use ${max} characters or fewer.`)
    .refine((typed) => !hasSteeringCharacter(typed), { abort: true, error: "Leave out invisible characters." })
    .transform(cleanName)
    .pipe(boundedText(max).min(1, { abort: true, error: `Enter ${what}.` }).check(wordsOf(findNameProblem)));
}

const ROLE_NAME = "This looks like a role, or like the workbook itself. Use another name: your role is shown beside it.";

/** A check that says what is wrong in the words of `findProblem`. */
function wordsOf(findProblem: (text: string) => string | null) {
  return z.superRefine<string>((text, context) => {
    const problem = findProblem(text);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });
}

const EMAIL_MAX = 254;
const EMAIL_TOO_LONG = "This email address is too long.";

/** Blanks around an address come from pasting. */
export const emailSchema = boundedText(EMAIL_MAX + 50, EMAIL_TOO_LONG)
  .transform((text) => text.trim().toLowerCase())
  .pipe(emailText(EMAIL_MAX, EMAIL_TOO_LONG, "Enter an email address, like name@agency.gov."));

export const personNameSchema = nameOf("your name", 100).refine((name) => !looksLikeRole(name), ROLE_NAME);
export const agencyNameSchema = nameOf("the agency’s name", 150);
export const teamNameSchema = nameOf("the team’s name", 100);
/** Typed in any case; what it may hold is what the database takes. */
export const signInNameSchema = boundedText(SIGN_IN_NAME_MAX + 20, `Use ${SIGN_IN_NAME_MAX} characters or fewer.`)
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    boundedText(SIGN_IN_NAME_MAX)
      .min(SIGN_IN_NAME_MIN, `Use at least ${SIGN_IN_NAME_MIN} letters or digits.`)
      .regex(SIGN_IN_NAME, "Use letters from a to z, digits, dots, hyphens and underscores, and begin with a letter or digit."),
  );
export const codeRoleSchema = z.enum(CODE_ROLES, "Choose a role.");
export const passwordSchema = boundedText(PASSWORD_MAX).min(1, "Enter a password.");
export const secretSchema = boundedText(SECRET_MAX).min(20);
export const idSchema = idText();

export const agencyKindSchema = z.enum(AGENCY_KINDS, "Choose the kind of agency.");
export const stateSchema = z.enum(STATE_CODES, "Choose a state or territory.");

export const teamRoleSchema = z.enum(TEAM_ROLES, "Choose a role.");
export const toolKeysSchema = z
  .array(z.enum(TOOLS.map(({ ref }) => toolKey(ref))))
  .max(TOOLS.length)
  .transform(sortToolKeys);
