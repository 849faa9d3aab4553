import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { findPersonDetails, type PersonDetail } from "@/lib/domain/writing-hints/person-details";

const FOUND: readonly (readonly [PersonDetail, string, string])[] = [
  ["name-with-birth-date", "Spoke with Marcus Webb, DOB 3/14/1987, after the call", "Marcus Webb, DOB 3/14/1987"],
  ["name-with-birth-date", "Dana O’Neil (4/2/85) was revived at home", "Dana O’Neil (4/2/85"],
  ["name-with-birth-date", "Webb, Marcus 11-02-1990 refused transport", "Webb, Marcus 11-02-1990"],
  ["name-with-birth-date", "Rosa Lin was born on June 4, 1979.", "Rosa Lin was born on June 4, 1979"],
  ["name-with-birth-date", "Marcus T. Webb 1987-03-14", "Marcus T. Webb 1987-03-14"],
  ["birth-date", "dob: 03/14/87", "dob: 03/14/87"],
  ["birth-date", "D.O.B. 3.14.1987", "D.O.B. 3.14.1987"],
  ["birth-date", "Her date of birth is March 14, 1987", "date of birth is March 14, 1987"],
  ["birth-date", "birthdate 14 March 1987", "birthdate 14 March 1987"],
  ["birth-date", "the patient, born 3/14/1987, declined", "born 3/14/1987"],
  ["social-security", "On file as 412-55-7788", "412-55-7788"],
  ["social-security", "SSN: 412557788", "SSN: 412557788"],
  ["social-security", "social security number 412 55 7788", "social security number 412 55 7788"],
  ["phone", "Follow up at 614-555-0142 tomorrow", "614-555-0142"],
  ["phone", "Follow up at (614) 555-0142", "(614) 555-0142"],
  ["phone", "Reach Sam: 614.555.0142", "614.555.0142"],
  ["phone", "Sam, +1 614 555 0142", "+1 614 555 0142"],
  ["phone", "her cell is 555-0142", "555-0142"],
  ["phone", "text him at 6145550142", "6145550142"],
  ["phone", "phone: (614)555-0142", "(614)555-0142"],
  ["phone", "The clinic gave us his cell, 614-555-0142", "614-555-0142"],
  ["email", "Write to marcus.webb@example.com", "marcus.webb@example.com"],
  ["email", "mwebb87@mail.example.com asked for help", "mwebb87@mail.example.com"],
  ["address", "Third call to 412 N. Elm Street this year", "412 N. Elm Street"],
  ["address", "Overdose at 1809 Maple Ave", "1809 Maple Ave"],
  ["address", "Overdose at 22 East 5th St., apt 4", "22 East 5th St."],
  ["address", "7 Martin Luther King Blvd", "7 Martin Luther King Blvd"],
  ["address", "she lives at 412 elm street", "412 elm street"],
  ["address", "His home is 88 Old Mill Road near the station", "88 Old Mill Road"],
  ["record-number", "See Incident #24-01234", "Incident #24-01234"],
  ["record-number", "Incident 24-01234 led to this", "Incident 24-01234"],
  ["record-number", "Case No. 2023-CR-00412", "Case No. 2023-CR-00412"],
  ["record-number", "case number 445566", "case number 445566"],
  ["record-number", "Case No. 1:23-cv-00412", "Case No. 1:23-cv-00412"],
  ["record-number", "CAD 20240012345", "CAD 20240012345"],
  ["record-number", "CAD #2024-00123", "CAD #2024-00123"],
  ["record-number", "docket no. 24CR1187", "docket no. 24CR1187"],
  ["record-number", "police report 2024-118822", "report 2024-118822"],
  ["record-number", "MRN 00445566", "MRN 00445566"],
  ["record-number", "booking # 118822", "booking # 118822"],
  ["record-number", "ePCR 24-118822", "ePCR 24-118822"],
  ["plate", "license plate HXK 4821", "license plate HXK 4821"],
  ["plate", "The car had plate # HXK-4821", "plate # HXK-4821"],
  ["named-person", "We met a participant named Marcus Webb", "Marcus Webb"],
];

