/**
 * The work of a challenge (lib/feedback/proof-of-work.ts), on a thread beside the page: PBKDF2 with one counter after the other,
 * until a key begins as it should. Written for browsers as old as can do it; others answer nothing.
 */

interface Challenge {
  readonly parameters: { readonly nonce: string; readonly salt: string; readonly cost: number; readonly keyLength: number; readonly keyPrefix: string };
}

const answer = (self as unknown as { postMessage(message: unknown): void }).postMessage.bind(self);

const bytesOf = (hex: string) => new Uint8Array((hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16)));
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");

async function solve({ parameters: { nonce, salt, cost, keyLength, keyPrefix } }: Challenge): Promise<{ counter: number; derivedKey: string }> {
  const nonceBytes = bytesOf(nonce);
  const password = new Uint8Array(nonceBytes.length + 4);
  password.set(nonceBytes);
  const view = new DataView(password.buffer);
  const saltBytes = bytesOf(salt);
  for (let counter = 0; ; counter += 1) {
    view.setUint32(nonceBytes.length, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", salt: saltBytes, iterations: cost, hash: "SHA-256" }, key, keyLength * 8);
    const derivedKey = hexOf(new Uint8Array(bits));
    if (derivedKey.slice(0, keyPrefix.length) === keyPrefix) return { counter, derivedKey };
  }
}

onmessage = ({ data }: MessageEvent<string>) => {
  // Without https a browser has no such keys: then there is no proof.
  if (typeof crypto === "undefined" || !crypto.subtle) return answer(null);
  solve(JSON.parse(data) as Challenge).then(answer, () => answer(null));
};
