import { expect, test } from "vitest";
import { html } from "@/lib/domain/text/html";

test("what is put into markup is text, whatever it holds; markup of ours stays, alone and in lists", () => {
  const evil = `"><img src=x onerror='alert(1)'>&amp;`;
  expect(html`<a title="${evil}">${evil}</a>`.text).toBe(
    `<a title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;amp;">&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;amp;</a>`,
  );
  expect(html`<ul>${["<1>", "2"].map((one) => html`<li>${one}</li>`)}</ul>${null}${7}`.text).toBe("<ul><li>&lt;1&gt;</li><li>2</li></ul>7");
});
