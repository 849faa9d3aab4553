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
  {
    name: "an export with roles only holds names",
    file: "lib/data/export-document.ts",
    find: 'return names === "roles" ? listPeopleByRole(context, shown) : listPeople(context, shown);',
    replace: "return listPeople(context, shown);",
    killedBy: database("tests/data/export-names.test.ts"),
  },
  {
    name: "an export with roles only holds names that were typed after an @",
    file: "lib/data/export-document.ts",
    find: "hideTypedNames(await listNamesEverHad(context)) : null",
    replace: "null : null",
    killedBy: database("tests/data/export-names.test.ts"),
  },
  {
    name: "names that ended are not looked for where only roles are shown",
    file: "lib/data/people.ts",
    find: " union select name from former_name where agency_id = $1",
    replace: "",
    killedBy: database("tests/data/export-names.test.ts"),
  },
  {
    name: "a mention is stored as the name",
    file: "lib/data/mentions.ts",
    find: "return { body: formatCommentText(text), mentioned, hasOtherAt };",
    replace: "return { body: typed, mentioned, hasOtherAt };",
    killedBy: database("tests/data/comments.test.ts", "tests/data/export-names.test.ts"),
  },
];
