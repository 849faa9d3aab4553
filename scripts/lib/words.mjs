/** A failure whose message is written for a person: the launcher prints it without a stack trace. */
export class Stop extends Error {}

/** One line of progress. */
export function say(line) {
  console.log(line);
}

const DATABASE_PROBLEMS = {
  ECONNREFUSED: "nothing answers there. Is it running, and is the port right?",
  ENOTFOUND: "its host name is unknown. Check the spelling in DATABASE_URL.",
  EAI_AGAIN: "its host name cannot be looked up now. Check the network.",
  ETIMEDOUT: "it does not answer in time. Check the network and any firewall.",
  EHOSTUNREACH: "its machine cannot be reached. Check the network.",
  ECONNRESET: "it closed the connection. Check whether it needs TLS (sslmode=require).",
  "28P01": "it refuses the user name or password in DATABASE_URL.",
  "28000": "it refuses this user from here. Check DATABASE_URL and the server's access rules.",
  "3D000": "it has no database of that name. Create it first.",
  42501: "the user in DATABASE_URL may not do this. The first start needs a user who owns the database and may create roles.",
  53300: "it has no free connections.",
};

/** The address without its password. */
export function hideSecrets(url) {
  try {
    const { protocol, username, host, pathname } = new URL(url);
    return `${protocol}//${username ? `${username}@` : ""}${host}${pathname}`;
  } catch {
    return "the address in DATABASE_URL";
  }
}

/** What went wrong with a database, in words; undefined when the error is not about reaching or using it. */
export function describeDatabaseProblem(error, url) {
  for (let cause = error; cause; cause = cause.cause) {
    const words = DATABASE_PROBLEMS[cause.code] ?? (cause.message === "timeout expired" ? DATABASE_PROBLEMS.ETIMEDOUT : undefined);
    if (words) return `The database at ${hideSecrets(url)} cannot be used: ${words}`;
  }
  return undefined;
}

/** Whether the disk is full, anywhere in the chain of causes or in the output of a command. */
export function isDiskFull(error) {
  for (let cause = error; cause; cause = cause.cause) {
    if (cause.code === "ENOSPC" || cause.code === "EDQUOT" || cause.code === "53100") return true;
    if (/ENOSPC|No space left on device/.test(`${cause.message} ${cause.stderr ?? ""} ${cause.output ?? ""}`)) return true;
  }
  return false;
}

/** The words to print for an error that ends the launcher. */
export function explain(error) {
  if (isDiskFull(error)) return "The disk is full. Make room, then start again; nothing that was saved is lost.";
  if (error instanceof Stop) return error.message;
  if (error?.code === "EACCES" || error?.code === "EROFS") {
    return `${error.path ?? "A file of this project"} cannot be written. Check who owns the folder.`;
  }
  return error?.message || String(error);
}
