import { z } from "zod";
import { TEAM_ROLES } from "@/lib/auth/permissions";
import { PASSWORD_MAX } from "@/lib/auth/password-rules";
import { TOOL_NUMBERS } from "@/lib/tools/definition";
import { AGENCY_KINDS, STATE_CODES } from "./agency-facts";

/** What forms about people, agencies and teams may send. Messages are shown beside the field. */

function nameOf(what: string, max: number) {
  return z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, `Enter ${what}.`)
        .max(max, `Use ${max} characters or fewer.`)
        // Control and direction-changing characters can make one name look like another.
        .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, "Leave out invisible characters."),
    );
}

export const emailSchema = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email("Enter an email address, like name@agency.gov.").max(254, "This email address is too long."));

export const personNameSchema = nameOf("your name", 100);
export const agencyNameSchema = nameOf("the agency’s name", 150);
export const teamNameSchema = nameOf("the team’s name", 100);
export const passwordSchema = z.string().min(1, "Enter a password.").max(PASSWORD_MAX, `Use ${PASSWORD_MAX} characters or fewer.`);
export const secretSchema = z.string().min(20).max(100);
export const idSchema = z.uuid();

export const agencyKindSchema = z.enum(AGENCY_KINDS, "Choose the kind of agency.");
export const stateSchema = z.enum(STATE_CODES, "Choose a state or territory.");

export const teamRoleSchema = z.enum(TEAM_ROLES, "Choose a role.");
export const toolNumbersSchema = z
  .array(z.literal(TOOL_NUMBERS))
  .max(TOOL_NUMBERS.length)
  .transform((numbers) => [...new Set(numbers)].sort((a, b) => a - b));
