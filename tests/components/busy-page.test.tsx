import { createReactServerErrorHandler } from "next/dist/server/app-render/create-error-handler";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import ErrorPage from "@/app/error";
import GlobalError from "@/app/global-error";
import { FairQueue } from "@/lib/platform/turns/fair-queue";

/** What a page throws that meets a line with no room left. */
async function meetFullLine(): Promise<Error> {
  const queue = new FairQueue({ atOnce: 1, waiting: 0 });
  const turn = { group: "agency", member: "person" };
  void queue.run(turn, () => new Promise(() => undefined));
  return queue.run(turn, () => Promise.resolve()).then(
    () => new Error("let in"),
    (error: Error) => error,
  );
}

/** The error as Next hands it to a browser in production: nothing of it but its digest. */
function asSeenByBrowser(error: unknown): Error & { digest?: string } {
  const digestOf = createReactServerErrorHandler(false, false, new Map(), () => undefined);
  const digest = digestOf(error);
  return Object.assign(new Error("An error occurred in the Server Components render."), digest === undefined ? {} : { digest });
}

const retry = () => undefined;

test("a page that meets a full line says that it is busy and tries again by itself, not that it failed", async () => {
  const error = asSeenByBrowser(await meetFullLine());
  for (const page of [<ErrorPage key="page" error={error} retry={retry} />, <GlobalError key="frame" error={error} retry={retry} />]) {
    const words = renderToStaticMarkup(page);
    expect(words).toContain("This page is busy");
    expect(words).toContain("tries again by itself");
    expect(words).not.toMatch(/went wrong|did not load/);
  }
});

test("a page that fails says so, with its code", () => {
  const error = asSeenByBrowser(new Error("of ours"));
  const words = renderToStaticMarkup(<ErrorPage error={error} retry={retry} />);
  expect(words).toContain("This page did not load");
  expect(words).toContain(error.digest);
  expect(renderToStaticMarkup(<GlobalError error={error} retry={retry} />)).toContain("This page did not load");
});
