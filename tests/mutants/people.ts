import { database, type Mutant } from "./mutant";

/** Faults in accounts, invitations, names and the letters about them. */
export const PEOPLE_MUTANTS: readonly Mutant[] = [
  {
    name: "a link to choose a new password can be used twice, by two requests at once",
    file: "lib/accounts/account-links.ts",
    find: "  const { count } = await authDb().accountToken.updateMany({\n    where: { tokenHash: row.tokenHash, usedAt: null,",
    replace: "  const { count } = await authDb().accountToken.updateMany({\n    where: { tokenHash: row.tokenHash,",
    killedBy: database("tests/accounts/account-links.db.test.ts"),
  },
  {
    name: "whoever is taken out of an agency keeps the invitations to it",
    file: "lib/people/open-invitations.ts",
    find: "OR: [{ teamId: null }, placeOf(reach)]",
    replace: "OR: [placeOf(reach)]",
    killedBy: database("tests/people/open-invitations.db.test.ts"),
  },
  {
    name: "whoever invites sees the link that is mailed",
    file: "lib/people/invitations.ts",
    find: "link: isLinkShown() ? link : null",
    replace: "link",
    killedBy: database("tests/people/invitation-link.db.test.ts"),
  },
  {
    name: "two people take one name at once",
    file: "lib/people/own-names.ts",
    find: "    await lockPeople(tx, agencyId);\n    await requireFreeName",
    replace: "    await requireFreeName",
    killedBy: database("tests/people/taken-names.db.test.ts"),
  },
  {
    name: "five foreign requests keep somebody's letters from them",
    file: "lib/accounts/letter-limits.ts",
    find: "return isSpaced && (",
    replace: "return false && (",
    killedBy: database("tests/accounts/letter-limits.db.test.ts"),
  },
  {
    name: "a locked address is told nothing",
    file: "lib/platform/auth/sign-in.ts",
    find: "pause: parsed.success ? pause : null",
    replace: "pause: null",
    killedBy: database("tests/platform/auth/lockout.db.test.ts"),
  },
  {
    name: "an export with roles only holds names",
    file: "lib/exports/read/load-export-document.ts",
    find: 'return names === "roles" ? listPeopleByRole(context, shown) : listPeople(context, shown);',
    replace: "return listPeople(context, shown);",
    killedBy: database("tests/exports/export-names.db.test.ts"),
  },
  {
    name: "an export with roles only holds names that were typed after an @",
    file: "lib/exports/read/load-export-document.ts",
    find: "hideTypedNames(await listNamesEverHad(context)) : null",
    replace: "null : null",
    killedBy: database("tests/exports/export-names.db.test.ts"),
  },
  {
    name: "names that ended are not looked for where only roles are shown",
    file: "lib/people/list-people.ts",
    find: " union select name from former_name where agency_id = $1",
    replace: "",
    killedBy: database("tests/exports/export-names.db.test.ts"),
  },
  {
    name: "a mention is stored as the name",
    file: "lib/comments/mentions.ts",
    find: "return { body: formatCommentText(text), mentioned, hasOtherAt };",
    replace: "return { body: typed, mentioned, hasOtherAt };",
    killedBy: database("tests/comments/comments.db.test.ts", "tests/exports/export-names.db.test.ts"),
  },
];
