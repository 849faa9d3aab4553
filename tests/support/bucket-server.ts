import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import S3rver from "@20minutes/s3rver";
import account from "@20minutes/s3rver/lib/models/account";

const KEY_ID = "S3RVER";
const SECRET = "S3RVER";

/** An S3-compatible server with one bucket: it checks the signature of every request and keeps objects as files. */
export async function startBucketServer() {
  const directory = mkdtempSync(path.join(os.tmpdir(), "workbook-bucket-"));
  const settings = { address: "127.0.0.1", directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: "evidence" }] };
  let server = new S3rver({ ...settings, port: 0 });
  const { port } = await server.run();
  return {
    settings: {
      EVIDENCE_BUCKET_URL: `http://127.0.0.1:${port}/evidence/`,
      EVIDENCE_BUCKET_KEY: KEY_ID,
      EVIDENCE_BUCKET_SECRET: SECRET,
    },
    /** The stored objects' bytes by key. */
    objects(): ReadonlyMap<string, Buffer> {
      const root = path.join(directory, "evidence");
      const ending = "._S3rver_object";
      const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(ending));
      return new Map(files.map((file) => [file.slice(0, -ending.length), readFileSync(path.join(root, file))]));
    },
    /** Runs `work` while requests signed with the old secret are refused. */
    async withOtherSecret(work: () => Promise<void>): Promise<void> {
      account.DUMMY_ACCOUNT.createKeyPair(KEY_ID, "another secret");
      await work().finally(() => account.DUMMY_ACCOUNT.createKeyPair(KEY_ID, SECRET));
    },
    /** Runs `work` while nobody answers. */
    async whileDown(work: () => Promise<void>): Promise<void> {
      await server.close();
      try {
        await work();
      } finally {
        server = new S3rver({ ...settings, port });
        await server.run();
      }
    },
    async stop(): Promise<void> {
      await server.close();
      rmSync(directory, { recursive: true });
    },
  };
}
