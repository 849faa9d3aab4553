/** What the toolkit itself says about privacy and about words, word for word, with where it stands. */
export const PRIVACY_WORDS = {
  text: "How are individuals’ safety, privacy, and confidentiality protected within data collection and sharing efforts?",
  source: "Tool 1, discussion question 2",
};

export const LANGUAGE_WORDS = {
  text: "Avoid stigmatizing language.",
  source: "Tool 2, item 20",
};
