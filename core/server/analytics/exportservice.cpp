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
    bool isForgotten = false; // by its owner; kept while its worker is busy
    std::shared_ptr<SpoolFile> file;
    std::weak_ptr<SpoolFile> written; // there while its worker is
    std::shared_ptr<ExportProgress> progress = std::make_shared<ExportProgress>();
    Pending<qint64> work; // the size of what was written

    bool isFailure() const { return state == ExportState::Failed || state == ExportState::Cancelled; }
    /// Cancelled, but its worker has not come to a place where it can stop.
    bool isEnding() const
    {
        return state == ExportState::Cancelled && progress->isBegun && !written.expired();
    }
};

ExportService::ExportService(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_starts(m_services.clock, StartsOfOnePerson)
{
    connect(&m_sweeper, &QTimer::timeout, this, &ExportService::sweep);
    // At once, because what a killed service left goes with it; whoever exports hears what failed.
    if (const auto opened = openDirectory(); !opened)
        logInfo(serverLog(), "export_directory_missing"_L1, {{u"error"_s, describe(opened.error())}});
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

Result<void> ExportService::openDirectory()
{
    if (m_directory)
        return {};
    auto opened = ExportDirectory::open(m_services.parent);
    if (!opened)
        return opened.error();
    m_directory = *std::move(opened);
    m_sweeper.start(SweepEvery);
    return {};
}

Result<ExportJob> ExportService::start(UserId user, const ExportRequest &request)
{
    sweep();
    if (const auto admitted = admit(user); !admitted) {
        count("refused");
        return admitted.error();
    }
    if (const auto opened = openDirectory(); !opened) {
        logError(serverLog(), "export_directory_failed"_L1, {{u"error"_s, describe(opened.error())}});
        return opened.error();
    }
    auto entry = std::make_unique<Entry>();
    entry->user = user;
    entry->request = request;
    entry->id = newUuid();
    entry->startedAt = m_services.clock.now();
    entry->fileName = exportFileName(request, {.computedAt = entry->startedAt});
    entry->file = m_directory->newFile(entry->id);
    entry->written = entry->file;
    Entry &kept = *(m_entries[entry->id] = std::move(entry));
    run(kept);
    count("started");
    return jobOf(kept);
}

Result<void> ExportService::admit(UserId user)
{
    const auto refusal = [](const QString &reason, int seconds) {
        Error error = Error::unavailable(reason);
        error.code = u"EXPORT_LIMIT"_s;
        error.retryAfterSeconds = seconds;
        return error;
    };
    const auto isBusy = [user](const auto &each) {
        return each.second->user == user
            && (each.second->state == ExportState::Running || each.second->isEnding());
    };
    const auto busy = std::ranges::count_if(m_entries, isBusy);
    if (busy >= MostOfOnePerson)
        return refusal(u"%1 exports are under way already"_s.arg(busy), 10);
    if (const int seconds = m_starts.take(user.toString(), 1); seconds > 0)
        return refusal(u"Too many exports were begun: the next one in %1 s"_s.arg(seconds), seconds);
    const auto isDone = [](const Entry &entry) { return entry.state == ExportState::Done; };
    const auto isOver = [](const Entry &entry) { return entry.isFailure() && !entry.isEnding(); };
    forgetOldest(user, isDone, MostOfOnePerson - busy - 1);
    forgetOldest(user, isOver, MostFailuresOfOnePerson);
    return {};
}

/// Of the person's entries for which `which` holds, only the newest `left` stay.
void ExportService::forgetOldest(UserId user, const std::function<bool(const Entry &)> &which, qsizetype left)
{
    QList<const Entry *> ended;
    for (const auto &[id, entry] : m_entries) {
        if (entry->user == user && which(*entry))
            ended.append(entry.get());
    }
    std::ranges::sort(ended, {}, &Entry::endedAt);
    while (ended.size() > left)
        m_entries.erase(QUuid(ended.takeFirst()->id));
}

void ExportService::run(Entry &entry)
{
    const ExportOrder order {entry.user, entry.request, entry.file->path(), entry.startedAt};
    // The worker holds the file: cancelled or not, the last who holds it removes it.
    const auto work = [order, file = entry.file, progress = entry.progress, writer = m_services.writer](
                          PgConnection &pg, std::stop_token stop) -> Result<qint64> {
        progress->isBegun = true;
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
    const bool isTheirs
        = found != m_entries.end() && found->second->user == user && !found->second->isForgotten;
    return isTheirs ? found->second.get() : nullptr;
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
        entry->isForgotten = true;
        sweep();
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
    std::erase_if(m_entries, [&](const auto &each) {
        const Entry &entry = *each.second;
        const bool isOld = entry.endedAt && *entry.endedAt + KeptFor <= now;
        return (isOld || entry.isForgotten) && !entry.isEnding();
    });
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
