import type { SitePage } from "./operator-words";

/** What the pages say until whoever runs the site puts them into their own words (setting SITE_WORDS). True of the program, and of nothing else. */
export const DEFAULT_WORDS: Record<SitePage, string> = {
  privacy: `# What this workbook keeps

It keeps your name and email address (or a sign-in name, if you joined with a code), a scrambled form of your password that nobody can turn back, the answers, comments and files of your teams with who wrote them and when, and a record of sign-ins and changes with network addresses.

It keeps no location and shows no advertising. It uses one cookie to know you from page to page, and no cookie to follow you elsewhere. Changes that could not be sent yet wait in your own browser.

# Who can see it

People of your team see what you write there, with the name you chose for the agency. Community partners see only the tools shared with them. Team leads and agency admins also see email addresses. No other agency sees anything. Your account page lists it in detail under “Who can see this”.

Whoever runs this site keeps the computer it runs on, and could read what is stored on it. The page “Contact” says how to reach them.

# What stays after you leave

Answers, comments and files stay with the team. “A former member” stands in place of your name. Files that people downloaded before keep your name.

A team can keep a day’s work as a milestone, which never changes. It holds people’s roles, or, where a lead chose so, their names of that day; those names stay in it and in its downloads. A lead can remove a milestone.

# If you answer a public form

A team can ask people outside of it by a public form. It does not ask who you are, needs no account and sets no cookie. Only the day is kept with an answer. People of the team read it before it counts, and may quote it with words changed. They delete what names somebody.

# Before you write

Please don’t write anything that points to one person: no names of clients, no addresses, no dates of birth, no case numbers. The tools ask about agencies, not about people.`,
  terms: `# Using this workbook

This workbook helps public safety agencies and their community partners fill in the tools of the PS-COPE toolkit together. You may use it for that.

- Use your own account, and keep your password and codes to yourself.
- Write with respect. Others read it, and it can be downloaded.
- Don’t write anything that points to one person in your community.
- Don’t try to reach what is not shared with you, or to keep others from their work.

# What it is not

Scores come from your team’s own ratings. They are no inspection, no grade and no legal advice. The toolkit and the words of its tools are the work of the National Council for Mental Wellbeing; the scores and bands are this workbook’s own.

# Your work is yours

What a team writes belongs to its agency. Agency admins can download all of it at any time.

Whoever runs this site may have terms of their own. Ask them: the page “Contact” says how.`,
  help: `# Signing in

- Forgot your password? Choose “I forgot my password” on the sign-in page. A link comes by mail and works for ten minutes.
- You joined with a code, without an email address? Ask a lead of your team for a code to get back in, and type it at “I have a code” on the sign-in page.
- You are signed out after 30 minutes without activity, and after 12 hours in any case. What you typed is kept in your browser and sent when you sign in again.

# Filling in a tool

Answers save as you type; the bar at the top says “Saved”. Everyone on the team sees a change within a moment. Beside each item you find its comments, files and history, and who looks after it. Nothing is lost by a mistake: an item’s history brings back what was there before.

A tool that is marked complete can’t be changed until it is reopened. The note at its top says whom to ask.

# Asking your community

On your team’s page “Community” a lead makes a form for people outside of the team. Answers wait there until somebody has looked at them. Words of an answer can be brought into a tool, and “You said, we did” tells everyone what came of it.

# Who can see what

Your account page says it under “Who can see this”. There you also choose the name each agency knows you by.

# Letters and your calendar

Your account page says which letters come to you, how often, and what about. Each letter has a link that stops letters like it. There you also find what is due for you as a calendar file, or as a private address that your calendar reads by itself.

# More

The guide explains the approach and every tool; it is open to everyone. If something does not work, the page “Contact” says whom to ask.`,
  contact: `# Your own team first

For anything about your team’s work, a role or an invitation, ask a lead of your team or an admin of your agency. The team’s page “People” lists them.

# Whoever runs this site

The people who run this copy of the workbook have not written here yet how to reach them. An admin of your agency knows who they are.

# In an emergency

This workbook is not watched around the clock, and nobody answers emergencies here. If someone may be overdosing, call 911 and give naloxone if you have it. If you or someone near you is thinking of suicide or is in distress, call or text 988.`,
};
