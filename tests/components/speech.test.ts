import { describe, expect, test } from "vitest";
import { findVoice, sentencesOf } from "@/components/item-panel/speech";

const voice = (name: string, lang: string, isDefault = false) => ({ name, lang, default: isDefault }) as SpeechSynthesisVoice;

describe("the voice that reads aloud", () => {
  test.each([
    ["the browser’s own choice", [voice("Amy", "en-GB"), voice("Sam", "en-US"), voice("Joe", "en-AU", true)], "Joe"],
    ["one of the same country", [voice("Amy", "en-GB"), voice("Sam", "en_US")], "Sam"],
    ["any that speaks the language", [voice("Paul", "fr-FR", true), voice("Amy", "en-GB")], "Amy"],
    ["none, where none speaks it", [voice("Paul", "fr-FR", true)], undefined],
    ["none, where there are none", [], undefined],
  ])("is %s", (_what, voices, name) => {
    expect(findVoice(voices, "en-US")?.name).toBe(name);
  });
});

test("a text is spoken sentence by sentence; an abbreviation ends none", () => {
  expect(sentencesOf("Who is overdosing (i.e., age, race)? In plain words: Who overdoses?  ", "en-US")).toEqual([
    "Who is overdosing (i.e., age, race)?",
    "In plain words: Who overdoses?",
  ]);
  expect(sentencesOf(" ", "en-US")).toEqual([]);
});
