import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type Variant = "primary" | "secondary" | "danger" | "quiet" | "on-band" | "outline-on-band";

interface Look {
  variant?: Variant;
  size?: "medium" | "small";
}

/** The classes of a button, for a link that is more than a link. */
export function buttonClasses({ variant = "primary", size = "medium" }: Look, className?: string): string {
  return classNames("button", `button-${variant}`, size === "small" && "button-small", className);
}

/** A button; submits its form only when `type="submit"` is given. */
export function Button({ variant, size, className, type = "button", ...rest }: Look & ComponentProps<"button">) {
  return <button type={type} className={buttonClasses({ ...(variant && { variant }), ...(size && { size }) }, className)} {...rest} />;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ variant, size, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className={buttonClasses({ ...(variant && { variant }), ...(size && { size }) }, className)} {...rest} />;
}

/** The same for a file the server sends, which must not go through the page router. */
export function DownloadLink({ variant, size, className, ...rest }: Look & ComponentProps<"a">) {
  return <a className={buttonClasses({ ...(variant && { variant }), ...(size && { size }) }, className)} {...rest} />;
}
