// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/exporttransfers.h"
#include "ui/base/dialogs.h"
#include "ui/shell/page.h"

#include <QTimer>

class QGridLayout;

namespace signalbox {

class ExportLine;

/// The exports of a workspace, one line each, several at once (DESIGN §8.25). Hidden while there is none.
///
/// Those that ended well share lines where the width allows it. All of them belong to ExportTransfers, which
/// outlives the page; before the window closes it is asked (exportLeaveQuestion()).
class ExportCenter final : public QWidget
{
    Q_OBJECT

public:
    ExportCenter(const PageContext &context, ExportTransfers &transfers, QWidget *parent);
    ~ExportCenter() override;

    /// Asks where to save it, and begins. Nothing when the person gives up.
    void start(const ExportRequest &request);
    int runningCount() const;
    const QList<ExportLine *> &lines() const { return m_lines; }

    /// Shows a file's folder; by default in the desktop's file manager.
    void setOpener(std::function<void(const QString &file)> open) { m_open = std::move(open); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QString suggestedName(const ExportRequest &request) const;
    void add(ExportTransfer &transfer);
    void remove(const ExportTransfer *transfer);
    void follow();
    void arrange();
    bool hasRoomForTwo() const;

    const PageContext m_context;
    ExportTransfers &m_transfers;
    QGridLayout *m_grid;
    QList<ExportLine *> m_lines;
    std::function<void(const QString &)> m_open;
    bool m_isWide = false;
    QTimer m_second; ///< speed and time left, while one runs
};

/// What quitting now would cut off, in whichever workspace; none: nothing.
std::optional<Question> exportLeaveQuestion(const ExportTransfers &transfers);

} // namespace signalbox
