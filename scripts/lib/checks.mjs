import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { Stop } from "./words.mjs";

const DEFAULT_PORT = 3000;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
const ROOM_FOR_INSTALL_BYTES = 1.5e9;

/** @returns the port of PORT. @throws Stop when it is no port. */
export function readPort(text) {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Stop(`PORT is “${text}”, which is no port. Use a number from 1 to 65535, for example PORT=3001 npm start.`);
  }
  return port;
}

/** Tries the port for a moment. @throws Stop when another program has it, or it is not allowed. */
export async function requireFreePort(port, host) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(portProblem(port, error)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * The built-in database comes with a mailbox that anyone can read and a sample agency that opens without a password.
 * @throws Stop when those would be offered to other machines.
 */
export function requireOwnDatabaseForOthers(host, settings) {
  if (LOOPBACK.has(host) || settings.DATABASE_URL || settings.DATABASE_RUNTIME_URL) return;
  throw new Stop(
    `HOST=${host} opens the workbook to other machines, and the built-in database is for this machine only: anyone could read its mail.\nGive a database with DATABASE_URL, or leave HOST out.`,
  );
}

export function portProblem(port, error) {
  if (error.code === "EADDRINUSE") {
    const other = port === 65535 ? port - 1 : port + 1;
    return new Stop(
      `Port ${port} is taken: another program, or another copy of the workbook, uses it.\nStop that one, or choose another port: PORT=${other} npm start`,
    );
  }
  if (error.code === "EACCES") {
    return new Stop(`This user may not use port ${port}. Choose one above 1023, for example: PORT=3000 npm start`);
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new Stop("HOST names no address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for every network.");
  }
  return error;
}

/**
 * @param {string} folder
 * @param {number} [needed] bytes
 * @param {(folder: string) => Promise<{ bavail: number, bsize: number }>} [measure]
 * @throws Stop when there is too little room to install and build.
 */
export async function requireRoom(folder, needed = ROOM_FOR_INSTALL_BYTES, measure = statfs) {
  const { bavail, bsize } = await measure(folder);
  const free = bavail * bsize;
  if (free < needed) {
    const inGigabytes = (bytes) => (bytes / 1e9).toFixed(1);
    throw new Stop(
      `The disk has ${inGigabytes(free)} GB free; installing and building needs about ${inGigabytes(needed)} GB. Make room, then start again.`,
    );
  }
}
