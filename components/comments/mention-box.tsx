"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { RoleLabel, usePeople } from "@/components/people/shown-people";
import { Button } from "@/components/ui/button";
import { QuietStatus } from "@/components/ui/quiet-status";
import type { NamedPerson } from "@/lib/domain/people/mention-places";
import { type PersonRef, showPerson } from "@/lib/domain/people/person";

interface MentionBoxProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  mentionable: readonly PersonRef[];
  describedBy: string;
  isInvalid: boolean;
  autoFocus: boolean;
}

/** So few that the button which sends stays in view below them; whoever is not among them comes with another letter. */
const OFFERED = 4;

/** What is being typed after an @ before the caret; null when it is not a name. */
function findQuery(text: string): string | null {
  return /(?:^|[^\p{L}\p{N}])@([^\n@]{0,40})$/u.exec(text)?.[1]?.toLowerCase() ?? null;
}

function suggest(query: string | null, people: readonly NamedPerson[]): readonly NamedPerson[] {
  if (query === null) return [];
  const fits = (name: string) => name.startsWith(query) || name.includes(` ${query}`);
  return people.filter(({ name }) => fits(name.toLowerCase()) && name.toLowerCase() !== query.trim()).slice(0, OFFERED);
}

/** A text box that offers names after an @, and a list to take a name from without typing it. */
export function MentionBox({ id, value, onChange, mentionable, describedBy, isInvalid, autoFocus }: MentionBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const { people: directory } = usePeople();
  const people = mentionable.map((person) => ({ person, name: showPerson(directory, person) }));
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState("");
  const offered = suggest(query, people);
  const isOffering = offered.length > 0;

  useEffect(() => {
    if (isOffering) box.current?.form?.querySelector("[type=submit]")?.scrollIntoView({ block: "nearest" });
  }, [isOffering]);

  /** Puts a name where the caret is, in place of what was typed of it. */
  function insert(name: string, typed: string) {
    const caret = box.current?.selectionStart ?? value.length;
    const before = value.slice(0, caret).slice(0, typed === "" ? undefined : -typed.length);
    const gap = typed === "" && before !== "" && !/\s$/.test(before) ? " " : "";
    const upToCaret = `${before}${gap}@${name} `;
    onChange(upToCaret + value.slice(caret));
    setQuery(null);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(upToCaret.length, upToCaret.length);
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOffering) return;
    const name = offered[active]?.name;
    if (event.key === "ArrowDown") setActive((active + 1) % offered.length);
    else if (event.key === "ArrowUp") setActive((active + offered.length - 1) % offered.length);
    else if ((event.key === "Enter" || event.key === "Tab") && name) insert(name, `@${query}`);
    // Closes the names, not the whole panel.
    else if (event.key === "Escape") setQuery(null);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <textarea
        ref={box}
        id={id}
        rows={3}
        className="control"
        value={value}
        autoFocus={autoFocus}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        aria-autocomplete="list"
        aria-controls={isOffering ? listId : undefined}
        aria-activedescendant={isOffering ? `${listId}-${active}` : undefined}
        onKeyDown={onKeyDown}
        onBlur={() => setQuery(null)}
        onChange={(event) => {
          onChange(event.target.value);
          setQuery(findQuery(event.target.value.slice(0, event.target.selectionStart)));
          setActive(0);
        }}
      />
      {isOffering ? (
        <ul id={listId} role="listbox" aria-label="People" className="mention-list">
          {offered.map(({ person, name }, index) => (
            <li
              key={person.personId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              // The box would lose the focus, and with it the caret, before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => insert(name, `@${query}`)}
            >
              {name} <RoleLabel person={person} />
            </li>
          ))}
        </ul>
      ) : null}
      <p className="sr-only">
        <QuietStatus
          words={isOffering ? `${offered.length === 1 ? "1 name fits" : `${offered.length} names fit`}. Arrow keys move, Enter takes one.` : ""}
        />
      </p>
      {people.length > 0 ? (
        <div className="mt-2 flex flex-wrap items-center gap-2 text-[0.9375rem]">
          <label htmlFor={`${id}-people`} className="max-sm:basis-full">
            Mention someone
          </label>
          <select id={`${id}-people`} className="control min-w-0 flex-1" value={picked} onChange={(event) => setPicked(event.target.value)}>
            <option value="">Choose a name</option>
            {people.map(({ person, name }) => (
              <option key={person.personId} value={name}>
                {[name, directory.get(person.personId)?.role].filter(Boolean).join(", ")}
              </option>
            ))}
          </select>
          <Button
            variant="secondary"
            size="small"
            aria-disabled={picked === ""}
            onClick={() => {
              if (picked !== "") insert(picked, "");
              setPicked("");
            }}
          >
            Add<span className="sr-only"> the name to the comment</span>
          </Button>
        </div>
      ) : null}
    </>
  );
}
