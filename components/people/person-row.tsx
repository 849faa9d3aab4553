import type { ReactNode } from "react";

interface PersonRowProps {
  name: string;
  isYou: boolean;
  /** Their role, as a tag. */
  role: ReactNode;
  /** Or that there is none; null where the reader may not see it. */
  email: string | null;
  /** Where they are, or what they may do. */
  about: string;
  /** Buttons to change or remove them. */
  controls: ReactNode;
}

/** One person in a list of people; controls move below the words on a phone. */
export function PersonRow({ name, isYou, role, email, about, controls }: PersonRowProps) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-[18rem]">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="min-w-0 break-words">
            {name}
            {isYou ? " (you)" : ""}
          </h3>
          {role}
        </div>
        {email ? <p className="text-[0.9375rem] break-words text-muted">{email}</p> : null}
        <p className="mt-1 text-[0.9375rem] break-words text-muted">{about}</p>
      </div>
      {controls}
    </li>
  );
}
