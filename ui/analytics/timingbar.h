// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/responsetiming.h"
#include "ui/base/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace signalbox {

/// What response timing is asked for beside the period: channel, responder, and in a sentence that can be
/// changed how bookings are counted (domain §7.7).
class TimingBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TimingBar(const Theme &theme, QWidget *parent = nullptr);

    const ResponseTimingFilter &filter() const { return m_filter; }
    /// Shows it; says nothing.
    void setFilter(const ResponseTimingFilter &filter);
    /// Who can be chosen; the one who is chosen stays even if nobody knows him.
    void setResponders(const QList<ResponderSummary> &responders);

Q_SIGNALS:
    void filterChanged(); ///< by the person

private:
    QWidget *makeSelectors();
    QWidget *makeSentence();
    QLabel *word(const QString &text);
    void take();
    void restyle();
    void fitResponders();

    const Theme &m_theme;
    ResponseTimingFilter m_filter;
    QComboBox *m_channel;
    QComboBox *m_responder;
    QComboBox *m_attribution;
    QComboBox *m_maturity;
    QList<QLabel *> m_words;
};

} // namespace signalbox
