/** Names whose page asks, and whose changes it sends: another person may have signed in since, in another tab. */
export const USER_HEADER = "workbook-user";
