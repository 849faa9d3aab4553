import { describe, expect, test } from "vitest";
import { lookAlike } from "@/lib/people/name-key";
import { agencyNameSchema, personNameSchema, teamNameSchema } from "@/lib/people/people-schemas";

describe("names that look like “Dana M. Ruiz”, and so are the same", () => {
  test.each([
    ["in capitals", "DANA M. RUIZ"],
    ["with Cyrillic letters", "Dаnа M. Ruіz"],
    ["with Greek letters", "Dαnα Μ. Ruιz"],
    ["with letters of a Canadian script", "ᗞana M. Ruiz"],
    ["in mathematical letters", "𝐃𝐚𝐧𝐚 𝐌. 𝐑𝐮𝐢𝐳"],
    ["in wide letters", "Ｄａｎａ Ｍ． Ｒｕｉｚ"],
    ["with a 1 for an i", "Dana M. Ru1z"],
    ["with an l for an i", "Dana M. Rulz"],
    ["with a capital I for an i", "Dana M. RuIz"],
    ["with rn for m", "Dana rn. Ruiz"],
    ["with accents", "Dána M. Rüiz"],
    ["with stacked marks", "Da\u0323\u0307na M. Ruiz"],
    ["with other spaces", "Dana\u00a0\u2003M.\u3000Ruiz"],
    ["without spaces", "DanaM.Ruiz"],
    ["without the dot", "Dana M Ruiz"],
    ["with a sign beside it", "✓ Dana M. Ruiz ★"],
    ["with a zero-width space", "Da\u200bna M. Ruiz"],
    ["with a soft hyphen", "Da\u00adna M. Ruiz"],
    ["with a joiner", "Da\u034fna M. Ruiz"],
    ["with a variation selector", "Da\ufe0fna M. Ruiz"],
    ["with tag characters", "Dana\u{e0041}\u{e0042} M. Ruiz"],
    ["with a Hangul filler", "Dana\u3164 M. Ruiz"],
    ["with a Braille cell without dots", "Dana\u2800M. Ruiz"],
    ["with a direction mark", "\u200fDana M. Ruiz"],
    ["with small capitals", "Dᴀɴᴀ M. Ruiz"],
    ["with a Hebrew mark on a letter", "Dana M. Ruiz\u05bf"],
    ["with a Tibetan mark on a letter", "Da\u0f84na M. Ruiz"],
    ["with an Arabic stroke between letters", "Dana\u0640M. Ruiz"],
  ])("%s", (_, name) => {
    expect(lookAlike(name, "Dana M. Ruiz")).toBe(true);
  });

  test.each([
    ["O", "0"],
    ["Otto", "0tto"],
    ["Bill", "8111"],
    ["Strauß", "STRAUSS"],
    ["Wim", "vvim"],
    ["Tom", "Torn"],
    ["Ian", "lan"],
    ["Ольга", "ОЛЬГА"],
    ["Ольга", "ОЛЬΓА"],
  ])("so do %s and %s", (a, b) => {
    expect(lookAlike(a, b)).toBe(true);
  });

  test.each([
    ["Dana Ruiz", "Dana Reyes"],
    ["Dana Ruiz", "Dana M. Ruiz"],
    ["Dana Ruiz", "Dana Ruiz (2)"],
    ["Robin Lee", "Robyn Lee"],
    ["王芳", "王艺"],
    ["राम", "रमा"],
    ["محمد", "محمود"],
    ["김민수", "김민서"],
    ["Ольга", "Олег"],
  ])("%s and %s can be told apart", (a, b) => {
    expect(lookAlike(a, b)).toBe(false);
  });
});

const problemOf = (name: string) => personNameSchema.safeParse(name).error?.issues[0]?.message;

describe("a name of a person", () => {
  test.each(["Dana", "Zoë Ångström", "Đặng Thị Hạnh", "José Ñúñez-O’Brien", "王芳", "नीलम", "محمد", "Σοφία", "김민수", "R2", "Deputy Chief", "Avery Admin", "Test lead", "Mark Lead", "Leader Smith", "Lead Bo", "Dana (Unit 4)", "Dana (Team B)", "Thea", "Anne Partner-Hill", "New person (2)", "Sparrow 🐦"])(
    "may be %s",
    (name) => {
      expect(personNameSchema.parse(`  ${name} `)).toBe(name.normalize("NFC"));
    },
  );

  test.each([
    ["a word joiner", "Da\u2060na"],
    ["a soft hyphen", "Da\u00adna"],
    ["a direction mark", "\u200fDana\u200e"],
    ["tags", "Dana\u{e0041}"],
    ["a Hangul filler", "Da\u3164na"],
    ["a Braille blank", "Da\u2800na"],
    ["a variation selector", "Da\ufe0fna"],
    ["a combining grapheme joiner", "Da\u034fna"],
  ])("is kept without %s", (_, name) => {
    expect(personNameSchema.parse(name)).toBe("Dana");
  });

  test.each(["", "   ", "\u200b", "\u3164\u3164", "\u2800", "\u00ad\u034f\ufe0f", "\u{e0041}\u{e0042}", "\u115f\u1160\uffa0"])("is not nothing (%j)", (name) => {
    expect(problemOf(name)).toBe("Enter your name.");
  });

  test.each(["—", "...", "★★★", "\u0301", "🙂"])("is not signs alone (%j)", (name) => {
    expect(problemOf(name)).toBe("Use at least one letter.");
  });

  test.each(["Dana\u202ezeyeR", "Dana\u2067", "Dana\u0007"])("does not steer what is around it (%j)", (name) => {
    expect(problemOf(name)).toBe("Leave out invisible characters.");
  });

  test("does not paint over its neighbours", () => {
    expect(problemOf(`D${"\u0301\u0323\u0330".repeat(5)}ana`)).toMatch(/fewer marks/);
  });

  test("is not in boxes, which no table of look-alikes knows", () => {
    expect(problemOf("🅳🅰🅽🅰 Ruiz")).toMatch(/plain letters/);
  });

  test.each([
    "Agency admin", "AGENCY ADMIN", "Agency  Admin", "Аgеncу аdmіn", "Agency-admin", "Agency adrnin", "Agency\u200b admin", "Team lead", "Tеаm lеаd", "Team lead!",
    "Dana (Agency admin)", "Team lead Dana", "Admin", "4dmin".replace("4", "A"), "Administrator", "Community partner", "Viewer", "A former member", "PS-COPE Workbook", "System", "Support",
    "Dana (Admin)", "Dana [lead]", "Dana （Аdmin）", "Dana (the admin here", "Dana (Team Lead)", "Dana <Partner>", "Agency lead", "AgencyLead", "Agency Leads", "Workbook Team", "The Admin", "Admin 2",
    "Team leader", "Support of the workbook", "Former lead", "Аdmin Теаm",
  ])("is no role, and not the workbook (%s)", (name) => {
    expect(problemOf(name)).toMatch(/your role is shown beside it/);
  });
});

test("a team or an agency may be called after a role, but not after nothing", () => {
  expect(teamNameSchema.parse("Team lead")).toBe("Team lead");
  expect(agencyNameSchema.safeParse("\u3164").success).toBe(false);
});
