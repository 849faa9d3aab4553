import type { BrowserContext } from "@playwright/test";

/**
 * Everything a browser complains about while a test runs: console errors (broken content policy among them), uncaught
 * exceptions, requests that failed or that the server answered with 5xx. A test names those it provokes.
 */
export class Problems {
  private found: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(private readonly origin: string) {}

  watch(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error") this.found.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.found.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on("response", (response) => {
      if (response.status() >= 500 && response.url().startsWith(this.origin)) {
        this.found.push(`answer ${response.status()}: ${response.url()}`);
      }
    });
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // A page that is left takes its unfinished requests with it.
      if (reason !== "net::ERR_ABORTED" && request.url().startsWith(this.origin)) {
        this.found.push(`failed: ${request.method()} ${request.url()} (${reason})`);
      }
    });
  }

  /** Declares what the test provokes on purpose. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  unexpected(): string[] {
    return this.found.filter((problem) => !this.expected.some((pattern) => pattern.test(problem)));
  }

  /** For a browser that outlives a test: what it complained about since the last time. */
  take(): string[] {
    const taken = this.unexpected();
    this.found = [];
    return taken;
  }
}
