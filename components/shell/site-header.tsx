import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "./mark";
import { UserMenu } from "./user-menu";

interface SiteHeaderProps {
  /** The signed-in person, or null. */
  user: { name: string; email: string } | null;
  /** The button that signs out; its form belongs to the account screens. */
  signOut?: ReactNode;
  /** Whether anyone may make an account, or only people who were invited. */
  canSignUp: boolean;
}

const LINK = "rounded-control px-2.5 py-2 font-semibold text-on-band no-underline hover:underline";

/** Product name, the few places everyone needs, and the person's own menu; works without script. */
export function SiteHeader({ user, signOut, canSignUp }: SiteHeaderProps) {
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
            {user ? (
              <li>
                <UserMenu user={{ name: user.name, email: user.email }} signOut={signOut} />
              </li>
            ) : (
              <SignInLinks canSignUp={canSignUp} />
            )}
          </ul>
        </nav>
      </div>
      <div aria-hidden="true" className="h-1 bg-accent" />
    </header>
  );
}

function SignInLinks({ canSignUp }: { canSignUp: boolean }) {
  return (
    <>
      <li>
        <Link href="/sign-in" className={LINK}>
          Sign in
        </Link>
      </li>
      {canSignUp ? (
        <li>
          <Link href="/sign-up" className={LINK}>
            Sign up
          </Link>
        </li>
      ) : null}
    </>
  );
}
