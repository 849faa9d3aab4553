-- Who is shown is read from the personas in the query that shows them (shownAuthor, shownPerson); nothing calls this any more.
drop function shown_person(uuid, uuid, timestamptz);
