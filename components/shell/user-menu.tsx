"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { useClosingMenu } from "@/components/ui/use-closing-menu";

interface UserMenuProps {
  user: { name: string; email: string };
  signOut: ReactNode;
}

/** The person's own menu. Opens without script; with it, closes on Escape, on a click elsewhere and on leaving the page. */
export function UserMenu({ user, signOut }: UserMenuProps) {
  const menu = useClosingMenu();
  const pathname = usePathname();

  useEffect(() => menu.current?.removeAttribute("open"), [menu, pathname]);

  return (
    <details ref={menu} className="menu relative">
      <summary className="menu-summary max-w-[14rem] rounded-control px-2.5 py-2 font-semibold">
        <span className="sr-only">Your account: </span>
        <span className="truncate">{user.name}</span>
      </summary>
      <div className="absolute right-0 z-40 mt-1 w-64 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-2 text-ink shadow-card">
        <p className="truncate px-3 pt-1 pb-2 text-[0.875rem] text-muted">{user.email}</p>
        <Link href="/account" className="block rounded-control px-3 py-2 no-underline hover:underline">
          Your account
        </Link>
        {signOut}
      </div>
    </details>
  );
}
