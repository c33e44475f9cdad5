// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace signalbox {

/// A database of one's own in the test cluster, about 0.1 s, dropped at the end with whoever is still
/// connected.
///
///     void initTestCase()
///     {
///         auto database = TestDatabase::create();
///         QVERIFY2(database, qPrintable(describe(database.error())));   // says so when the fixture is
///         missing m_database = std::move(*database);
///     }
class TestDatabase
{
public:
    /// Migrated and empty: a clone of the template.
    static Result<std::unique_ptr<TestDatabase>> create();
    /// Not even migrated: for tests of the migrations.
    static Result<std::unique_ptr<TestDatabase>> createBare();

    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    QString name() const { return m_name; }
    /// As the superuser.
    QString adminConninfo() const { return m_adminConninfo; }
    /// As the service, under row-level security.
    QString appConninfo() const { return m_appConninfo; }
    /// As the change feed.
    QString feedConninfo() const { return m_feedConninfo; }

private:
    TestDatabase(QString name, QString adminConninfo, QString appConninfo, QString feedConninfo);
    static Result<std::unique_ptr<TestDatabase>> cloneOf(QLatin1StringView original);

    QString m_name;
    QString m_adminConninfo;
    QString m_appConninfo;
    QString m_feedConninfo;
};

} // namespace signalbox
