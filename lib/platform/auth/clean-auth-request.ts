import "server-only";
import type { AuthOptions } from "next-auth";
import { NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env";
import { safeNextPath } from "@/lib/platform/http/next-path";
import { readBytes } from "@/lib/platform/http/read-bytes";

/** What our forms send; next-auth would take JSON too, with anything in it. */
const FIELDS = ["csrfToken", "email", "password", "json"];
const FORM_MAX_BYTES = 16 * 1024;
const ADDRESS_MAX = 2_000;

/**
 * The request as next-auth may see it: only our forms' fields, and no address to go on to, because the page goes on by
 * itself. Null for one that next-auth would stumble over (status 500): a body that is no form, or an address to go on to,
 * in query, body or cookie, that is not the workbook's.
 */
export async function cleanAuthRequest(request: NextRequest, { cookies }: AuthOptions): Promise<NextRequest | null> {
  const { searchParams, pathname } = request.nextUrl;
  const form = await readForm(request);
  if (!form) return null;
  if (![...searchParams.getAll("callbackUrl"), ...form.getAll("callbackUrl")].every(isOwnAddress)) return null;
  const kept = request.cookies.get(cookies?.callbackUrl?.name ?? "")?.value;
  if (kept !== undefined && !isWebAddress(kept)) return null;
  const url = new URL(pathname, env().APP_URL);
  if (request.method !== "POST") return new NextRequest(url, { headers: request.headers });
  const body = new URLSearchParams(FIELDS.flatMap((name) => (form.has(name) ? [[name, form.get(name) ?? ""]] : [])));
  return new NextRequest(url, { method: "POST", headers: request.headers, body });
}

/** Answers what could not be cleaned; a cookie that was in the way is gone next time. */
export function forgetCallback({ cookies }: AuthOptions): NextResponse {
  const words = { error: "malformed", message: "The form sent something we did not expect. Reload the page and try again." };
  const response = NextResponse.json(words, { status: 400, headers: { "Cache-Control": "no-store" } });
  const { name = "", options } = cookies?.callbackUrl ?? {};
  response.cookies.set(name, "", { ...options, maxAge: 0 });
  return response;
}

async function readForm(request: NextRequest): Promise<URLSearchParams | null> {
  if (request.method !== "POST") return new URLSearchParams();
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "")) return null;
  const bytes = await readBytes(request, FORM_MAX_BYTES);
  return typeof bytes === "string" ? null : new URLSearchParams(new TextDecoder().decode(bytes));
}

/** A path of ours or an address under APP_URL. U+FFFD stands where the encoding was broken. */
function isOwnAddress(address: string): boolean {
  if (address.length > ADDRESS_MAX || address.includes("\ufffd")) return false;
  if (address.startsWith("/")) return safeNextPath(address, "") !== "";
  return isWebAddress(address) && new URL(address).origin === new URL(env().APP_URL).origin;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
