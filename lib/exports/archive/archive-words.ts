/** The first file of an archive: what the others are. */
export const ARCHIVE_README = `This archive holds everything your agency keeps in the PS-COPE Workbook, but for checks that people fill in for themselves
alone and what each of them rates in rounds: those are theirs.

agency.json     The agency's details, its teams, its people and open invitations, with email addresses.
audit-log.csv   Who did what and when. It names people and things by their ids and never holds answers.
sha256sums.txt  A checksum of each file except the logs and histories. "sha256sum -c sha256sums.txt" checks a copy.

There is one folder for each team:
toolkit.pdf     All tools with the answers in place, readiness and gaps, and comments. What the team has put away, such as
                the peer support supplement, is here too.
toolkit.xlsx    The same answers as tables, with ratings, gaps, the plan and comments.
toolkit.json    The same with assignments and links, complete, for computers. "Import" in an empty team brings its answers back.
                Add the supplement to that team first, if the file has answers to it.
history.jsonl   The changes of every answer with who and when, one on each line, the latest change first in each tool.
                What one person changes in one item within a minute, while nobody else changes it, is one change.
meetings.json   The meetings with their agendas, points, decisions and notes, people by name; of meeting mode what was decided, what
                stayed open and who took part, as they chose to be named.
rounds.json     The receipt of each rating round (when it opened, was revealed and closed, how many answered), how many chose what
                as the reveal shows it, notes that their writers show, and what the team decided. Who rated what is not here.
rounds          The same of each round as a text to read.
community.json  The forms for people outside of the team, what they answered, where words of it were brought and what was done.
                Nothing here tells who answered; answers that were emptied are gone.
milestones      Each milestone as JSON, as it was kept, by its day and name: by name where it was made with names, else by role.
files           Supporting files, by tool and item.

It can hold private details. Keep it where only people who may read the workbook can open it.
`;
