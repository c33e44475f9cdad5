// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cluster/embeddedcluster.h"

#include <QProcess>

#include <sys/types.h>

#include <memory>

namespace signalbox {

struct ClusterPaths;
struct ClusterUser;

/// A place for clusters that tests may break. One initdb serves many: each test works on a copy of it.
class ClusterYard
{
public:
    /// Makes the original; `told` collects its progress.
    Result<void> prepare(QStringList *told = nullptr);
    /// Kills whatever a failed test left running.
    void killAll() const;
    bool remove() const;

    QString base() const { return m_base; }
    /// The directory of a stopped cluster of its own.
    QString copy(const QString &name) const;

private:
    QString m_base;
};

/// Fast, and not restarted: a killed server stays dead. A killed *process* loses commits only of a throw-away
/// cluster.
ClusterOptions throwaway(const QString &directory);
/// What users get, apart from the restart.
ClusterOptions durable(const QString &directory);

/// The first value of the first row.
Result<QString> ask(const QString &conninfo, const QByteArray &sql);
Result<void> tell(const QString &conninfo, const QByteArray &sql);

/// 0 if none runs.
qint64 postmasterOf(const QString &directory);
/// What an interrupted initdb left in the directory.
QStringList halfMade(const QString &directory);
/// Writes a file as the cluster's user would.
void writeAs(const ClusterUser &user, const QString &path, const QByteArray &text);

/// Stands for a service: starts the cluster, prints `ready`, and waits to be killed.
int serveCluster(const char *directory);
/// Runs this test program as such a service; it dies with us.
std::unique_ptr<QProcess> startService(const QString &directory);
/// A program that has nothing to do with PostgreSQL, running as the cluster's user: the worst owner of a
/// recycled process id.
std::unique_ptr<QProcess> strangerLike(const ClusterUser &user);

#define VERIFY_DONE(result)                                                                                  \
    QVERIFY2(result, qPrintable(result ? QString() : signalbox::describe(result.error())))

} // namespace signalbox
