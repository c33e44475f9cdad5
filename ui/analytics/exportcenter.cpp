// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/exportcenter.h"

#include "ui/analytics/exportline.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGridLayout>
#include <QUrl>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int WidthOfDone = 460; ///< name, file, size, rows and the two buttons

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

ExportCenter::ExportCenter(const PageContext &context, ExportTransfers &transfers, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_transfers(transfers)
    , m_grid(new QGridLayout(this))
    , m_open([](const QString &file) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    })
{
    setObjectName(u"exportCenter"_s);
    setAccessibleName(tr("Exports"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        for (ExportLine *line : std::as_const(m_lines))
            line->updateTimes();
    });
    connect(
        &transfers, &ExportTransfers::started, this, [this](ExportTransfer *transfer, WorkspaceId workspace) {
            if (workspace == m_context.workspace.id)
                add(*transfer);
        });
    connect(&transfers, &ExportTransfers::removed, this, &ExportCenter::remove);
    hide();
    for (ExportTransfer *transfer : transfers.of(context.workspace.id))
        add(*transfer);
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
    m_transfers.start(m_context.workspace.id, request, target);
}

void ExportCenter::add(ExportTransfer &transfer)
{
    const ExportRequest &request = transfer.request();
    const QString title = tr("%1 · %2").arg(tabTitle(request.tab), suffixOf(request.format).toUpper());
    auto *line = new ExportLine(m_context.theme, title, transfer, this);
    m_lines.append(line);
    connect(line, &ExportLine::openFolderRequested, this, [this](const QString &file) { m_open(file); });
    connect(line, &ExportLine::dismissed, this, [this, &transfer] { m_transfers.remove(transfer); });
    connect(&transfer, &ExportTransfer::changed, this, &ExportCenter::follow);
    connect(&transfer, &ExportTransfer::finished, this, &ExportCenter::arrange);
    follow();
    arrange();
}

void ExportCenter::remove(const ExportTransfer *transfer)
{
    const auto found = std::ranges::find_if(
        m_lines, [transfer](ExportLine *line) { return &line->transfer() == transfer; });
    if (found == m_lines.end())
        return;
    ExportLine *line = *found;
    m_lines.erase(found);
    line->hide();
    line->deleteLater(); // before its transfer, which was told of later
    follow();
    arrange();
}

bool ExportCenter::hasRoomForTwo() const
{
    return width() >= m_context.theme.px(2 * WidthOfDone);
}

/// What runs or failed has a line of its own; of what ended well, two share one where there is room.
void ExportCenter::arrange()
{
    m_isWide = hasRoomForTwo();
    QList<ExportLine *> done;
    int row = 0;
    for (ExportLine *line : std::as_const(m_lines)) {
        if (line->isQuiet())
            done.append(line);
    }
    for (qsizetype i = 0; i < done.size(); ++i) {
        const bool isAlone = !m_isWide || (i % 2 == 0 && i + 1 == done.size());
        m_grid->addWidget(done.at(i), row, !m_isWide ? 0 : int(i % 2), 1, isAlone ? 2 : 1);
        row += isAlone || i % 2 == 1 ? 1 : 0;
    }
    for (ExportLine *line : std::as_const(m_lines)) {
        if (!line->isQuiet())
            m_grid->addWidget(line, row++, 0, 1, 2);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, m_isWide ? 1 : 0);
    setVisible(!m_lines.isEmpty());
}

void ExportCenter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (hasRoomForTwo() != m_isWide)
        arrange();
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
}

std::optional<Question> exportLeaveQuestion(const ExportTransfers &transfers)
{
    const int running = transfers.runningCount();
    if (running == 0)
        return std::nullopt;
    return Question {QCoreApplication::translate("LeaveQuestion", "Quit and stop exporting?"),
        QCoreApplication::translate("LeaveQuestion",
            "%n export(s) are running. What they wrote so far is thrown away.", nullptr, running),
        QCoreApplication::translate("LeaveQuestion", "Quit"), true};
}

} // namespace signalbox
