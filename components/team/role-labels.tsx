"use client";

import { createContext, type ReactNode, useContext } from "react";

const RoleLabels = createContext<ReadonlyMap<string, string>>(new Map());

/** Gives what is inside the roles of the team's people, by their names. */
export function RoleLabelsProvider({ labels, children }: { labels: ReadonlyMap<string, string>; children: ReactNode }) {
  return <RoleLabels value={labels}>{children}</RoleLabels>;
}

/** Roles by name; without anyone who came after the page, or has left the agency. */
export function useRoleLabels(): ReadonlyMap<string, string> {
  return useContext(RoleLabels);
}

/** A person's role, to stand beside their name: names can be chosen, roles can't. Nothing when it isn't known. */
export function RoleLabel({ name }: { name: string }) {
  const label = useRoleLabels().get(name);
  return label ? <span className="role-label">{label}</span> : null;
}
