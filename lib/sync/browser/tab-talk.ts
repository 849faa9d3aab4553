import { openTabChannel, type TabChannel, type TabMessage } from "./other-tabs";
import type { ResponseDocument } from "./response-document";
import type { ResponseRecovery } from "./response-recovery";
import type { UnsentQueue } from "./unsent-queue";
import type { UpdateSender } from "./update-sender";

interface TabTalkOptions {
  readonly userId: string;
  readonly updatesUrl: string;
  /** The number that the page was made with. */
  readonly seq: number;
  readonly queue: UnsentQueue;
  readonly document: ResponseDocument;
  readonly sender: UpdateSender;
  readonly recovery: ResponseRecovery;
  /** After this long, changes that another tab keeps are sent from here too: that tab may be closed or asleep. */
  readonly adoptMs: number;
  readonly onHeard: () => void;
}

/** What the person's other tabs with this response say, and what becomes of it here. */
export class TabTalk {
  readonly #options: TabTalkOptions;
  #channel: TabChannel | null = null;
  /** Runs while another tab keeps something that this one does not. */
  #adopting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TabTalkOptions) {
    this.#options = options;
  }

  open(): void {
    const { userId, updatesUrl, queue } = this.#options;
    this.#channel ??= openTabChannel(userId, updatesUrl, (message) => this.#hear(message));
    // Typed before the page came alive.
    for (const entry of queue.own) this.tell({ kind: "changed", entry });
  }

  tell(message: TabMessage): void {
    this.#channel?.post(message);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = null;
  }

  #hear(message: TabMessage): void {
    const { document, sender, recovery, queue, seq } = this.#options;
    switch (message.kind) {
      case "changed":
        return this.#hearChange(message);
      case "renamed":
        return void recovery.followRenaming(new Map(message.renamings), message.saved, message.seq);
      case "saved":
        return sender.forget(message.ids);
      case "discarded": {
        sender.forget(message.ids);
        const since = message.saved ? message.seq : seq;
        if (!document.saved.noteEdition(since)) document.startOver(message.saved, since, queue.all);
      }
    }
  }

  #hearChange({ entry }: Extract<TabMessage, { kind: "changed" }>): void {
    const { document, sender, queue, adoptMs, onHeard } = this.#options;
    document.restore([entry]);
    if (queue.hear(entry)) {
      this.#adopting ??= setTimeout(() => this.#adopt(), adoptMs);
      onHeard();
    }
    if ((entry.edition ?? 0) > document.saved.edition) void sender.moveToEdition();
  }

  #adopt(): void {
    this.#adopting = undefined;
    const { queue, sender } = this.#options;
    const adopted = queue.adopt();
    if (adopted.length > 0) void sender.resume(adopted);
  }
}
