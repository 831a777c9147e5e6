// What somebody can do who has the files of a shop while it is closed.

import { execFile } from 'node:child_process';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const DATABASE = 'comptoir.db';
/** SQL without the program's guard; only Python has SQLite here. */
const SCRIPT = 'import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\ndb.executescript(sys.argv[2])\ndb.close()';
const python = promisify(execFile);
const FORGERY = `DROP TRIGGER fiscal_record_no_upd;
UPDATE fiscal_record SET ttc_cents = ttc_cents - 1 WHERE chain = 'TICKET' AND chain_seq = 1;`;

/** Takes a cent off the first signed ticket. */
export async function forgeTicket(folder: string): Promise<void> {
  await python('python3', ['-c', SCRIPT, join(folder, DATABASE), FORGERY]);
}

/** Changes what no signature covers: a price, and the stock of an article. */
export async function forgePriceAndStock(folder: string): Promise<void> {
  const forgery = `UPDATE article SET unit_price = 130000 WHERE code = '1001';
UPDATE stock_level SET on_hand = 990000 WHERE article_id = (SELECT id FROM article WHERE code = '2102');`;
  await python('python3', ['-c', SCRIPT, join(folder, DATABASE), forgery]);
}

/** Keeps a copy of the database beside it, with what its write-ahead log holds. Resolves to its path. */
export async function keepCopy(folder: string, name: string): Promise<string> {
  const copy = join(folder, name);
  await python('python3', ['-c', SCRIPT, join(folder, DATABASE), 'PRAGMA wal_checkpoint(TRUNCATE);']);
  await copyFile(join(folder, DATABASE), copy);
  return copy;
}

/** Puts a copy in the place of the database, as a person does who «restores» by hand. */
export async function putBack(folder: string, copy: string): Promise<void> {
  for (const companion of ['-wal', '-shm']) await rm(join(folder, `${DATABASE}${companion}`), { force: true });
  await copyFile(copy, join(folder, DATABASE));
}
