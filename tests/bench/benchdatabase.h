// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/inboxreader.h"

#include <memory>

namespace signalbox {

class EmbeddedCluster;

/// A durable private cluster with demo workspaces of the wanted sizes, kept between benchmarks in the build
/// directory, so that a million leads are made once.
class BenchDatabase
{
public:
    /// Reads `--leads N` (default 1,000,000) from the arguments. Ends the program with the reason when it
    /// cannot be had.
    static std::unique_ptr<BenchDatabase> open(int argc, char **argv);
    ~BenchDatabase();

    qint64 leads() const { return m_leads; }
    QString adminConninfo() const;
    QString appConninfo() const;
    /// The big workspace, and one of a thousand leads, read by their owner.
    InboxReader big() const { return m_big; }
    InboxReader small() const { return m_small; }
    /// A setter of the big workspace.
    InboxReader setter() const { return m_setter; }

private:
    explicit BenchDatabase(std::unique_ptr<EmbeddedCluster> cluster, qint64 leads);
    void seedOnce();
    void findReaders();

    std::unique_ptr<EmbeddedCluster> m_cluster;
    qint64 m_leads;
    InboxReader m_big;
    InboxReader m_small;
    InboxReader m_setter;
};

/// A connection that must succeed.
std::unique_ptr<PgConnection> benchConnection(const QString &conninfo);

} // namespace signalbox
