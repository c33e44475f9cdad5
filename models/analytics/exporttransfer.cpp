// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/exporttransfer.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

ExportTransfer::ExportTransfer(AnalyticsGateway &gateway, const Clock &clock, const ExportRequest &request,
    const QString &target, const Pace &pace, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_request(request)
    , m_target(target)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { (this->*m_next)(); });
}

ExportTransfer::~ExportTransfer()
{
    if (isRunning())
        stopService();
}

void ExportTransfer::start()
{
    m_offset = 0;
    m_file.reset();
    m_job = {};
    m_delay = m_pace.first;
    enter(Phase::Preparing);
    m_pendingJob = m_gateway.startExport(m_request);
    deliver(m_pendingJob, this, [this](const Result<ExportJob> &answer) { onJob(answer); });
}

void ExportTransfer::enter(Phase phase)
{
    m_phase = phase;
    m_phaseBegan = m_clock.elapsed();
    m_phaseOffset = m_offset;
    m_lostSince.reset();
    if (isRunning()) {
        m_error.reset();
        m_fileError.clear();
    } else {
        m_timer.stop();
    }
    Q_EMIT changed();
    if (!isRunning())
        Q_EMIT finished();
}

void ExportTransfer::later(milliseconds delay, void (ExportTransfer::*what)())
{
    m_next = what;
    m_timer.start(delay);
}

void ExportTransfer::poll()
{
    m_pendingJob = m_gateway.fetchExport(m_job.id);
    deliver(m_pendingJob, this, [this](const Result<ExportJob> &answer) { onJob(answer); });
}

void ExportTransfer::onJob(const Result<ExportJob> &answer)
{
    if (!answer) {
        const bool isAsked = !m_job.id.isNull(); // the start itself is not repeated: there might be two then
        if (!isAsked || !waitOut(answer.error(), &ExportTransfer::poll))
            fail(answer.error());
        return;
    }
    m_job = *answer;
    m_lostSince.reset();
    switch (m_job.state) {
    case ExportState::Running:
        later(m_delay, &ExportTransfer::poll);
        m_delay = std::min(m_delay * 3 / 2, m_pace.most);
        Q_EMIT changed();
        return;
    case ExportState::Done:
        if (!openFile())
            return;
        enter(Phase::Downloading);
        return download();
    case ExportState::Failed:
        return fail(Error::internal(m_job.error));
    case ExportState::Cancelled:
        return enter(Phase::Cancelled);
    }
}

/// Beside the target, so that the last step is a rename on one file system.
bool ExportTransfer::openFile()
{
    const QFileInfo target(m_target);
    m_offset = 0;
    m_file = std::make_unique<QTemporaryFile>(
        target.absoluteDir().filePath(u".%1.XXXXXX.part"_s.arg(target.fileName())));
    if (m_file->open())
        return true;
    failFile(m_file->errorString());
    return false;
}

void ExportTransfer::download()
{
    if (m_offset >= m_job.sizeBytes)
        return complete();
    m_pendingPiece
        = m_gateway.fetchExportContent(m_job.id, m_offset, std::min(PieceBytes, m_job.sizeBytes - m_offset));
    deliver(m_pendingPiece, this, [this](const Result<QByteArray> &answer) { onPiece(answer); });
}

void ExportTransfer::onPiece(const Result<QByteArray> &answer)
{
    if (!answer) {
        if (!waitOut(answer.error(), &ExportTransfer::download))
            fail(answer.error());
        return;
    }
    m_lostSince.reset();
    const qint64 room = m_job.sizeBytes - m_offset;
    if (answer->isEmpty() || answer->size() > room)
        return fail(Error::internal(u"the file has another size than the service said"_s));
    // A piece that was only half written, to a full disk, is written again as a whole.
    if (!m_file->seek(m_offset) || m_file->write(*answer) != answer->size() || !m_file->flush())
        return failFile(m_file->errorString());
    m_offset += answer->size();
    Q_EMIT changed();
    download();
}

