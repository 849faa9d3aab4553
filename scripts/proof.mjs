import { tsImport } from "tsx/esm/api";

// Some minutes of kill -9 and of people writing at once; shares its TypeScript with the tests.
await tsImport("../tests/durability/proof.ts", import.meta.url);
