// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/livefilter.h"
#include "ui/base/theme.h"
#include "ui/live/livewords.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace signalbox {

class FlatButton;

/// One event, whole: as JSON, what changed, and where its time went. It keeps what it shows when the event
/// leaves the recording.
class LiveDetail final : public QWidget
{
    Q_OBJECT

public:
    LiveDetail(LeadNames &names, const Theme &theme, QWidget *parent = nullptr);

    void show(const LiveRecord &record);
    void clear();
    QString json() const;

Q_SIGNALS:
    void openLeadRequested(const signalbox::LeadId &lead);
    void copied(); ///< the JSON is on the clipboard
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillChanges();
    void fillPath();
    void addLine(const QString &name, const QString &value, ColorRole tone);
    void addHeading(const QString &text);
    void restyle();
    void refill();

    LeadNames &m_names;
    const Theme &m_theme;
    std::optional<LiveRecord> m_record;
    QLabel *m_title;
    FlatButton *m_open;
    FlatButton *m_copy;
    FlatButton *m_close;
    QPlainTextEdit *m_json;
    QWidget *m_facts = nullptr;
    QGridLayout *m_grid = nullptr;
    QWidget *m_side;
};

} // namespace signalbox
