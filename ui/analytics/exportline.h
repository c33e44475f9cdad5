// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/exporttransfer.h"
#include "ui/base/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace signalbox {

/// One export: what it is, how far it is, and what can be done about it. Its result stays until it is read
/// away (ux §11, Long work).
class ExportLine final : public QFrame
{
    Q_OBJECT

public:
    /// `title`: "CRM rows · CSV".
    ExportLine(const Theme &theme, const QString &title, std::unique_ptr<ExportTransfer> transfer,
        QWidget *parent = nullptr);
    ~ExportLine() override;

    ExportTransfer &transfer() { return *m_transfer; }
    /// Speed and time left go on while nothing is heard.
    void updateTimes() { follow(); }
    QString text() const;

Q_SIGNALS:
    void openFolderRequested(const QString &file);
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    QString runningText() const;
    QString failedText() const;

    const Theme &m_theme;
    QString m_title;
    std::unique_ptr<ExportTransfer> m_transfer;
    QLabel *m_glyph;
    QLabel *m_name;
    QLabel *m_text;
    QPushButton *m_cancel;
    QPushButton *m_retry;
    QPushButton *m_folder;
    QPushButton *m_dismiss;
};

} // namespace signalbox
