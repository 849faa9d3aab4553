import type { ReactNode } from "react";

interface ImportFormProps {
  teamId: string;
  intent: "check" | "import" | "discard";
  className?: string;
  children: ReactNode;
}

/** A plain form to the import route: no script is needed for it. */
export function ImportForm({ teamId, intent, className, children }: ImportFormProps) {
  return (
    <form action={`/api/teams/${teamId}/import`} method="post" encType="multipart/form-data" className={className}>
      <input type="hidden" name="intent" value={intent} />
      {children}
    </form>
  );
}
