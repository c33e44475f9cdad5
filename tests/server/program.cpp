// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/program.h"

#include <QDeadlineTimer>
#include <QDir>

#include <sys/prctl.h>

#include <csignal>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

} // namespace

Program::Program(
    const QString &name, const QStringList &arguments, const QHash<QString, QString> &environment)
{
    m_process.setChildProcessModifier(
        [] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // a killed test leaves no program
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    const QStringList names = variables.keys();
    for (const QString &variable : names) {
        if (variable.startsWith("SIGNALBOX_"_L1))
            variables.remove(variable);
    }
    for (auto variable = environment.begin(); variable != environment.end(); ++variable)
        variables.insert(variable.key(), variable.value());
    m_process.setProcessEnvironment(variables);
    if (m_errors.open())
        m_process.setStandardErrorFile(m_errors.fileName());
    m_process.start(QDir(QStringLiteral(SIGNALBOX_BIN_DIR)).filePath(name), arguments, QIODevice::ReadOnly);
    m_process.waitForStarted();
}

Program::~Program()
{
    kill();
}

QString Program::waitForLine(const QString &start)
{
    const QDeadlineTimer deadline(Patience);
    for (qsizetype seen = 0; !deadline.hasExpired();) {
        take();
        for (; seen < m_lines.size(); ++seen) {
            if (m_lines.at(seen).startsWith(start))
                return m_lines.at(seen);
        }
        if (!isRunning())
            return {};
        m_process.waitForReadyRead(50);
    }
    return {};
}

int Program::waitForExit()
{
    if (isRunning() && !m_process.waitForFinished(Patience))
        return -1;
    take();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Program::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray Program::errors() const
{
    QFile file(m_errors.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Program::take()
{
    m_unread += m_process.readAllStandardOutput();
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        m_lines += QString::fromUtf8(m_unread.first(end));
        m_unread.remove(0, end + 1);
    }
}

std::unique_ptr<QTemporaryDir> makeDataDirectory()
{
    auto directory = std::make_unique<QTemporaryDir>(u"/tmp/signalbox-test-XXXXXX"_s);
    // The database runs as another user when the tests run as root.
    QFile::setPermissions(directory->path(),
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    return directory;
}

} // namespace signalbox
