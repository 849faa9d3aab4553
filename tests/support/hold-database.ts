import { startEmbedded } from "@/prisma/embedded";

// A launcher's part that tests can kill: holds the embedded database of a folder until it is told to stop.

const [checkout = "", folder = ""] = process.argv.slice(2);
const database = await startEmbedded({ checkout, folder });
process.once("SIGTERM", () => void database.stop().then(() => process.exit(0)));
process.stdout.write(`${database.superuserUrl}\n`);
setInterval(() => undefined, 60_000);
