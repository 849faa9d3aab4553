import "server-only";
import { AwsClient } from "aws4fetch";
import { EVIDENCE_FILE_MAX_BYTES } from "@/lib/domain/limits";
import { env } from "@/lib/platform/env";
import { requestUndecoded } from "./request-undecoded";

/** Longest one request to the bucket may take, in milliseconds. */
const TIMEOUT = 30_000;

/** An S3-compatible bucket. Only this app reaches it: people's requests go through the app, which checks who they are. */
export interface Bucket {
  /** `sha256` in hexadecimal: the bucket refuses what arrives damaged. */
  readonly put: (key: string, bytes: Uint8Array<ArrayBuffer>, sha256: string) => Promise<void>;
  readonly get: (key: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly remove: (key: string) => Promise<void>;
}

interface Sending {
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

let known: { readonly bucket: Bucket | null } | undefined;

/** The bucket of the settings; null when files are kept in the database. */
export function findBucket(): Bucket | null {
  known ??= { bucket: openBucket() };
  return known.bucket;
}

/** @throws when files lie in a bucket and the settings no longer name it. */
export function requireBucket(): Bucket {
  const bucket = findBucket();
  if (!bucket) throw new Error("a file lies in a bucket, but EVIDENCE_BUCKET_URL is not set");
  return bucket;
}

function openBucket(): Bucket | null {
  const { EVIDENCE_BUCKET_URL: address, EVIDENCE_BUCKET_REGION: region } = env();
  const { EVIDENCE_BUCKET_KEY: accessKeyId, EVIDENCE_BUCKET_SECRET: secretAccessKey } = env();
  if (!address || !accessKeyId || !secretAccessKey) return null;
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: "s3", region });

  async function ask(method: "PUT" | "GET" | "DELETE", key: string, sending: Sending = {}): Promise<Uint8Array<ArrayBuffer>> {
    const { body = null } = sending;
    const request = await client.sign(`${address}/${key}`, { method, ...sending });
    const { status, bytes } = await requestUndecoded(request, { body, maxBytes: EVIDENCE_FILE_MAX_BYTES, timeoutMs: TIMEOUT });
    if (status >= 200 && status < 300) return bytes;
    // The bucket's reason is for the log; it may name keys.
    throw new Error(`the bucket answered ${method} ${key} with ${status}: ${new TextDecoder().decode(bytes).slice(0, 500)}`);
  }

  return {
    put: async (key, bytes, sha256) => {
      const headers = { "X-Amz-Content-Sha256": sha256, "Content-Type": "application/octet-stream" };
      await ask("PUT", key, { body: bytes, headers });
    },
    get: (key) => ask("GET", key),
    remove: async (key) => {
      await ask("DELETE", key);
    },
  };
}
