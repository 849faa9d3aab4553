import { tsImport } from "tsx/esm/api";

// The benchmark shares its TypeScript with the tests.
await tsImport("./bench/main.ts", import.meta.url);
