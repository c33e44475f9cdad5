// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/exporttransfer.h"
#include "ui/base/dialogs.h"
#include "ui/shell/page.h"

#include <QTimer>

class QVBoxLayout;

namespace signalbox {

class ExportLine;

/// The exports of a workspace, one line each, several at once (DESIGN §8.25). Hidden while there is none.
///
/// They go on while one looks at other pages, and end with the workspace's pages; before the window closes it
/// is asked (exportLeaveQuestion()).
class ExportCenter final : public QWidget
{
    Q_OBJECT

public:
    ExportCenter(const PageContext &context, AnalyticsGateway &gateway, QWidget *parent);
    ~ExportCenter() override;

    /// Asks where to save it, and begins. Nothing when the person gives up.
    void start(const ExportRequest &request);
    int runningCount() const;
    const QList<ExportLine *> &lines() const { return m_lines; }

    /// How often the service is asked; for tests.
    void setPace(const ExportTransfer::Pace &pace) { m_pace = pace; }
    /// Shows a file's folder; by default in the desktop's file manager.
    void setOpener(std::function<void(const QString &file)> open) { m_open = std::move(open); }

Q_SIGNALS:
    void runningChanged(int count);

private:
    QString suggestedName(const ExportRequest &request) const;
    void remove(ExportLine *line);
    void follow();

    const PageContext m_context;
    AnalyticsGateway &m_gateway;
    QVBoxLayout *m_column;
    QList<ExportLine *> m_lines;
    ExportTransfer::Pace m_pace;
    std::function<void(const QString &)> m_open;
    QTimer m_second; ///< speed and time left, while one runs
    int m_running = 0;
};

/// What quitting now would cut off, anywhere in `window`; none: nothing.
std::optional<Question> exportLeaveQuestion(const QWidget &window);

} // namespace signalbox
