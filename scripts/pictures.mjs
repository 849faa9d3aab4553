import { tsImport } from "tsx/esm/api";

// Pictures of every page share their list of pages with the tests.
await tsImport("./pictures/take-pictures.ts", import.meta.url);
