/** What guessers try first, in lower case without spaces. Common passwords, seasons, and the words of this field. */
export const GUESSED_WORDS: readonly string[] = `
password passwort passphrase pass word passcode welcome letmein login logon admin administrator root user guest test
tester testing default changeme change secret private master access account system server computer internet network
qwerty qwertz azerty asdf zxcv iloveyou loveyou love lovely princess sunshine flower rainbow summer winter spring
autumn fall january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday football baseball basketball soccer hockey dragon monkey tiger eagle eagles
shadow hunter ranger superman batman spiderman starwars pokemon michael jordan jennifer jessica ashley daniel thomas
robert charlie andrew joshua matthew jesus christ faith blessed freedom america american usa united states patriot
liberty trustno hello goodbye please thankyou happy family forever always whatever nothing mustang harley corvette
yankees cowboys steelers patriots cheese cookie chocolate coffee pepper ginger buster maggie bailey
police officer sheriff deputy patrol trooper badge firefighter fire rescue ambulance paramedic medic ems emt dispatch
court courts judge corrections probation parole jail prison detention reentry diversion deflection department agency
county city state town public safety health community partner team core implementation workbook toolkit pscope cope
naloxone narcan overdose prevention opioid opioids fentanyl recovery treatment harm reduction
`
  .trim()
  .split(/\s+/);

/** Long enough, and on every guesser's list. */
export const GUESSED_PHRASES: readonly string[] = [
  "correcthorsebatterystaple",
  "thequickbrownfoxjumpsoverthelazydog",
  "thequickbrownfox",
  "tobeornottobethatisthequestion",
  "maytheforcebewithyou",
  "supercalifragilisticexpialidocious",
  "loremipsumdolorsitamet",
  "nevergonnagiveyouup",
  "winteriscoming",
  "hakunamatata",
  "itwasthebestoftimesitwastheworstoftimes",
  "onceuponatime",
  "callmeishmael",
  "fourscoreandsevenyearsago",
  "wethepeopleoftheunitedstates",
  "ipledgeallegiancetotheflag",
  "inthebeginningwastheword",
  "inthebeginninggodcreated",
  "thelordismyshepherd",
  "houstonwehaveaproblem",
  "toinfinityandbeyond",
  "livelaughlove",
  "toprotectandtoserve",
  "protectandserve",
  "toserveandprotect",
  "thinblueline",
  "ilovemyfamily",
  "iloveyousomuch",
  "mydogsname",
  "thisismypassword",
  "thisisapassword",
  "ihatepasswords",
  "iforgotmypassword",
  "nopasswordneeded",
  "opensesame",
];

/** Neighbours on a keyboard, the alphabet and the digits; both directions count. */
export const RUNS: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
  "1q2w3e4r5t6y7u8i9o0p",
];
