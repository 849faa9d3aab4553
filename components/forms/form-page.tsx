import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

interface FormPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Other ways on from here, below the form. */
  footer?: ReactNode;
}

/** A short page around one form. */
export function FormPage({ title, lead, children, footer }: FormPageProps) {
  return (
    <div className="container-page py-10 sm:py-14">
      <div className="mx-auto max-w-[34rem]">
        <h1>{title}</h1>
        {lead ? <div className="prose-block mt-3 text-[1.0625rem] text-muted">{lead}</div> : null}
        <Card className="mt-6">{children}</Card>
        {footer ? <div className="prose-block mt-6">{footer}</div> : null}
      </div>
    </div>
  );
}

/** The same without a form: what happened, and what to do next. */
export function NoticePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="container-page py-10 sm:py-14">
      <div className="prose-block mx-auto max-w-[34rem]">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  );
}

/** Forms send themselves with a script. */
export function NeedsScript() {
  return (
    <noscript>
      <p className="mb-4">This form needs JavaScript. Please turn it on for this site.</p>
    </noscript>
  );
}
