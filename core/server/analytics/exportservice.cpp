// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/exportservice.h"

#include "core/base/log.h"
#include "core/export/exportabout.h"
#include "core/server/serverlog.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::chrono::minutes SweepEvery {1};

/// What a person reads who asked for it; the rest is for the log.
QString reasonOf(const Error &error)
{
    if (error.code == "STORAGE_FULL"_L1 || error.code == "DISK_FULL"_L1)
        return u"The service has no disk space left for this export"_s;
    switch (error.kind) {
    case Error::Kind::Denied:
        return u"The right to this workspace ended meanwhile"_s;
    case Error::Kind::Unavailable:
        return u"The database is not available"_s;
    case Error::Kind::TimedOut:
        return u"The database took too long"_s;
    default:
        return u"The export failed inside the service"_s;
    }
}

} // namespace

struct ExportService::Entry
{
    UserId user;
    ExportRequest request;
    QUuid id;
    QString fileName;
    Instant startedAt {};
    ExportState state = ExportState::Running;
    std::optional<Instant> endedAt;
    qint64 sizeBytes = 0;
    QString error;
    std::shared_ptr<SpoolFile> file;
    std::shared_ptr<ExportProgress> progress = std::make_shared<ExportProgress>();
    Pending<qint64> work; // the size of what was written
};

ExportService::ExportService(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    connect(&m_sweeper, &QTimer::timeout, this, &ExportService::sweep);
    m_services.metrics.gauge("signalbox_exports_running", "Exports under way or waiting.", [this] {
        return double(std::ranges::count_if(
            m_entries, [](const auto &each) { return each.second->state == ExportState::Running; }));
    });
    m_services.metrics.gauge("signalbox_export_bytes", "Size of the finished exports that are kept.", [this] {
        double bytes = 0;
        for (const auto &[id, entry] : m_entries)
            bytes += double(entry->sizeBytes);
        return bytes;
    });
}

ExportService::~ExportService() = default;

Result<ExportJob> ExportService::start(UserId user, const ExportRequest &request)
{
    sweep();
    if (const auto room = makeRoom(user); !room) {
        count("refused");
        return room.error();
    }
    if (!m_directory) {
        auto opened = ExportDirectory::open(m_services.parent);
        if (!opened) {
            logError(serverLog(), "export_directory_failed"_L1, {{u"error"_s, describe(opened.error())}});
            return opened.error();
        }
        m_directory = *std::move(opened);
        m_sweeper.start(SweepEvery);
    }
    auto entry = std::make_unique<Entry>();
    entry->user = user;
    entry->request = request;
    entry->id = newUuid();
    entry->startedAt = m_services.clock.now();
    entry->fileName = exportFileName(request, {.computedAt = entry->startedAt});
    entry->file = m_directory->newFile(entry->id);
    Entry &kept = *(m_entries[entry->id] = std::move(entry));
    run(kept);
    count("started");
    return jobOf(kept);
}

Result<void> ExportService::makeRoom(UserId user)
{
    int running = 0;
    QList<Entry *> finished;
    for (const auto &[id, entry] : m_entries) {
        if (entry->user == user && entry->state == ExportState::Running)
            ++running;
        else if (entry->user == user && entry->state == ExportState::Done)
            finished.append(entry.get());
    }
    if (running >= MostOfOnePerson) {
        Error error = Error::unavailable(u"%1 exports are under way already"_s.arg(running));
        error.code = u"EXPORT_LIMIT"_s;
        error.retryAfterSeconds = 10;
        return error;
    }
    std::ranges::sort(finished, {}, &Entry::endedAt);
    while (!finished.isEmpty() && running + finished.size() >= MostOfOnePerson)
        m_entries.erase(finished.takeFirst()->id);
    return {};
}

void ExportService::run(Entry &entry)
{
    const ExportOrder order {entry.user, entry.request, entry.file->path(), entry.startedAt};
    // The worker holds the file: cancelled or not, the last who holds it removes it.
    const auto work = [order, file = entry.file, progress = entry.progress, writer = m_services.writer](
                          PgConnection &pg, std::stop_token stop) -> Result<qint64> {
        if (const auto written = writer(pg, order, *progress, stop); !written)
            return written.error();
        return QFileInfo(order.path).size();
    };
    entry.work = m_services.pool.run(work);
    deliver(entry.work, this, [this, id = entry.id](const Result<qint64> &written) { finish(id, written); });
}

void ExportService::finish(QUuid id, const Result<qint64> &written)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry &entry = *found->second;
    entry.endedAt = m_services.clock.now();
    if (written) {
        entry.state = ExportState::Done;
        entry.sizeBytes = *written;
        count("done");
        return;
    }
    entry.state = ExportState::Failed;
    entry.error = reasonOf(written.error());
    entry.file.reset();
    count("failed");
    logWarning(serverLog(), "export_failed"_L1,
        {{u"tab"_s, entry.request.tab}, {u"error"_s, describe(written.error())}});
}

ExportService::Entry *ExportService::entryOf(UserId user, QUuid id)
{
    sweep();
    const auto found = m_entries.find(id);
    return found == m_entries.end() || found->second->user != user ? nullptr : found->second.get();
}

std::optional<ExportJob> ExportService::find(UserId user, QUuid id)
{
    const Entry *entry = entryOf(user, id);
    return entry ? std::optional(jobOf(*entry)) : std::nullopt;
}

std::optional<WorkspaceId> ExportService::workspaceOf(UserId user, QUuid id)
{
    const Entry *entry = entryOf(user, id);
    return entry ? std::optional(entry->request.analytics.workspace) : std::nullopt;
}

std::shared_ptr<SpoolFile> ExportService::file(UserId user, QUuid id)
{
    const Entry *entry = entryOf(user, id);
    return entry && entry->state == ExportState::Done ? entry->file : nullptr;
}

bool ExportService::cancel(UserId user, QUuid id)
{
    Entry *entry = entryOf(user, id);
    if (!entry)
        return false;
    if (entry->state != ExportState::Running) {
        m_entries.erase(id);
        return true;
    }
    entry->work.cancel();
    entry->file.reset();
    entry->state = ExportState::Cancelled;
    entry->endedAt = m_services.clock.now();
    count("cancelled");
    return true;
}

void ExportService::sweep()
{
    const Instant now = m_services.clock.now();
    std::erase_if(m_entries,
        [&](const auto &each) { return each.second->endedAt && *each.second->endedAt + KeptFor <= now; });
}

ExportJob ExportService::jobOf(const Entry &entry) const
{
    ExportJob job;
    job.id = entry.id;
    job.state = entry.state;
    job.rowsWritten = entry.progress->rowsWritten;
    if (const qint64 total = entry.progress->rowsTotal; total >= 0)
        job.rowsTotal = total;
    job.sizeBytes = entry.sizeBytes;
    job.fileName = entry.fileName;
    job.computedAt = Instant(std::chrono::microseconds(entry.progress->computedAtMicros));
    if (job.computedAt == Instant())
        job.computedAt = entry.startedAt; // not begun
    if (entry.endedAt)
        job.expiresAt = *entry.endedAt + KeptFor;
    job.error = entry.error;
    return job;
}

void ExportService::count(const char *outcome)
{
    m_services.metrics
        .counter("signalbox_exports_total", "Exports by what became of them.", {{"outcome", outcome}})
        .increment();
}

} // namespace signalbox
