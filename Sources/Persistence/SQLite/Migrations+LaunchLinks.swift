import GRDB

extension DatabaseMigrator {
    /// Links that sign a browser in: one without an account signs in an operator.
    static let launchLinkTable = """
        CREATE TABLE launchLink (
            tokenDigest BLOB NOT NULL PRIMARY KEY,
            account TEXT REFERENCES account ON DELETE CASCADE,
            expiresAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX launchLinkAccount ON launchLink (account);
        """
}
