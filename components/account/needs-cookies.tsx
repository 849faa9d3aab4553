"use client";

import { useIsReady } from "@/components/forms/use-is-ready";
import { Alert } from "@/components/ui/alert";

/** Says beforehand that signing in can't work, where the browser says so itself. */
export function NeedsCookies() {
  const isBlocked = useIsReady() && !navigator.cookieEnabled;
  return isBlocked ? (
    <Alert tone="warning" title="Cookies are blocked">
      Signing in needs one cookie, to know you from page to page. Allow cookies for this site in your browser’s settings,
      then load this page again.
    </Alert>
  ) : null;
}
