"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useClosingMenu } from "@/components/ui/use-closing-menu";
import { isWithinPlace, nameBeside } from "./places";

interface TeamPlacesProps {
  teamId: string;
  teamName: string;
  agencyName: string;
  /** Those that the reader may open. */
  places: readonly { readonly label: string; readonly path: string }[];
}

/** Under the site's header on every page of a team: which team, of which agency, and its places; on a phone in one menu. */
export function TeamPlaces({ teamId, teamName, agencyName, places }: TeamPlacesProps) {
  const pathname = usePathname();
  const menu = useClosingMenu();
  useEffect(() => menu.current?.removeAttribute("open"), [menu, pathname]);

  const links = places.map(({ label, path }) => {
    const href = `/teams/${teamId}${path}`;
    const isHere = isWithinPlace(pathname, href, path === "");
    return (
      <li key={path}>
        <Link href={href} aria-current={isHere ? (pathname === href ? "page" : "true") : undefined} className="team-place">
          {label}
        </Link>
      </li>
    );
  });
  const here = places.find(({ path }) => isWithinPlace(pathname, `/teams/${teamId}${path}`, path === ""));
  return (
    <nav aria-label="Places of this team" className="team-places no-print">
      <div className="container-page">
        <p className="team-places-name">
          <span className="team-places-agency">{agencyName}</span> <span>{teamName}</span>
        </p>
        <ul className="team-places-row">{links}</ul>
        <details ref={menu} className="menu team-places-menu">
          <summary className="menu-summary">
            <span className="sr-only">Places of this team: </span>
            {here?.label ?? nameBeside(pathname)}
          </summary>
          <ul>{links}</ul>
        </details>
      </div>
    </nav>
  );
}
