"use client";

import { useRef } from "react";
import { newFormKey } from "@/lib/platform/http/form-key";

/** The key of this filling of a form: it stays while the form is tried again, and `renew` begins another filling. */
export function useFormKey(): { readonly get: () => string; readonly renew: () => void } {
  const key = useRef<string>(null);
  return {
    get: () => (key.current ??= newFormKey()),
    renew: () => {
      key.current = null;
    },
  };
}
