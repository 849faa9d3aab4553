/** Said wherever somebody is about to lock a tool. */
export const LOCK_MEANS =
  "After that, nobody can change its answers, its files or who it is assigned to. People can still comment. Only an agency admin can unlock it.";
