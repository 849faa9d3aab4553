import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A letter as the mail server took it. */
export interface TakenLetter {
  readonly to: string;
  readonly messageId: string;
  readonly text: string;
  /** Every address in it, its headers' too. */
  readonly links: readonly string[];
}

/** Takes a few milliseconds to answer, as mail servers do, and now and then says to come again. */
export class MailServer {
  /** In the order they were taken; one that was given twice stands here twice. */
  readonly taken: TakenLetter[] = [];
  readonly url: string;
  readonly #server: SMTPServer;

  private constructor(server: SMTPServer) {
    this.#server = server;
    this.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  }

  /** @param busyShare of the letters how many it refuses for the moment. */
  static async start({ busyShare = 0.02 } = {}): Promise<MailServer> {
    const made: { server?: MailServer } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onRcptTo: (_address, _session, done) => done(Math.random() < busyShare ? Object.assign(new Error("come again"), { responseCode: 451 }) : undefined),
      onData: (stream, session, done) => {
        simpleParser(stream).then(async (mail) => {
          await wait(Math.random() * 15);
          // From here on it is the mail server's, whether or not anybody hears so.
          made.server?.taken.push(toLetter(session.envelope.rcptTo.map(({ address }) => address).join(), mail));
          done();
        }, done);
      },
    });
    // Whoever is killed hangs up in the middle of a sentence.
    server.on("error", () => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    made.server = new MailServer(server);
    return made.server;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

function toLetter(to: string, mail: ParsedMail): TakenLetter {
  const text = mail.text ?? "";
  const inHeaders = JSON.stringify([...mail.headers.entries()]).match(/https?:\/\/[^\s<>"\\]+/g) ?? [];
  return { to, messageId: mail.messageId ?? "", text, links: [...new Set([...(text.match(/https?:\/\/\S+/g) ?? []), ...inHeaders])] };
}
