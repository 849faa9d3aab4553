"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
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
  /** Whether this is somebody whom the page has not heard of: they joined after it came, or have left; see `useMeeting`. */
  readonly isNew: (personId: string) => boolean;
  /** Asks for somebody new. */
  readonly ask: (personId: string) => void;
  /** Whether anybody was asked for so far. */
  readonly hasAsked: () => boolean;
}

/** Dispatched on `window` when the page names somebody it has not heard of: what keeps it up to date asks the server. */
export const PEOPLE_ASKED = "workbook-people-asked";
/** A page asks once for each, and for no more than so many. */
const MOST_ASKED = 20;
/** Shown until the answer comes. */
const NEW_HERE = "Somebody new here";

const nothing = () => undefined;

const NOBODY: readonly string[] = [];

const PeopleContext = createContext<Directory>({ people: new Map(), historyNames: "shown", choosable: [], learn: nothing, isNew: () => false, ask: nothing, hasAsked: () => false });

interface PeopleProviderProps {
  people: People;
  /** The reader's, so that no page names at once who changed something where the team does not. */
  historyNames: HistoryNames;
  /** From `listChoosable`, on a page where people are chosen. */
  choosable?: readonly string[];
  /** From `listGone`, on a page that names people who come while it is open. */
  gone?: readonly string[];
  children: ReactNode;
}

/** Gives what is inside one directory of the people it names. */
export function PeopleProvider({ people, historyNames, choosable = NOBODY, gone, children }: PeopleProviderProps) {
  const [learnt, setLearnt] = useState<People>(new Map());
  const learn = useCallback((more: WithPeople["people"]) => setLearnt((before) => new Map([...before, ...more])), []);
  const asked = useRef(new Set<string>());
  const ask = useCallback((personId: string) => {
    if (asked.current.has(personId) || asked.current.size >= MOST_ASKED) return;
    asked.current.add(personId);
    window.dispatchEvent(new Event(PEOPLE_ASKED));
  }, []);
  const hasAsked = useCallback(() => asked.current.size > 0, []);
  const directory = useMemo(() => {
    // What came with the page last is newer than what was learnt, but may lack somebody.
    const all: People = new Map([...learnt, ...people]);
    const isNew = (personId: string) => gone !== undefined && !all.has(personId) && !gone.includes(personId);
    return { people: all, historyNames, choosable, learn, isNew, ask, hasAsked };
  }, [learnt, people, historyNames, choosable, learn, gone, ask, hasAsked]);
  return <PeopleContext value={directory}>{children}</PeopleContext>;
}

/** The people this page can name. */
export function usePeople(): Directory {
  return useContext(PeopleContext);
}

/** The name of somebody who may have joined after the page came; asks for them. Nobody is called a former member before that is known. */
export function useMeeting(person: PersonRef | null): string {
  const { people, isNew, ask } = usePeople();
  const unheard = person !== null && isNew(person.personId) ? person.personId : null;
  useEffect(() => {
    if (unheard !== null) ask(unheard);
  }, [unheard, ask]);
  if (person === null) return "";
  return unheard === null ? showPerson(people, person) : NEW_HERE;
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