const SILENT: readonly string[] = [
  "Overdose calls rose from 2019 to 2024.",
  "42 CFR Part 2 protects substance use treatment records.",
  "45 CFR 164.512(j) and HIPAA allow it.",
  "Ohio Rev. Code 2925.11 gives immunity, see § 2925.11(B)(2).",
  "Call 911 in an emergency, and 988 for the Suicide & Crisis Lifeline.",
  "Text HOME to 741741.",
  "SAMHSA’s National Helpline: 1-800-662-4357 (HELP)",
  "Never Use Alone: 877-696-1996",
  "Poison Control 1-800-222-1222",
  "The county hotline is 614-555-0100.",
  "Non-emergency dispatch: (614) 555-0100",
  "Program office 614-555-0100, open 9-5",
  "614-555-0100 (main office)",
  "We meet on March 14, 2024 and on 4/11/2024.",
  "Next review: 2024-11-02",
  "The team met 3/14/24 at the library.",
  "Annual Report 6/30/2005",
  "Approved by City Council 3/4/2008",
  "Chief Dana Ortiz, 3/14/2024",
  "Our program was born on March 3, 2019.",
  "Half of the people were born in 1985 or later.",
  "A 34-year-old man was revived in May 2024.",
  "Budget: $412,550 for 2024, $1,809 for kits",
  "Naloxone use fell 12.5% (n = 1,204), 95% CI 2.1-14.8",
  "Between 200-300 kits a month, 614-620 in all",
  "ZIP codes 43215-1234 and 43201",
  "Fiscal year 2024-2025, FY24-25",
  "Tool 9, item 20; Tool 12, goal 3; Infrastructure 2",
  "IE1, CC2 and IS4",
  "Incidents: 1,204 in 2024",
  "Incident 2024 data came from ODMAP.",
  "Case 12 in the training book",
  "Case management began in 2023.",
  "Report 2024-2025 is due.",
  "The report of 5/12/2024",
  "Call 555 was the longest.",
  "Event 2024-05-01, noon",
  "Call volume 300-4000 per month",
  "Call 614-555-0100, the program line",
  "Docket FDA-2022-N-0165 on naloxone",
  "Ordinance No. 2023-45",
  "Grant No. 2019-AR-BX-K061",
  "Bill 1234 passed.",
  "Engine 5, Medic 12 and Unit 1422 respond.",
  "Station 5, 200 Main Street",
  "We meet at the library, 96 S. Grant Ave.",
  "The drop-in center at 412 Elm Street opens at 9.",
  "3 Drug Treatment Court graduates",
  "2 Franklin County Municipal Court judges",
  "2024 National Take Back Drive",
  "24 Hour Street Outreach",
  "2024 Franklin Street Survey",
  "5 Dr. Ortiz trainings",
  "12 Step programs, 4 of them new",
  "Franklin County Sheriff’s Office",
  "Police Assisted Addiction and Recovery Initiative",
  "Dana Ortiz, Chief of Police",
  "Write to info@example.org or overdose.outreach@county.example.gov",
  "See https://www.samhsa.gov/find-help/2024-06-01",
  "Follow us @riverbendpd",
  "Doses of 4 mg/0.1 mL, twice",
  "IP 192.168.100.2001, version 614.555.01423",
  "Participants named Recovery as their goal.",
  "A person named on the team list",
  "Social security benefits, SSI and SSDI",
  "Plate 12 dinners for the meeting",
  "",
];

describe("details of a person", () => {
  test.each(FOUND)("%s is found in: %s", (kind, text, found) => {
    expect(findPersonDetails(text)).toEqual([
      { kind, start: text.indexOf(found), end: text.indexOf(found) + found.length, text: found },
    ]);
  });

  test.each(SILENT)("nothing is found in: %s", (text) => {
    expect(findPersonDetails(text)).toEqual([]);
  });

  test("several are listed in order of the text, none twice", () => {
    const text = "Marcus Webb, DOB 3/14/1987, 412 Elm Street, cell 614-555-0142, incident #24-01234";
    expect(findPersonDetails(text).map(({ kind }) => kind)).toEqual([
      "name-with-birth-date",
      "address",
      "phone",
      "record-number",
    ]);
  });
});

const pieces = fc.constantFrom(
  "Webb", "Marcus", " ", ", ", "\n", "DOB", "born on ", "3/14/1987", "614", "-", "555", "(", ")", "0142", "@", ".", "a", "9", "#",
  "Case No. ", "St", "Street", "1", "plate ", "İ", "😀", "\u0000", "’", "call ", "lives at ",
);

describe("on any text", () => {
  test("findings lie within it, in order, and hold its words", () => {
    const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.array(pieces, { maxLength: 120 }).map((some) => some.join("")));
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, text: words } of findPersonDetails(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(words).toBe(text.slice(start, end));
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  // A pattern that tries ever longer ways through these would not come back within the test's time.
  test.each(["a", "A", "1", "1-", "@", "a@", "a.", "Aa ", "Aa, ", " ", "1 A ", "(6", "6145550142", "born ", "Case #1-", "plate A1", "\n", "’", "call is ", "lives at 1 a "])(
    "twenty full answers of %j come back",
    (piece) => {
      const hostile = piece.repeat(Math.ceil(ANSWER_MAX_LENGTH / piece.length)).slice(0, ANSWER_MAX_LENGTH);
      for (let round = 0; round < 20; round += 1) expect(findPersonDetails(hostile).length).toBeLessThanOrEqual(ANSWER_MAX_LENGTH);
    },
  );
});
