// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <memory>

namespace signalbox {

/// One of our programs, started for real from the build. Killed at the end if it still runs.
class Program
{
public:
    /// `name` is a file of build/bin, or absolute. The test's own `SIGNALBOX_*` variables are not passed on.
    Program(
        const QString &name, const QStringList &arguments, const QHash<QString, QString> &environment = {});
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    /// Waits until a line on standard output begins with `start` and gives it; empty when the program ends or
    /// a minute passes first.
    QString waitForLine(const QString &start);
    /// Waits for the end; gives the exit code, -1 when it crashed, was killed or is still there after a
    /// minute.
    int waitForExit();
    void terminate() { m_process.terminate(); } ///< SIGTERM
    void kill(); ///< SIGKILL, and waits

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }
    const QStringList &lines() const { return m_lines; } ///< of standard output so far
    /// Standard error so far. It goes to a file, so that no program ever waits for a test to read it.
    QByteArray errors() const;

private:
    void take();

    QProcess m_process;
    QByteArray m_unread;
    QStringList m_lines;
    QTemporaryFile m_errors;
};

/// A directory for an embedded database that an unprivileged user can reach, short enough for a socket.
std::unique_ptr<QTemporaryDir> makeDataDirectory();

} // namespace signalbox
