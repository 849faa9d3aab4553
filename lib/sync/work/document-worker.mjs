// A thread beside the requests, started by document-pool.ts. Plain JavaScript, because a thread does not take the loader
// of TypeScript from its arguments.
import { tsImport } from "tsx/esm/api";
import workerpool from "workerpool";

const { applyChange, buildDocument, editDocument, readDocument, readRemoved, readStateVector, takeBack } = await tsImport("./document-work.ts", import.meta.url);

/** Answers once the thread has begun. */
const begin = () => true;

workerpool.worker({ begin, applyChange, buildDocument, editDocument, readDocument, readRemoved, readStateVector, takeBack });
