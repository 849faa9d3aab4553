import { database, type Mutant, unit } from "./mutant";

/** Faults in what is let in from the network, and out to it. */
export const REQUESTS_MUTANTS: readonly Mutant[] = [
  {
    name: "the outbox answers under a foreign name",
    file: "lib/platform/http/local-visit.ts",
    find: "isLoopbackHost(headers.get(\"host\") ?? unknownHost) &&",
    replace: "",
    killedBy: database("tests/platform/http/local-visit.db.test.ts"),
  },
  {
    name: "a body is held whatever its size",
    file: "scripts/lib/server/hold-body.mjs",
    find: "if (size > maxBytes) settle",
    replace: "if (false) settle",
    killedBy: unit("tests/scripts/held-bodies.test.ts"),
  },
  {
    name: "the bucket's answer is decoded",
    file: "lib/evidence/request-undecoded.ts",
    find: "if (encoding.toLowerCase() !== \"identity\")",
    replace: "if (false)",
    killedBy: unit("tests/evidence/request-undecoded.test.ts"),
  },
];
