// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/exporttransfer.h"
#include "ui/base/theme.h"

#include <QFrame>

class QLabel;

namespace signalbox {

class FlatButton;

/// One export: what it is, how far it is, and what can be done about it. Its result stays until it is read
/// away (ux §11, Long work).
class ExportLine final : public QFrame
{
    Q_OBJECT

public:
    /// `title`: "CRM rows · CSV".
    ExportLine(const Theme &theme, const QString &title, ExportTransfer &transfer, QWidget *parent = nullptr);
    ~ExportLine() override;

    ExportTransfer &transfer() const { return m_transfer; }
    /// It ended as it was meant to: nothing of it needs to be seen from afar.
    bool isQuiet() const;
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
    void restyle();
    QString turn() const;
    QString runningText() const;
    QString failedText() const;

    const Theme &m_theme;
    QString m_title;
    ExportTransfer &m_transfer;
    QLabel *m_glyph;
    QLabel *m_name;
    QLabel *m_text;
    FlatButton *m_cancel;
    FlatButton *m_retry;
    FlatButton *m_folder;
    FlatButton *m_dismiss;
};

} // namespace signalbox
