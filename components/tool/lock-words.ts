/** Said wherever somebody is about to lock a tool. */
export const LOCK_MEANS =
  "After that, nobody can change its answers, its files, its comments or who it is assigned to. Only an agency admin can unlock it.";
