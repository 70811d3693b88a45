/** Which phone services belong to which users; a phone may belong to several, and each user with phones has one primary. */
import type { Database } from "../kit/database.ts";

type Association = { loginId: string; number: string; isPrimary: boolean };

export type Associations = {
  find(loginId: string, number: string): Association | undefined;
  ofUser(loginId: string): Association[];
  ofPhone(number: string): Association[];
  add(association: Association): void;
  remove(loginId: string, number: string): void;
  /** Makes this phone the user's primary one, and the former primary an ordinary one. */
  makePrimary(loginId: string, number: string): void;
  renameUser(from: string, to: string): void;
  renumber(from: string, to: string): void;
};

function toAssociation(record: Record<string, unknown>): Association {
  return { loginId: String(record.loginId), number: String(record.number), isPrimary: record.isPrimary === 1 };
}

/** Opens the table of associations. */
export function openAssociations(database: Database): Associations {
  const sql = database.raw;
  sql.exec(`CREATE TABLE IF NOT EXISTS associations (loginId TEXT NOT NULL, number TEXT NOT NULL, isPrimary INTEGER NOT NULL,
    PRIMARY KEY (loginId, number)) WITHOUT ROWID`);
  sql.exec("CREATE INDEX IF NOT EXISTS associations_number ON associations (number)");
  const find = sql.prepare("SELECT * FROM associations WHERE loginId = ? AND number = ?");
  const ofUser = sql.prepare("SELECT * FROM associations WHERE loginId = ? ORDER BY number");
  const ofPhone = sql.prepare("SELECT * FROM associations WHERE number = ? ORDER BY loginId");
  const add = sql.prepare("INSERT INTO associations (loginId, number, isPrimary) VALUES (?, ?, ?)");
  const remove = sql.prepare("DELETE FROM associations WHERE loginId = ? AND number = ?");
  const makePrimary = sql.prepare("UPDATE associations SET isPrimary = (number = ?) WHERE loginId = ?");
  const renameUser = sql.prepare("UPDATE associations SET loginId = ? WHERE loginId = ?");
  const renumber = sql.prepare("UPDATE associations SET number = ? WHERE number = ?");

  return {
    find(loginId, number) {
      const record = find.get(loginId, number);
      return record && toAssociation(record);
    },
    ofUser: (loginId) => ofUser.all(loginId).map(toAssociation),
    ofPhone: (number) => ofPhone.all(number).map(toAssociation),
    add({ loginId, number, isPrimary }) {
      add.run(loginId, number, isPrimary ? 1 : 0);
    },
    remove(loginId, number) {
      remove.run(loginId, number);
    },
    makePrimary(loginId, number) {
      makePrimary.run(number, loginId);
    },
    renameUser(from, to) {
      renameUser.run(to, from);
    },
    renumber(from, to) {
      renumber.run(to, from);
    },
  };
}
