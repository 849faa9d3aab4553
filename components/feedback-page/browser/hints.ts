import { findPersonDetails, type PersonDetail } from "@/lib/domain/writing-hints/person-details";

/** Says, while somebody writes, what could tell who they or others are. A hint, never a block; nothing of it leaves the page. */

const AFTER_MS = 800;

const NAMES: Readonly<Record<PersonDetail, string>> = {
  "name-with-birth-date": "a name with a date of birth",
  "birth-date": "a date of birth",
  "social-security": "a Social Security number",
  "record-number": "a case or record number",
  plate: "a license plate",
  email: "an email address",
  phone: "a phone number",
  address: "a street address",
  "named-person": "a person’s name",
};

function look(box: HTMLTextAreaElement, said: Element): void {
  const [found] = findPersonDetails(box.value);
  const words = found ? `This looks like ${NAMES[found.kind]}: “${found.text}”. Please take it out if it could tell who somebody is.` : "";
  if (said.textContent !== words) said.textContent = words;
}

for (const box of Array.from(document.getElementsByTagName("textarea"))) {
  const said = box.nextElementSibling;
  if (!said) continue;
  let timer = 0;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => look(box, said), AFTER_MS);
  });
  look(box, said);
}
