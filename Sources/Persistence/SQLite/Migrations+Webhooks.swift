import GRDB

extension DatabaseMigrator {
    /// Messages that came in, and what waits to be told to others.
    static let webhookTables = """
        CREATE TABLE message (
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            id TEXT NOT NULL,
            run TEXT NOT NULL REFERENCES run ON DELETE CASCADE,
            keptUntil INTEGER NOT NULL,
            PRIMARY KEY (account, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX messageRun ON message (run);
        CREATE INDEX messageEnd ON message (keptUntil);

        CREATE TABLE announcement (
            id TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            kind TEXT NOT NULL,
            run TEXT REFERENCES run ON DELETE CASCADE,
            time INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            dueAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX announcementAccount ON announcement (account);
        CREATE INDEX announcementRun ON announcement (run);
        CREATE INDEX announcementDue ON announcement (dueAt);

        -- What was last told of the runs for these lists, until one of them succeeds.
        CREATE TABLE announcedTrouble (
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            scopes TEXT NOT NULL,
            trouble TEXT NOT NULL,
            PRIMARY KEY (account, scopes)
        ) STRICT, WITHOUT ROWID;
        """
}
