import { database, type Mutant } from "./mutant";

/** Faults in accounts, invitations, names and the letters about them. */
export const PEOPLE_MUTANTS: readonly Mutant[] = [
  {
    name: "a link to choose a new password can be used twice, by two requests at once",
    file: "lib/data/account-links.ts",
    find: "  const { count } = await authDb().accountToken.updateMany({\n    where: { tokenHash: row.tokenHash, usedAt: null,",
    replace: "  const { count } = await authDb().accountToken.updateMany({\n    where: { tokenHash: row.tokenHash,",
    killedBy: database("tests/data/account-links.test.ts"),
  },
  {
    name: "whoever is taken out of an agency keeps the invitations to it",
    file: "lib/data/open-invitations.ts",
    find: "OR: [{ teamId: null }, placeOf(reach)]",
    replace: "OR: [placeOf(reach)]",
    killedBy: database("tests/data/open-invitations.test.ts"),
  },
  {
    name: "whoever invites sees the link that is mailed",
    file: "lib/data/invitations.ts",
    find: "link: isLinkShown() ? link : null",
    replace: "link",
    killedBy: database("tests/mail/invitation-link.test.ts"),
  },
  {
    name: "two people take one name at once",
    file: "lib/data/agency-members.ts",
    find: "    await lockPeople(tx, agencyId);\n    await requireFreeName",
    replace: "    await requireFreeName",
    killedBy: database("tests/data/taken-names.test.ts"),
  },
  {
    name: "five foreign requests keep somebody's letters from them",
    file: "lib/data/letter-limits.ts",
    find: "return isSpaced && (",
    replace: "return false && (",
    killedBy: database("tests/data/letter-limits.test.ts"),
  },
  {
    name: "a locked address is told nothing",
    file: "lib/auth/sign-in.ts",
    find: "pause: parsed.success ? pause : null",
    replace: "pause: null",
    killedBy: database("tests/auth/lockout.test.ts"),
  },
];