void ExportTransfer::complete()
{
    m_file->flush();
    if (m_file->size() != m_job.sizeBytes)
        return failFile(u"%1 of %2 bytes are there"_s.arg(m_file->size()).arg(m_job.sizeBytes));
    std::error_code failure;
    std::filesystem::rename(QFile::encodeName(m_file->fileName()).toStdString(),
        QFile::encodeName(m_target).toStdString(), failure);
    if (failure)
        return failFile(QString::fromStdString(failure.message()));
    m_file->setAutoRemove(false);
    m_file.reset();
    enter(Phase::Done);
}

/// True: it is tried again soon. The connection may come back; an answer that says no stays no.
bool ExportTransfer::waitOut(const Error &error, void (ExportTransfer::*again)())
{
    const bool isTransient = error.kind == Error::Kind::Unavailable || error.kind == Error::Kind::TimedOut;
    const microseconds now = m_clock.elapsed();
    if (!isTransient || (m_lostSince && now - *m_lostSince >= m_pace.patience))
        return false;
    m_lostSince = m_lostSince.value_or(now);
    later(m_pace.most, again);
    Q_EMIT changed();
    return true;
}

void ExportTransfer::fail(const Error &error)
{
    m_error = error;
    enter(Phase::Failed);
}

void ExportTransfer::failFile(const QString &why)
{
    m_fileError = why;
    enter(Phase::Failed);
}

void ExportTransfer::retry()
{
    if (m_phase != Phase::Failed)
        return;
    const bool isGone = m_error && m_error->kind == Error::Kind::NotFound; // after an hour, or a restart
    if (isGone || m_job.id.isNull() || m_job.state == ExportState::Failed)
        return start();
    m_delay = m_pace.first;
    if (m_job.state != ExportState::Done) {
        enter(Phase::Preparing);
        return poll();
    }
    if ((!m_file || !m_file->isOpen()) && !openFile())
        return;
    enter(Phase::Downloading);
    download();
}

void ExportTransfer::cancel()
{
    if (m_phase == Phase::Done || m_phase == Phase::Cancelled)
        return;
    if (isRunning())
        stopService();
    m_file.reset();
    enter(Phase::Cancelled);
}

void ExportTransfer::stopService()
{
    m_pendingJob.cancel();
    m_pendingPiece.cancel();
    // Not kept: the answer does not matter, and it must outlive this.
    if (!m_job.id.isNull())
        Q_UNUSED(m_gateway.cancelExport(m_job.id));
}

std::optional<double> ExportTransfer::progress() const
{
    if (m_phase == Phase::Done)
        return 1;
    if (m_phase == Phase::Downloading)
        return m_job.sizeBytes > 0 ? double(m_offset) / double(m_job.sizeBytes) : 1;
    if (m_phase == Phase::Preparing && m_job.rowsTotal && *m_job.rowsTotal > 0)
        return std::min(1.0, double(m_job.rowsWritten) / double(*m_job.rowsTotal));
    return std::nullopt;
}

std::optional<double> ExportTransfer::rate() const
{
    const double seconds = duration<double>(m_clock.elapsed() - m_phaseBegan).count();
    if (!isRunning() || seconds < 1)
        return std::nullopt;
    const qint64 done = m_phase == Phase::Downloading ? m_offset - m_phaseOffset : m_job.rowsWritten;
    return double(done) / seconds;
}

std::optional<seconds> ExportTransfer::timeLeft() const
{
    const std::optional<double> fraction = progress();
    const std::optional<double> perSecond = rate();
    if (!fraction || !perSecond || *perSecond <= 0 || m_clock.elapsed() - m_phaseBegan < EstimateAfter)
        return std::nullopt;
    const qint64 left
        = m_phase == Phase::Downloading ? m_job.sizeBytes - m_offset : *m_job.rowsTotal - m_job.rowsWritten;
    return seconds(static_cast<qint64>(double(left) / *perSecond) + 1);
}

} // namespace signalbox
