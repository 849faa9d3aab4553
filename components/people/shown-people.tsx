"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { type HistoryNames, type People, type PersonRef, showPerson } from "@/lib/domain/people/person";

/** What the page's own addresses send with people in their data: how these are shown, by id. */
export interface WithPeople {
  readonly people: readonly (readonly [id: string, shown: { readonly name: string; readonly role: string | null }])[];
}

interface Directory {
  readonly people: People;
  /** Whether marks about changes name people at once. */
  readonly historyNames: HistoryNames;
  /** Ids of those who can be chosen as an answer: the team's people of now. */
  readonly choosable: readonly string[];
  /** Takes in people who came after the page. */
  readonly learn: (more: WithPeople["people"]) => void;
}

const NOBODY: readonly string[] = [];

const PeopleContext = createContext<Directory>({ people: new Map(), historyNames: "shown", choosable: [], learn: () => undefined });

interface PeopleProviderProps {
  people: People;
  /** Without it they are named wherever something says who. */
  historyNames?: HistoryNames;
  /** From `listChoosable`, on a page where people are chosen. */
  choosable?: readonly string[];
  children: ReactNode;
}

/** Gives what is inside one directory of the people it names. */
export function PeopleProvider({ people, historyNames = "shown", choosable = NOBODY, children }: PeopleProviderProps) {
  const [learnt, setLearnt] = useState<People>(new Map());
  const learn = useCallback((more: WithPeople["people"]) => setLearnt((before) => new Map([...before, ...more])), []);
  // What came with the page last is newer than what was learnt, but may lack somebody.
  const directory = useMemo(() => ({ people: new Map([...learnt, ...people]), historyNames, choosable, learn }), [learnt, people, historyNames, choosable, learn]);
  return <PeopleContext value={directory}>{children}</PeopleContext>;
}

/** The people this page can name. */
export function usePeople(): Directory {
  return useContext(PeopleContext);
}

/** The name a person goes by here. */
export function PersonName({ person }: { person: PersonRef }) {
  return showPerson(usePeople().people, person);
}

/** What says who changed something: there only where histories name people at once. */
export function HistoryNamed({ children }: { children: ReactNode }) {
  return usePeople().historyNames === "shown" ? children : null;
}

/** A person's role, to stand beside their name: names can be chosen, roles can't. Nothing when it isn't known. */
export function RoleLabel({ person }: { person: PersonRef }) {
  const role = usePeople().people.get(person.personId)?.role;
  return role ? <span className="role-label">{role}</span> : null;
}
