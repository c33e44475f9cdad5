// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/exportcenter.h"

#include "ui/analytics/exportline.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString tabTitle(const QString &tab)
{
    if (tab == "crm"_L1)
        return ExportCenter::tr("CRM rows");
    if (tab == "workflows"_L1)
        return ExportCenter::tr("Workflows");
    if (tab == "campaigns"_L1)
        return ExportCenter::tr("Campaigns");
    if (tab == "booking"_L1)
        return ExportCenter::tr("Booking");
    if (tab == "response-timing"_L1)
        return ExportCenter::tr("Response timing");
    return ExportCenter::tr("Overview");
}

QString suffixOf(ExportFormat format)
{
    return format == ExportFormat::Csv ? u"csv"_s : u"xlsx"_s;
}

} // namespace

ExportCenter::ExportCenter(const PageContext &context, AnalyticsGateway &gateway, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_gateway(gateway)
    , m_column(new QVBoxLayout(this))
    , m_open([](const QString &file) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    })
{
    setObjectName(u"exportCenter"_s);
    setAccessibleName(tr("Exports"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        for (ExportLine *line : std::as_const(m_lines))
            line->updateTimes();
    });
    hide();
}

ExportCenter::~ExportCenter() = default;

QString ExportCenter::suggestedName(const ExportRequest &request) const
{
    const auto since
        = std::chrono::floor<std::chrono::milliseconds>(m_context.clock.now().time_since_epoch());
    const QString day = QDateTime::fromMSecsSinceEpoch(since.count()).toString(u"yyyy-MM-dd-HHmm"_s);
    return u"%1-%2.%3"_s.arg(request.tab, day, suffixOf(request.format));
}

void ExportCenter::start(const ExportRequest &request)
{
    QString target = m_context.dialogs.askSaveFile(this, tr("Export"), suggestedName(request));
    if (target.isEmpty())
        return;
    if (QFileInfo(target).suffix().isEmpty())
        target += u'.' + suffixOf(request.format);
    auto transfer = std::make_unique<ExportTransfer>(m_gateway, m_context.clock, request, target, m_pace);
    ExportTransfer *running = transfer.get();
    const QString title = tr("%1 · %2").arg(tabTitle(request.tab), suffixOf(request.format).toUpper());
    auto *line = new ExportLine(m_context.theme, title, std::move(transfer), this);
    m_lines.append(line);
    m_column->addWidget(line);
    connect(line, &ExportLine::openFolderRequested, this, [this](const QString &file) { m_open(file); });
    connect(line, &ExportLine::dismissed, this, [this, line] { remove(line); });
    connect(running, &ExportTransfer::changed, this, &ExportCenter::follow);
    running->start();
    show();
}

void ExportCenter::remove(ExportLine *line)
{
    m_lines.removeOne(line);
    line->hide();
    line->deleteLater();
    setVisible(!m_lines.isEmpty());
}

int ExportCenter::runningCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_lines, [](ExportLine *line) { return line->transfer().isRunning(); }));
}

void ExportCenter::follow()
{
    const int running = runningCount();
    if (running > 0 && !m_second.isActive())
        m_second.start();
    else if (running == 0)
        m_second.stop();
    if (std::exchange(m_running, running) != running)
        Q_EMIT runningChanged(running);
}

std::optional<Question> exportLeaveQuestion(const QWidget &window)
{
    int running = 0;
    const auto centers = window.findChildren<ExportCenter *>();
    for (const ExportCenter *center : centers)
        running += center->runningCount();
    if (running == 0)
        return std::nullopt;
    return Question {QCoreApplication::translate("LeaveQuestion", "Quit and stop exporting?"),
        QCoreApplication::translate("LeaveQuestion",
            "%n export(s) are running. What they wrote so far is thrown away.", nullptr, running),
        QCoreApplication::translate("LeaveQuestion", "Quit"), true};
}

} // namespace signalbox
