import Link from "next/link";
import { Icon, type IconName } from "@/components/ui/icon";

export interface HomeLink {
  readonly href: string;
  readonly icon: IconName;
  readonly text: string;
  /** What it leads to, in full, where the text alone does not say it. */
  readonly more?: string;
}

/** What else belongs to the team, as quiet links beside its name. */
export function HomeLinks({ links }: { links: readonly HomeLink[] }) {
  return (
    <ul className="home-links">
      {links.map((link) => (
        <li key={link.href}>
          <Link href={link.href} className="home-link">
            <Body {...link} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Body({ icon, text, more }: HomeLink) {
  return (
    <>
      <Icon name={icon} className="size-4" />
      <span>
        {text}
        {more ? <span className="sr-only"> {more}</span> : null}
      </span>
    </>
  );
}
