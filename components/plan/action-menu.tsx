"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useClosingMenu } from "@/components/ui/use-closing-menu";
import { ACTION_STATUS_LABELS, ACTION_STATUSES, type ActionStatus } from "@/lib/domain/plan/action-status";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { StatusMark } from "./action-parts";
import { menuIdOf } from "./use-kept-focus";

/** What can be done with an action; a route through the page hands it to whatever draws one. */
export interface ActionActs {
  readonly move: (action: PlannedAction, status: ActionStatus) => void;
  readonly edit: (action: PlannedAction) => void;
}

interface ActionMenuProps {
  action: PlannedAction;
  /** How the action is called where its name stands alone. */
  name: string;
  /** Where it stands in the tool. */
  href: string;
  toolLabel: string;
  acts: ActionActs;
  /** "Move" in words on a card; three dots at the end of a row. */
  look: "move" | "dots";
}

/**
 * Moves an action to another status, changes its owner and day, or leads to where it stands. Drawn once it is opened: a page
 * has hundreds.
 */
export function ActionMenu({ action, name, href, toolLabel, acts, look }: ActionMenuProps) {
  const menu = useClosingMenu();
  const list = useRef<HTMLUListElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    // Opened before the scripts had come.
    const frame = requestAnimationFrame(() => setOpen(menu.current?.open ?? false));
    return () => cancelAnimationFrame(frame);
  }, [menu]);
  useEffect(() => {
    // On the last row of a screen it would open below it.
    if (isOpen) list.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  function choose(act: () => void): void {
    menu.current?.removeAttribute("open");
    menu.current?.querySelector("summary")?.focus();
    act();
  }
  return (
    <details ref={menu} className="quiet-menu plan-menu no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary id={menuIdOf(action.id)} className={look === "dots" ? "dots plan-dots" : "plan-move"}>
        {look === "dots" ? <span className="sr-only">Change: {name}</span> : <>Move<span className="sr-only">: {name}</span></>}
      </summary>
      {isOpen ? (
        <ul ref={list} className="quiet-menu-list">
          {ACTION_STATUSES.filter((status) => status !== action.status).map((status) => (
            <Entry key={status} onChoose={() => choose(() => acts.move(action, status))}>
              <StatusMark status={status} />
              {status === "blocked" ? <span>Blocked… <span className="text-muted">say why</span></span> : ACTION_STATUS_LABELS[status]}
            </Entry>
          ))}
          <Entry isApart onChoose={() => choose(() => acts.edit(action))}>
            Owner and due date…
          </Entry>
          <li>
            <Link href={href} prefetch={false} className="quiet-menu-entry">
              Open in {toolLabel}
            </Link>
          </li>
        </ul>
      ) : null}
    </details>
  );
}

function Entry({ isApart = false, onChoose, children }: { isApart?: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <li className={isApart ? "apart" : undefined}>
      <button type="button" className="quiet-menu-entry" onClick={onChoose}>
        {children}
      </button>
    </li>
  );
}
