/**
 * The code with which somebody sees later what became of their answer: "RIVER 47 OAK". Short enough to be kept in mind or on
 * a scrap of paper; what it leads to says nothing of what was written. 256 × 90 × 256 codes, 22.5 bits, for each form: beside
 * 1,000 answers one guess in 5,900 leads somewhere, and guesses are counted (`RATES.feedbackCode`).
 */

/** Plain things, three to seven letters, none that can be taken for another when it is heard or for anything to do with drugs. */
export const FOLLOW_WORDS: readonly string[] = (
  "ACORN ALMOND AMBER ANCHOR ANKLE APPLE APRIL APRON ARCADE ARROW ATLAS ATTIC AUTUMN BADGE BAKER BANANA BANJO BARN BASKET BEACH " +
  "BEACON BEAVER BEETLE BELL BENCH BERRY BINDER BIRCH BIRD BISON BOOK BORDER BOTTLE BRANCH BREAD BRICK BRIDGE BROOK BROOM BRUSH " +
  "BUCKET BUTTER BUTTON CABIN CABLE CACTUS CAMEL CANAL CANOE CANVAS CARPET CARROT CASTLE CEDAR CELLO CENTER CHAIR CHALK CHERRY CHESS " +
  "CIRCLE CITRUS CLIFF CLOCK CLOUD CLOVER COAT COBALT COMET COPPER CORAL CORNER COTTON CRANE CRAYON CREEK CROWN CURVE DAISY DANCE " +
  "DESERT DESK DIAL DOLPHIN DONKEY DOOR DRAGON DRUM DUCK EAGLE EARTH ECHO ELBOW EMBER ENGINE FABRIC FALCON FARM FEATHER FENCE " +
  "FERN FERRY FIDDLE FIELD FIG FINCH FLAG FLUTE FOREST FORK FOX FROST FRUIT GALAXY GARDEN GARLIC GATE GINGER GIRAFFE GLOBE " +
  "GLOVE GOOSE GRAPE GUITAR HAMMER HARBOR HARP HAT HAWK HAZEL HELMET HERON HILL HONEY HOOP HOTEL ISLAND IVORY JACKET JAGUAR " +
  "JELLY JERSEY JEWEL JUNGLE KAYAK KETTLE KITE KIWI LADDER LAKE LAMP LANTERN LAUREL LEAF LEMON LETTER LILAC LION LIZARD LOBSTER " +
  "LOTUS MAGNET MANGO MAPLE MARBLE MARCH MARKET MEADOW MELON METAL MIRROR MITTEN MOON MOTOR MUFFIN MUSEUM NAPKIN NEST NICKEL NOODLE " +
  "NORTH OAK OCEAN OLIVE ONION ORANGE ORBIT OTTER OWL PAINT PALM PANDA PAPER PARADE PARK PEACH PEAR PENCIL PEPPER PIANO " +
  "PILLOW PINE PLANET PLUM POND PUPPY PUZZLE QUARTZ QUILT RABBIT RADIO RAIN RAVEN RIBBON RIVER ROBIN ROCKET ROOF ROSE SADDLE " +
  "SAIL SALMON SAUCE SAND SCARF SHELL SHIP SHOE SILVER SOCK SPRING SQUARE STAR STONE SUMMER SWAN TABLE TENT TIGER TOAST TRAIN TULIP " +
  "TURTLE UMPIRE VALLEY VELVET VIOLET VIOLIN WAGON WALNUT WATER WHALE WILLOW WINDOW WINTER ZEBRA"
).split(" ");

const FIRST_NUMBER = 10;
const NUMBERS = 90;
/** Longer than any code however it is typed. */
export const FOLLOW_CODE_MAX = 40;

/** The code that these random bytes make: one for each word, two for the number. */
export function followCodeOf([first = 0, high = 0, low = 0, last = 0]: Uint8Array): string {
  return `${FOLLOW_WORDS[first]} ${FIRST_NUMBER + ((high * 256 + low) % NUMBERS)} ${FOLLOW_WORDS[last]}`;
}

/** What was typed, as the code it is; null when it can't be one. Case, blanks and hyphens don't matter. */
export function readFollowCode(typed: string): string | null {
  if (typed.length > FOLLOW_CODE_MAX) return null;
  const [, first, number, last] = /^([A-Z]{3,7})([1-9]\d)([A-Z]{3,7})$/.exec(typed.toUpperCase().replace(/[^A-Z\d]/g, "")) ?? [];
  if (first === undefined || number === undefined || last === undefined) return null;
  return FOLLOW_WORDS.includes(first) && FOLLOW_WORDS.includes(last) ? `${first} ${number} ${last}` : null;
}
