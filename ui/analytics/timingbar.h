// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/responsetiming.h"
#include "ui/base/theme.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

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
    bool isStandard() const;
    void reset(); ///< to the defaults, as if the person had chosen them

Q_SIGNALS:
    void filterChanged(); ///< by the person; changes of numbers once he rests

private:
    QWidget *makeSelectors();
    QWidget *makeSentence();
    QLabel *word(const QString &text);
    void tellDays();
    void take();
    void restyle();

    const Theme &m_theme;
    ResponseTimingFilter m_filter;
    QComboBox *m_channel;
    QComboBox *m_responder;
    QSpinBox *m_attribution;
    QSpinBox *m_maturity;
    QList<QLabel *> m_words;
    QTimer m_rest; ///< a row of clicks on an arrow is one question
};

} // namespace signalbox
