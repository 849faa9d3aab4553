import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

export type TagTone = "neutral" | "primary" | "info" | "success" | "warning" | "warm" | "error";

interface TagProps {
  tone?: TagTone;
  icon?: IconName;
  children: ReactNode;
  className?: string;
}

/** A word or two about a thing: its state, its kind. The words carry it; colour and icon only help. */
export function Tag({ tone = "neutral", icon, children, className }: TagProps) {
  return (
    <span className={classNames("tag", tone !== "neutral" && `tag-${tone}`, className)}>
      {icon ? <Icon name={icon} className="size-4" /> : null}
      {children}
    </span>
  );
}

/** Marks what this workbook adds beside the toolkit, with the same dashed line everywhere. */
export function OursTag({ children = "Added by this workbook" }: { children?: string }) {
  return <span className="tag tag-ours">{children}</span>;
}
