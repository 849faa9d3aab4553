import { expect, test } from "vitest";
import { hideTypedNames } from "@/lib/people/typed-names";
import { personOf } from "@/lib/domain/people/person";

const hide = hideTypedNames(["Sam", "Sam Park", "Robin Member", "Jo O’Neil-Díaz (2)"]);
const hidden = (text: string, mayNamePeople = false) => hide([text], mayNamePeople)[0];

test.each([
  ["@Sam Park, look", "@A team member, look"],
  ["@Sam Parker, look", "@A team member Parker, look"],
  ["@sam  PARK's file", "@A team member's file"],
  ["(@Robin)", "(@A team member)"],
  ["@Robin member and @Sаm", "@A team member and @A team member"],
  ["@jo oneil-diaz (2).", "@A team member."],
  ["@county, mail@Sam, meet @ 5, @", "@county, mail@Sam, meet @ 5, @"],
])("a name typed after an @, whole or its first words, in other letters or not, is hidden: %j", (typed, shown) => {
  expect(hidden(typed)).toBe(shown);
});

test("of a text that may name somebody unknown, the rest of the line is left out after an @", () => {
  expect(hidden("Ask @river otter by Friday.\nThen call.\na@b.example", true)).toBe("Ask @A team member […]\nThen call.\na@b.example");
});

test("mentions are left to be shown by role", () => {
  expect(hide(["Hi ", personOf("1"), " and @Sam"], false)).toEqual(["Hi ", personOf("1"), " and @A team member"]);
});
