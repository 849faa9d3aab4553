"use client";

import { useRouter } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import type { AssignmentPanelProps } from "./assignment-panel";

type AssignDialogProps = AssignmentPanelProps & { onClose: () => void };
type Target = AssignmentPanelProps["target"];

/** The name of something on this page; null when it is not there. */
function findTarget(id: string): Target | null {
  const button = document.querySelector<HTMLElement>(`[data-assign-target="${CSS.escape(id)}"]`);
  const name = button?.dataset.assignName ?? document.querySelector(`[data-item-panel="${CSS.escape(id)}"] [data-item-name]`)?.textContent;
  return name ? { id, name } : null;
}

/** Opens the dialog of whichever "assign" button is pressed; its code comes with the first press. `?assign=<id>` opens it from elsewhere. */
export function AssignHost(props: Omit<AssignmentPanelProps, "target" | "onChanged">) {
  const router = useRouter();
  const [opened, setOpened] = useState<{ Dialog: ComponentType<AssignDialogProps>; target: Target }>();
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const open = async (id: string | null | undefined) => {
      const target = typeof id === "string" ? findTarget(id) : null;
      if (!target) return;
      try {
        const { default: Dialog } = await import("./assign-dialog");
        setOpened({ Dialog, target });
        setHasFailed(false);
      } catch {
        setHasFailed(true);
      }
    };
    const onClick = ({ target }: MouseEvent) =>
      open((target as Element).closest<HTMLElement>("[data-assign-target]")?.dataset.assignTarget);
    document.addEventListener("click", onClick);
    void open(new URLSearchParams(location.search).get("assign"));
    return () => document.removeEventListener("click", onClick);
  }, []);

  return (
    <>
      <p role="alert" className={hasFailed ? "mt-2 text-error" : "sr-only"}>
        {hasFailed ? "This could not be opened. Check your connection, then try again." : null}
      </p>
      {opened ? (
        <opened.Dialog
          key={opened.target.id}
          {...props}
          target={opened.target}
          onChanged={router.refresh}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </>
  );
}
