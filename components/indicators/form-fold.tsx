"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

export interface FormFoldProps {
  title: string;
  /** The row, for people who hear a control without it. */
  name: string;
  isOpen: boolean;
  /** Whether the form comes with the page. */
  isDrawn: boolean;
  /** The page with this form, where no script draws it. */
  href: string;
}

/** A fold around a form, which is drawn with the page or once it is opened: a sheet may have a hundred of them. */
export function FormFold({ title, name, isOpen, isDrawn, href, children }: FormFoldProps & { children: () => ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null);
  const [wasDrawn, setDrawn] = useState(isDrawn);
  useEffect(() => {
    // Opened before the scripts had come.
    const frame = requestAnimationFrame(() => fold.current?.open && setDrawn(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <details ref={fold} className="fold indicator-fold" open={isOpen} onToggle={({ currentTarget }) => currentTarget.open && setDrawn(true)}>
      <summary>
        {title}
        <span className="sr-only">: {name}</span>
      </summary>
      {wasDrawn || isDrawn ? (
        children()
      ) : (
        <a href={href}>
          Open the form<span className="sr-only">: {name}</span>
        </a>
      )}
    </details>
  );
}
