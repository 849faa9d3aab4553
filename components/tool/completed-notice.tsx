"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "@/components/ui/alert";

interface CompletedNoticeProps {
  teamId: string;
  toolLabel: string;
  isLocked: boolean;
  /** What comes next. */
  children: ReactNode;
}

/** Confirms, where the person is, what they did; takes the focus, once: a reload says nothing of it any more. */
export function CompletedNotice({ teamId, toolLabel, isLocked, children }: CompletedNoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "center" });
    history.replaceState(history.state, "", location.pathname);
  }, []);
  return (
    <section aria-labelledby="completed" className="no-print mb-6 grid gap-4">
      <Alert tone="success">
        <h2 id="completed" ref={heading} tabIndex={-1} className="text-[1.125rem]">
          {toolLabel} is marked complete{isLocked ? " and locked" : ""}
        </h2>
        <p>
          Thank you. <Link href={`/teams/${teamId}`}>Back to the team’s home</Link>
        </p>
      </Alert>
      {children}
    </section>
  );
}
