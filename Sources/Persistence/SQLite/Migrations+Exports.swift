import GRDB

extension DatabaseMigrator {
    /// Where the export keeps its ledger, and what it has to know of records and connections.
    static let exportTables = """
        -- Rows lie in the order of their first attempt: a run touches a few pages.
        CREATE TABLE workOrderExport (
            id INTEGER PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            workOrder TEXT NOT NULL,
            number TEXT,
            state TEXT NOT NULL,
            document TEXT NOT NULL,
            reference TEXT NOT NULL,
            documentID TEXT,
            documentNumber INTEGER,
            invoiceNumber INTEGER,
            -- Says by being there that there is an invoice.
            isInvoicePaid INTEGER,
            code TEXT,
            message TEXT,
            isTransient INTEGER NOT NULL,
            fingerprint BLOB,
            attempts INTEGER NOT NULL,
            claimedAt INTEGER NOT NULL,
            missedAt INTEGER,
            isAsked INTEGER NOT NULL,
            updatedAt INTEGER NOT NULL,
            UNIQUE (account, workOrder)
        ) STRICT;
        CREATE INDEX workOrderExportOpen ON workOrderExport (account, claimedAt)
            WHERE state IN ('claimed', 'posting', 'created', 'attached');
        CREATE INDEX workOrderExportChange ON workOrderExport (account, updatedAt, workOrder);
        CREATE INDEX workOrderExportState ON workOrderExport (account, state, updatedAt, workOrder);
        CREATE INDEX workOrderExportDocument ON workOrderExport (account, documentID) WHERE documentID IS NOT NULL;

        ALTER TABLE link ADD COLUMN facts TEXT NOT NULL DEFAULT '';

        -- Of an account that reconnected before this column was there, the latest connection is all that is known.
        ALTER TABLE connection ADD COLUMN firstConnectedAt INTEGER;
        UPDATE connection SET firstConnectedAt = connectedAt;
        """
}
