import type { ReactNode } from "react";

interface MessagePageProps {
  /** Short words above the title: what happened, without a number alone. */
  eyebrow: string;
  title: string;
  children: ReactNode;
  /** Ways on from here. */
  actions: ReactNode;
}

/** A page that can't show what was asked for: says what happened, what still holds, and where to go. */
export function MessagePage({ eyebrow, title, children, actions }: MessagePageProps) {
  return (
    <div className="container-page py-14 sm:py-20">
      <div className="max-w-[38rem] border-l-4 border-accent pl-5 sm:pl-8">
        <p className="font-semibold text-muted">{eyebrow}</p>
        <h1 className="mt-1.5">{title}</h1>
        <div className="prose-block mt-4 text-[1.0625rem]">{children}</div>
        <div className="mt-7 flex flex-wrap gap-3">{actions}</div>
      </div>
    </div>
  );
}
