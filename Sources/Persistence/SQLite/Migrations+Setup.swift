import GRDB

extension DatabaseMigrator {
    /// Where the pages keep what people decided, and texts on their way to the next page.
    static let setupTables = """
        CREATE TABLE decidedStep (
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            step TEXT NOT NULL,
            PRIMARY KEY (account, step)
        ) STRICT, WITHOUT ROWID;
        -- Accounts that have synced need nobody to lead them through their first visit.
        INSERT INTO decidedStep (account, step)
            SELECT DISTINCT account, column1
            FROM run, (VALUES ('company'), ('imports'), ('exportStart'), ('firstSync'))
            WHERE state IN ('succeeded', 'partial');

        CREATE TABLE keptText (
            id TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            text TEXT NOT NULL,
            expiresAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX keptTextAccount ON keptText (account);
        """
}
