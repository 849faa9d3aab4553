"use client";

import { endOtherSessionsAction, endSessionAction } from "@/app/(account)/account/actions";
import { ActButton } from "@/components/forms/act-button";

export function EndSession({ sidHash, position }: { sidHash: string; position: number }) {
  return (
    <ActButton act={() => endSessionAction({ sidHash })} label="Sign out there" describedFor={`place ${position} in the list`} />
  );
}

export function EndOtherSessions() {
  return <ActButton act={() => endOtherSessionsAction({})} label="Sign out everywhere else" size="medium" />;
}
