import { tsImport } from "tsx/esm/api";
await tsImport("./bench/zz-peers.ts", import.meta.url);
