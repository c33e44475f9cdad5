// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgconnection.h"
#include "core/storage/sqlcatalog.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_SqlCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_splitsBlocksAndDropsComments()
    {
        const auto blocks = SqlCatalog::parse(
            "-- a file\n-- name: One\n-- why\nselect 1\n\n-- fragment: Two\nand x = $?\n");
        QVERIFY(blocks.has_value());
        QCOMPARE(blocks->size(), 2);
        QCOMPARE(blocks->value("One").text, QByteArray("select 1"));
        QVERIFY(blocks->value("One").isStatement);
        QVERIFY(!blocks->value("Two").isStatement);
    }

    void parse_sameNameTwice_isAnError()
    {
        QVERIFY(!SqlCatalog::parse("-- name: One\nselect 1\n-- name: One\nselect 2\n"));
        QVERIFY(!SqlCatalog::parse("select 1\n-- name: One\nselect 2\n"));
    }

    void everyStatement_prepares()
    {
        const auto database = newDatabase();
        const auto pg = connectTo(database->adminConninfo());
        int prepared = 0;
        for (const QByteArray &name : SqlCatalog::builtIn().statementNames()) {
            const QByteArray text = SqlCatalog::builtIn().text(name);
            // COPY and DDL cannot be prepared; the tests of their features run them.
            if (text.startsWith("copy ") || text.startsWith("create ") || text.startsWith("grant ")
                || text.startsWith("drop ") || text.startsWith("do ") || text.startsWith("set ")
                || text.startsWith("alter "))
                continue;
            const auto done = pg->runScript("prepare \"x" + name + "\" as " + text);
            QVERIFY2(
                done.has_value(), done ? "" : (name + ": " + describe(done.error()).toUtf8()).constData());
            ++prepared;
        }
        QVERIFY(prepared > 20);
    }
};

QTEST_GUILESS_MAIN(tst_SqlCatalog)
#include "tst_sqlcatalog.moc"
