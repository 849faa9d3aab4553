import Link from "next/link";
import { Icon, type IconName } from "@/components/ui/icon";
import { PreparedDownload } from "@/components/ui/prepared-download";

export interface TeamLink {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** A file the server sends; it must not go through the page router. */
  readonly isDownload?: true;
}

const CARD =
  "flex gap-4 rounded-card border border-line bg-surface p-5 text-ink no-underline shadow-card hover:border-primary";

/** The team's other places, as cards. */
export function TeamLinks({ links }: { links: readonly TeamLink[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {links.map((link) => (
        <li key={link.href}>
          {link.isDownload ? (
            <PreparedDownload href={link.href} fileKind="PDF" className={CARD}>
              <LinkBody {...link} />
            </PreparedDownload>
          ) : (
            <Link href={link.href} className={CARD}>
              <LinkBody {...link} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function LinkBody({ icon, title, text }: TeamLink) {
  return (
    <>
      <span className="grid size-10 flex-none place-items-center rounded-full bg-primary-soft text-link">
        <Icon name={icon} />
      </span>
      <span>
        <span className="block font-semibold text-link">{title}</span>
        <span className="mt-0.5 block text-[0.9375rem] text-muted">{text}</span>
      </span>
    </>
  );
}
