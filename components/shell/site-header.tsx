import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "./mark";

interface SiteHeaderProps {
  /** The signed-in person, or null. */
  user: { name: string; email: string } | null;
  /** The button that signs out; its form belongs to the account screens. */
  signOut?: ReactNode;
}

const LINK = "rounded-control px-2.5 py-2 font-semibold text-on-band no-underline hover:underline";

/** Product name, the few places everyone needs, and the person's own menu; works without script. */
export function SiteHeader({ user, signOut }: SiteHeaderProps) {
  return (
    <header role="banner" className="bg-band text-on-band">
      <div className="container-page flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
        <Link
          href={user ? "/agencies" : "/"}
          className="flex items-center gap-3 rounded-control py-1 text-on-band no-underline"
        >
          <Mark />
          <span className="text-[1.125rem] leading-tight font-bold tracking-tight">
            PS-COPE <span className="font-normal">Workbook</span>
          </span>
        </Link>
        <nav aria-label="Main" className="-mx-2.5">
          <ul className="flex flex-wrap items-center gap-x-1 text-[0.9375rem]">
            {user ? (
              <li>
                <Link href="/agencies" className={LINK}>
                  Your teams
                </Link>
              </li>
            ) : null}
            <li>
              <Link href="/guide" className={LINK}>
                Guide
              </Link>
            </li>
            {user ? <UserMenu user={user} signOut={signOut} /> : <SignInLinks />}
          </ul>
        </nav>
      </div>
      <div aria-hidden="true" className="h-1 bg-accent" />
    </header>
  );
}

function SignInLinks() {
  return (
    <>
      <li>
        <Link href="/sign-in" className={LINK}>
          Sign in
        </Link>
      </li>
      <li>
        <Link href="/sign-up" className={LINK}>
          Sign up
        </Link>
      </li>
    </>
  );
}

function UserMenu({ user, signOut }: { user: { name: string; email: string }; signOut: ReactNode }) {
  return (
    <li className="relative">
      <details className="menu">
        <summary className="menu-summary max-w-[14rem] rounded-control px-2.5 py-2 font-semibold">
          <span className="sr-only">Your account: </span>
          <span className="truncate">{user.name}</span>
        </summary>
        <div className="absolute right-0 z-40 mt-1 w-64 rounded-card border border-line bg-surface p-2 text-ink shadow-card">
          <p className="truncate px-3 pt-1 pb-2 text-[0.875rem] text-muted">{user.email}</p>
          <Link href="/account" className="block rounded-control px-3 py-2 no-underline hover:underline">
            Your account
          </Link>
          {signOut}
        </div>
      </details>
    </li>
  );
}
