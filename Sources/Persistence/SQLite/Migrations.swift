import GRDB

extension DatabaseMigrator {
    /// Every shape that the store ever had, in order.
    ///
    /// What has shipped is never edited: a change is a new migration. Times are whole milliseconds since 1970. Sealed
    /// secrets are text, the key's name before the last colon.
    static let store: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 accounts", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: accounts)
        }
        migrator.registerMigration("2 runs, links and log", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: runs)
            try db.execute(sql: links)
            try db.execute(sql: log)
        }
        migrator.registerMigration("3 keys and follow-ups of links", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: linkDetails)
        }
        migrator.registerMigration("4 exports", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: exportTables)
        }
        migrator.registerMigration("5 setup and kept texts", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: setupTables)
        }
        migrator.registerMigration("6 webhooks", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: webhookTables)
        }
        migrator.registerMigration("7 launch links", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: launchLinkTable)
        }
        return migrator
    }()
}

private let accounts = """
    CREATE TABLE property (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE account (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        createdAt INTEGER NOT NULL,
        outSmartToken TEXT NOT NULL,
        outSmartBearer TEXT,
        license TEXT,
        apiKeyDigest BLOB NOT NULL UNIQUE,
        webhookSecret TEXT NOT NULL,
        previousWebhookSecret TEXT,
        previousWebhookSecretExpiresAt INTEGER,
        settings TEXT NOT NULL,
        -- What the settings say, for the schedule's queries.
        isScheduled INTEGER NOT NULL,
        nextTurn INTEGER
    ) STRICT;

    CREATE TABLE connection (
        account TEXT NOT NULL PRIMARY KEY REFERENCES account ON DELETE CASCADE,
        state TEXT NOT NULL,
        companyID TEXT,
        company TEXT,
        connectedAt INTEGER,
        accessToken TEXT,
        accessExpiresAt INTEGER,
        refreshToken TEXT,
        previousRefreshToken TEXT,
        generation INTEGER NOT NULL,
        refreshHolder TEXT,
        refreshHeldUntil INTEGER
    ) STRICT;
    -- An account keeps its company after a disconnect, but no longer keeps others from it.
    CREATE UNIQUE INDEX connectionCompany ON connection (companyID) WHERE state <> 'disconnected';
    CREATE INDEX connectionExpiry ON connection (accessExpiresAt) WHERE state = 'connected';

    CREATE TABLE session (
        id TEXT NOT NULL PRIMARY KEY,
        account TEXT REFERENCES account ON DELETE CASCADE,
        expiresAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessionAccount ON session (account);

    CREATE TABLE consentRequest (
        stateDigest BLOB NOT NULL PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
        session TEXT NOT NULL,
        codeVerifier TEXT NOT NULL,
        expiresAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX consentRequestAccount ON consentRequest (account);
    """

private let runs = """
    CREATE TABLE run (
        id TEXT NOT NULL PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
        startedBy TEXT NOT NULL,
        state TEXT NOT NULL,
        scopes TEXT NOT NULL,
        queuedAt INTEGER NOT NULL,
        startedAt INTEGER,
        finishedAt INTEGER,
        problemCode TEXT,
        problemMessage TEXT,
        holder TEXT,
        heldUntil INTEGER,
        isCancelRequested INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX runAccount ON run (account, queuedAt);
    CREATE INDEX runOpen ON run (queuedAt) WHERE state IN ('queued', 'running');
    CREATE INDEX runOpenScopes ON run (account, scopes) WHERE state IN ('queued', 'running');
    -- One run per account at a time.
    CREATE UNIQUE INDEX runRunning ON run (account) WHERE state = 'running';
    CREATE INDEX runFinished ON run (finishedAt) WHERE finishedAt IS NOT NULL;

    CREATE TABLE step (
        run TEXT NOT NULL REFERENCES run ON DELETE CASCADE,
        position INTEGER NOT NULL,
        scope TEXT NOT NULL,
        state TEXT NOT NULL,
        total INTEGER,
        read INTEGER NOT NULL,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        skipped INTEGER NOT NULL,
        failed INTEGER NOT NULL,
        PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;
    """

private let links = """
    CREATE TABLE cursor (
        account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
        scope TEXT NOT NULL,
        position INTEGER,
        lastFullRead INTEGER,
        settings BLOB,
        heldBack INTEGER NOT NULL DEFAULT 0,
        isRemovalConfirmed INTEGER NOT NULL DEFAULT 0,
        -- The full read that marks links as seen, and its number: a byte or two in each link.
        fullRead TEXT,
        fullReadNumber INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (account, scope)
    ) STRICT, WITHOUT ROWID;

    -- Rows lie in the order of their first sending, and what is sent together is answered and read together: a batch
    -- touches a few pages. In the order of the random identifiers it would touch a page for each link.
    CREATE TABLE link (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
        scope TEXT NOT NULL,
        vismaID TEXT NOT NULL,
        code TEXT NOT NULL,
        accepted BLOB,
        pending BLOB,
        isActive INTEGER NOT NULL,
        seenBy INTEGER NOT NULL,
        UNIQUE (account, scope, vismaID)
    ) STRICT;
    CREATE INDEX linkPending ON link (account, scope) WHERE pending IS NOT NULL;
    """

private let linkDetails = """
    ALTER TABLE link ADD COLUMN awaitsFollowUp INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX linkFollowUp ON link (account, scope, vismaID) WHERE awaitsFollowUp = 1;
    CREATE INDEX linkCode ON link (account, scope, code);
    """

private let log = """
    CREATE TABLE log (
        -- Never used twice: a page that watches the log asks for what came after an identifier.
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        time INTEGER NOT NULL,
        account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
        run TEXT,
        level TEXT NOT NULL,
        scope TEXT,
        record TEXT,
        code TEXT,
        message TEXT NOT NULL,
        detail TEXT
    ) STRICT;
    CREATE INDEX logAccount ON log (account, id);
    CREATE INDEX logTime ON log (time);
    """
