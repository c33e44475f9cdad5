// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/ctlcontext.h"

#include "app/service/databaseaccess.h"
#include "core/config/serviceconfig.h"
#include "core/storage/pgconnection.h"

#include <QJsonDocument>

#include <unistd.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

void writeLine(std::FILE *file, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), file);
    std::fputc('\n', file);
    std::fflush(file);
}

int exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
        return error.code == "CONFIG"_L1 ? CtlUsage : CtlFound;
    default:
        return CtlUnreachable;
    }
}

} // namespace

CtlContext::CtlContext(Options options, std::FILE *out, std::FILE *err, std::stop_token stop)
    : m_options(std::move(options))
    , m_out(out)
    , m_err(err)
    , m_stop(std::move(stop))
    , m_database(std::make_unique<std::unique_ptr<DatabaseAccess>>())
{ }

CtlContext::~CtlContext() = default;

Result<DatabaseAccess *> CtlContext::database() const
{
    if (*m_database)
        return m_database->get();
    QHash<QString, QString> flags;
    if (!m_options.database.isEmpty())
        flags.insert(u"database"_s, m_options.database);
    if (!m_options.embedded.isEmpty())
        flags.insert(u"embedded"_s, m_options.embedded);
    auto config = serviceConfig(Configuration::read(ConfigSources::ofProcess(m_options.config, flags)));
    if (!config)
        return config.error();
    // What was typed wins over a database.url of the file or the environment.
    if (!m_options.embedded.isEmpty() && m_options.database.isEmpty())
        config->databaseUrl.clear();
    const auto cluster
        = m_options.makesCluster ? DatabaseAccess::Cluster::BorrowOrMake : DatabaseAccess::Cluster::Borrow;
    auto access = DatabaseAccess::open(*config, cluster, [this](const QString &line) { remark(line); });
    if (!access)
        return access.error();
    *m_database = *std::move(access);
    return m_database->get();
}

Result<std::unique_ptr<PgConnection>> CtlContext::openAdmin(bool migrateFirst) const
{
    const auto access = database();
    if (!access)
        return access.error();
    const auto conninfo = (*access)->adminConninfo();
    if (!conninfo)
        return conninfo.error();
    if (migrateFirst) {
        if (const auto steps = (*access)->migrate(); !steps)
            return steps.error();
    }
    return PgConnection::open(*conninfo);
}

Result<std::unique_ptr<PgConnection>> CtlContext::openService() const
{
    const auto conninfo = serviceConninfo();
    if (!conninfo)
        return conninfo.error();
    return PgConnection::open(*conninfo);
}

Result<QString> CtlContext::adminConninfo() const
{
    const auto access = database();
    if (!access)
        return access.error();
    return (*access)->adminConninfo();
}

Result<QString> CtlContext::serviceConninfo() const
{
    const auto access = database();
    if (!access)
        return access.error();
    if (const auto steps = (*access)->migrate(); !steps)
        return steps.error();
    return (*access)->serviceConninfo();
}

void CtlContext::print(const QString &line) const
{
    writeLine(m_out, line.toUtf8());
}

void CtlContext::print(const QJsonObject &object) const
{
    writeLine(m_out, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void CtlContext::remark(const QString &line) const
{
    writeLine(m_err, line.toUtf8());
}

void CtlContext::progress(const QString &line) const
{
    if (!::isatty(::fileno(m_err)))
        return;
    const QByteArray text = "\r\033[K" + line.toUtf8();
    std::fwrite(text.constData(), 1, size_t(text.size()), m_err);
    std::fflush(m_err);
}

int CtlContext::fail(const Error &error) const
{
    const QString text = error.detail.isEmpty() ? QString(kindName(error.kind)) : error.detail;
    writeLine(m_err, "error: " + text.toUtf8());
    return exitCodeFor(error);
}

int CtlContext::usageError(const Error &error) const
{
    writeLine(m_err, error.detail.toUtf8() + "\nsee signalboxctl --help");
    return CtlUsage;
}

} // namespace signalbox
