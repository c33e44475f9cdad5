// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsgateway.h"

#include <QTemporaryFile>
#include <QTimer>

namespace signalbox {

/// One export from the question to the file in its place (DESIGN §8.25): the service writes it, this asks how
/// far it is, fetches it in pieces into a file beside the target, checks its size and renames it.
///
/// A lost connection is waited out, and what is here already is not fetched again. Destroying a transfer that
/// runs cancels it; the target is untouched until the last moment.
class ExportTransfer final : public QObject
{
    Q_OBJECT

public:
    enum class Phase
    {
        Idle,
        Preparing, ///< the service writes
        Downloading,
        Done,
        Failed, ///< retry() goes on where it stopped, as far as that is possible
        Cancelled,
    };
    /// How often the service is asked: soon at first, then at most every `most`.
    struct Pace
    {
        std::chrono::milliseconds first {250};
        std::chrono::milliseconds most {1000};
        std::chrono::milliseconds patience {60'000}; ///< how long a connection may be away
    };
    static constexpr qint64 PieceBytes = 1 << 20;
    static constexpr std::chrono::seconds EstimateAfter {10};

    ExportTransfer(AnalyticsGateway &gateway, const Clock &clock, const ExportRequest &request,
        const QString &target, const Pace &pace, QObject *parent = nullptr);
    ~ExportTransfer() override;

    const ExportRequest &request() const { return m_request; }
    const QString &target() const { return m_target; }
    Phase phase() const { return m_phase; }
    bool isRunning() const { return m_phase == Phase::Preparing || m_phase == Phase::Downloading; }
    const ExportJob &job() const { return m_job; }
    qint64 bytesHere() const { return m_offset; }
    bool isWaitingForConnection() const { return m_lostSince.has_value(); }

    /// 0…1 of the phase; none: not known.
    std::optional<double> progress() const;
    /// Rows or, while downloading, bytes a second; none in the first second.
    std::optional<double> rate() const;
    /// None before it has run for EstimateAfter.
    std::optional<std::chrono::seconds> timeLeft() const;

    const std::optional<Error> &error() const { return m_error; } ///< of the service
    const QString &fileError() const { return m_fileError; } ///< of the disk, in the system's words

public Q_SLOTS:
    void start();
    void cancel();
    void retry();

Q_SIGNALS:
    void changed();
    void finished(); ///< done, failed or cancelled

private:
    void enter(Phase phase);
    void onJob(const Result<ExportJob> &answer);
    void poll();
    void download();
    void onPiece(const Result<QByteArray> &answer);
    bool openFile();
    void complete();
    bool waitOut(const Error &error, void (ExportTransfer::*again)());
    void later(std::chrono::milliseconds delay, void (ExportTransfer::*what)());
    void fail(const Error &error);
    void failFile(const QString &why);
    void stopService();

    AnalyticsGateway &m_gateway;
    const Clock &m_clock;
    ExportRequest m_request;
    QString m_target;
    Pace m_pace;
    Phase m_phase = Phase::Idle;
    ExportJob m_job;
    Pending<ExportJob> m_pendingJob;
    Pending<QByteArray> m_pendingPiece;
    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_offset = 0;
    qint64 m_phaseOffset = 0; ///< where the phase began, for the rate
    QTimer m_timer;
    void (ExportTransfer::*m_next)() = nullptr;
    std::chrono::milliseconds m_delay {};
    std::chrono::microseconds m_phaseBegan {};
    std::optional<std::chrono::microseconds> m_lostSince;
    std::optional<Error> m_error;
    QString m_fileError;
};

} // namespace signalbox
