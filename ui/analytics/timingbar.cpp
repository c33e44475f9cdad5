// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/timingbar.h"

#include "ui/analytics/readingtab.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array AttributionDays {7, 14, 30, 60, 90, 180, 365};
constexpr std::array MaturityDays {3, 7, 14, 21, 30, 60};
constexpr int WidestResponder = 360; ///< an address may be longer; the list shows all of it

/// Days to choose from; a link may name others.
void showDays(QComboBox *box, int days)
{
    if (box->findData(days) < 0) {
        int at = 0;
        while (at < box->count() && box->itemData(at).toInt() < days)
            ++at;
        box->insertItem(at, QCoreApplication::translate("AnalyticsTabs", "%n day(s)", nullptr, days), days);
    }
    box->setCurrentIndex(box->findData(days));
}

QString presentOption(const ResponderSummary &responder)
{
    TableCell cell {.value = responder.label, .tooFew = {}};
    const QString name = presentCell(CellKind::Responder, cell);
    const qint64 eligible = responder.stats.booked + responder.stats.notBooked;
    return u"%1 (%2)"_s.arg(name, presentNumber(eligible, QLocale()));
}

} // namespace

TimingBar::TimingBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_channel(new QComboBox(this))
    , m_responder(new QComboBox(this))
    , m_attribution(new QComboBox(this))
    , m_maturity(new QComboBox(this))
{
    setObjectName(u"timingBar"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto *flow = new FlowRow(theme, 980, this);
    flow->add(makeSelectors(), 0);
    flow->add(makeSentence(), 1);
    row->addWidget(flow);
    setResponders({});
    setFilter({});
    for (const QComboBox *box : {m_channel, m_responder, m_attribution, m_maturity})
        connect(box, &QComboBox::activated, this, &TimingBar::take);
    connect(&theme, &Theme::changed, this, &TimingBar::restyle);
    restyle();
}

QLabel *TimingBar::word(const QString &text)
{
    auto *label = new QLabel(text, this);
    m_words.append(label);
    return label;
}

QWidget *TimingBar::makeSelectors()
{
    m_channel->setObjectName(u"timingChannel"_s);
    m_channel->setAccessibleName(tr("Channel"));
    m_channel->setToolTip(
        tr("Leads whose first answered message came on this channel. Choosing SMS shows leads whose "
           "first answer was to an SMS, not every SMS."));
    for (const QString &channel : {QString(), u"email"_s, u"sms"_s, u"linkedin"_s})
        m_channel->addItem(presentChannelName(channel), channel);
    m_responder->setObjectName(u"timingResponder"_s);
    m_responder->setAccessibleName(tr("Responder"));
    m_responder->setToolTip(
        tr("Who gave the lead its first answer. The number of leads with a known outcome stands "
           "behind the name."));
    m_responder->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *side = new QWidget(this);
    auto *row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::S);
    row->addWidget(word(tr("Channel")));
    row->addWidget(m_channel);
    row->addSpacing(Spacing::S);
    row->addWidget(word(tr("Responder")));
    row->addWidget(m_responder);
    row->addStretch(1);
    return side;
}

QWidget *TimingBar::makeSentence()
{
    m_attribution->setObjectName(u"timingAttribution"_s);
    m_attribution->setAccessibleName(tr("Days after the answer in which a booking counts"));
    m_attribution->setToolTip(tr("Attribution window: a meeting booked later than this after our first "
                                 "answer is not counted for it."));
    m_maturity->setObjectName(u"timingMaturity"_s);
    m_maturity->setAccessibleName(tr("Days a lead has before it counts as not booked"));
    m_maturity->setToolTip(
        tr("Maturity: a lead answered less than this before the period's end that has not booked is "
           "pending, neither booked nor not booked."));
    for (const int days : AttributionDays)
        showDays(m_attribution, days);
    for (const int days : MaturityDays)
        showDays(m_maturity, days);
    auto *side = new QWidget(this);
    auto *row = new QHBoxLayout(side);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::S);
    row->addStretch(1);
    row->addWidget(word(tr("A booking counts up to")));
    row->addWidget(m_attribution);
    row->addWidget(word(tr("after the answer; a lead is pending for")));
    row->addWidget(m_maturity);
    return side;
}

void TimingBar::setFilter(const ResponseTimingFilter &filter)
{
    m_filter = filter;
    showDays(m_attribution, filter.attributionWindowDays);
    showDays(m_maturity, filter.maturityBufferDays);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(filter.channel)));
    const QString responder = filter.responder.isEmpty() ? u"all"_s : filter.responder;
    if (m_responder->findData(responder) < 0)
        m_responder->addItem(tr("Another setter"), responder);
    m_responder->setCurrentIndex(m_responder->findData(responder));
    fitResponders();
}

/// A QComboBox remembers the least width of its first entries, and is then cut by what stands beside it.
void TimingBar::fitResponders()
{
    m_responder->setFixedWidth(std::min(m_responder->sizeHint().width(), m_theme.px(WidestResponder)));
    m_responder->view()->setMinimumWidth(
        m_responder->view()->sizeHintForColumn(0) + m_theme.px(2 * Spacing::M));
}

void TimingBar::setResponders(const QList<ResponderSummary> &responders)
{
    if (m_responder->view()->isVisible())
        return; // an open list does not change under the pointer; the next reading comes soon enough
    m_responder->clear();
    for (const ResponderSummary &responder : responders)
        m_responder->addItem(presentOption(responder), responder.key);
    if (m_responder->findData(u"all"_s) < 0)
        m_responder->insertItem(0, presentCell(CellKind::Responder, {u"All"_s, {}}), u"all"_s);
    setFilter(ResponseTimingFilter(m_filter));
}

void TimingBar::take()
{
    ResponseTimingFilter filter = m_filter;
    filter.channel = m_channel->currentData().toString();
    const QString responder = m_responder->currentData().toString();
    filter.responder = responder == "all"_L1 ? QString() : responder;
    filter.attributionWindowDays = m_attribution->currentData().toInt();
    filter.maturityBufferDays = m_maturity->currentData().toInt();
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
}

void TimingBar::restyle()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    for (QLabel *label : m_words) {
        label->setFont(m_theme.font(TextStyle::Body));
        label->setPalette(quiet);
    }
    fitResponders();
}

} // namespace signalbox
