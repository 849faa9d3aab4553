/**
 * Beside a form that works without it: does the proof of work while somebody writes, and sends once however often "Send" is
 * pressed. Keeps nothing on the device, which may be shared, and asks nothing of the network.
 */

/** Then it is sent as it is: an answer without the proof is taken, too. */
const WAIT_AT_MOST_MS = 12_000;

const form = document.getElementById("answer") as HTMLFormElement | null;
const said = document.getElementById("sending");
const field = (name: string) => form?.elements.namedItem(name) as HTMLInputElement | null;

let isWorking = false;
let isSending = false;
let isWaiting = false;

function send(): void {
  if (!form || isSending) return;
  isSending = true;
  isWaiting = false;
  form.submit();
}

function say(words: string): void {
  if (said) said.textContent = words;
}

function done(solution: unknown): void {
  isWorking = false;
  const proof = field("proof");
  if (proof && solution) proof.value = JSON.stringify(solution);
  if (isWaiting) send();
}

function work(): void {
  const challenge = field("challenge")?.value;
  if (!challenge || typeof Worker === "undefined") return;
  try {
    const worker = new Worker("/feedback/script/proof.js");
    isWorking = true;
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = () => done(null);
    worker.postMessage(challenge);
  } catch {
    isWorking = false;
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (isSending || isWaiting) return;
  say("Sending…");
  if (!isWorking) return send();
  isWaiting = true;
  setTimeout(send, WAIT_AT_MOST_MS);
});

// The browser may keep the page as it was: it can be sent again, and is the same answer.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  isSending = false;
  say("");
});

work();
