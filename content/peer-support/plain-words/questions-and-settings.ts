import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";
import { SETTINGS } from "../figures/figure-4-settings";
import { settingRowId, SETTING_ROWS } from "../worksheets/2-core-elements";

/** Figure 4's rows, in whichever setting; a row without words of its own reads easily. */
const ROW_WORDS: Readonly<Record<string, string>> = {
  risk: "Find out how likely a person is to overdose, and help lower the risk.",
  oend: "Teach people about overdose, and give out naloxone.",
  link: "Help people find treatment for drug use and support for their recovery.",
  connect: "Help people find harm reduction services.",
};

/** What each printed example says, after the words of its row. */
const EXAMPLE_WORDS: Readonly<Record<string, string>> = {
  "community-risk": "For example, peers on a team that steps in can help people see their own risk.",
  "community-oend": "For example, peers can hold talks on this in the community.",
  "community-link": "For example, peers can work with people and their families after an overdose.",
  "diversion-risk": "For example, peers can hand out kits that help people survive.",
  "diversion-oend": "For example, peers can give a short class to people who are sent to a program in place of jail.",
  "diversion-connect": "For example, peers can work with people whom police send to help and do not arrest.",
  "courts-oend": "For example, peers can work with others. Then people get facts on safer use, naloxone kits, and a way to harm reduction services.",
  "jails-oend": "For example, peers can give a short class to people who will soon go home.",
  "jails-connect": "For example, peers can tell people what help there is once they are out.",
  "reentry-risk": "For example, peers can help people see their own risk.",
};

const rowWords = Object.fromEntries(
  SETTINGS.flatMap((setting) =>
    SETTING_ROWS.flatMap((row) => {
      const [words, example] = [ROW_WORDS[row.id], EXAMPLE_WORDS[`${setting.id}-${row.id}`]];
      // Where nothing is printed but the row's name, most rows are plain enough.
      if (words === undefined || (example === undefined && row.id !== "oend")) return [];
      return [[settingRowId(setting, row), example === undefined ? words : `${words} ${example}`] as const];
    }),
  ),
);

/** Worksheets 1 and 2. */
export const questionWords: PlainWordsList = {
  "Supporting staff in shift toward recovery-oriented approaches": "Help staff learn to work in ways that help people recover.",
  "Revising core policies and procedures": "Change the main rules, and how things are done.",
  "Resolving organizational barriers and challenges": "Clear away what stands in the way inside your agency.",
  "Integrating peer support": "Make peers a part of your daily work.",
  "Eliminating stigma & bias": "Put an end to shame, blame, and unfair views of people.",
  "Improving access/availability of services": "Make sure that there is help, and that people can get it.",
  "Addressing social and structural determinants of health": "Work on the parts of daily life that make people well or sick, such as housing, money, and racism.",
  "p1-4": "How well do our rules of today fit with helping people recover?",
  "p1-5": "Which rules do we most need to change so that they fit?",
  "p1-6": "What stands most in the way of stopping overdose and helping when it happens? What keeps us from doing more for recovery?",
  "p1-7": "How could help from peers stop more overdoses and save more lives?",
  "p1-8": "How could it help us do more for recovery?",
  "p1-10": "Which treatment programs near us have been shown by research to work?",
  ...rowWords,
};
