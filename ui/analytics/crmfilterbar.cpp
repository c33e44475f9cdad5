// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmfilterbar.h"

#include "ui/analytics/crmwords.h"
#include "ui/base/flatbutton.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array Statuses {
    "new", "qualified", "unqualified", "meeting-booked", "not-interested", "blacklisted"};
constexpr std::array Modes {"AI", "HUMAN", "UNKNOWN"};

} // namespace

CrmFilterBar::CrmFilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_campaign(makeField(u"crmCampaign"_s, tr("Campaign contains…"), 190))
    , m_category(makeField(u"crmCategory"_s, tr("Category contains…"), 170))
    , m_status(new QComboBox(this))
    , m_mode(new QComboBox(this))
    , m_clear(new FlatButton(theme, IconName::Close, this))
    , m_own(new QLabel(tr("Your leads only"), this))
    , m_summary(new FlatButton(theme, IconName::Analytics, this))
    , m_columns(new FlatButton(theme, IconName::Settings, this))
{
    setObjectName(u"crmFilterBar"_s);
    m_status->setObjectName(u"crmStatus"_s);
    m_status->setAccessibleName(tr("Lead status"));
    m_mode->setObjectName(u"crmMode"_s);
    m_mode->setAccessibleName(tr("Who responded"));
    fillChoices();
    m_clear->setObjectName(u"crmClear"_s);
    m_own->setObjectName(u"crmOwnOnly"_s);
    m_own->setToolTip(
        tr("A setter sees the leads that are assigned to them. The other tabs count everybody's."));
    m_own->setContentsMargins(
        theme.px(Spacing::S), theme.px(Spacing::Xs), theme.px(Spacing::S), theme.px(Spacing::Xs));
    m_own->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_own->hide();
    m_summary->setObjectName(u"crmSummaryButton"_s);
    m_summary->setText(tr("Figures"));
    m_summary->setCheckable(true);
    m_summary->setToolTip(tr("Show or hide the figures of these leads"));
    m_columns->setObjectName(u"crmColumnsButton"_s);
    m_columns->setText(tr("Columns"));
    m_columns->setHasChevron(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(
        theme.px(Spacing::L), theme.px(Spacing::S), theme.px(Spacing::L), theme.px(Spacing::S));
    row->setSpacing(theme.px(Spacing::S));
    for (QWidget *widget :
        std::initializer_list<QWidget *> {m_campaign, m_category, m_status, m_mode, m_clear})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(m_own);
    row->addSpacing(theme.px(Spacing::S));
    for (QWidget *widget : std::initializer_list<QWidget *> {m_summary, m_columns})
        row->addWidget(widget);
    m_typing.setSingleShot(true);
    m_typing.setInterval(300ms);
    connect(&m_typing, &QTimer::timeout, this, &CrmFilterBar::onChanged);
    for (QComboBox *box : {m_status, m_mode})
        connect(box, &QComboBox::currentIndexChanged, this, &CrmFilterBar::onChanged);
    connect(m_clear, &QAbstractButton::clicked, this, &CrmFilterBar::clear);
    connect(m_columns, &QAbstractButton::clicked, this, &CrmFilterBar::columnsRequested);
    connect(m_summary, &QAbstractButton::toggled, this, &CrmFilterBar::summaryToggled);
    onChanged();
}

QLineEdit *CrmFilterBar::makeField(const QString &name, const QString &placeholder, int width)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(placeholder);
    field->setClearButtonEnabled(true);
    field->setMaxLength(200);
    field->setFixedWidth(m_theme.px(width));
    field->installEventFilter(this);
    connect(field, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    return field;
}

void CrmFilterBar::fillChoices()
{
    m_status->addItem(tr("All statuses"), QString());
    for (const char *status : Statuses)
        m_status->addItem(presentStatus(QString::fromLatin1(status)).text, QString::fromLatin1(status));
    m_mode->addItem(tr("All responses"), QString());
    for (const char *mode : Modes)
        m_mode->addItem(presentResponseMode(QString::fromLatin1(mode)).text, QString::fromLatin1(mode));
}

CrmQuery CrmFilterBar::withFilters(CrmQuery query) const
{
    query.campaign = m_campaign->text().trimmed();
    query.leadCategory = m_category->text().trimmed();
    query.leadStatus = m_status->currentData().toString();
    query.responseMode = m_mode->currentData().toString();
    return query;
}

void CrmFilterBar::setFilters(const CrmQuery &query)
{
    m_campaign->setText(query.campaign);
    m_category->setText(query.leadCategory);
    m_status->setCurrentIndex(std::max(0, m_status->findData(query.leadStatus)));
    m_mode->setCurrentIndex(std::max(0, m_mode->findData(query.responseMode)));
    onChanged();
}

int CrmFilterBar::activeCount() const
{
    const CrmQuery query = withFilters({});
    return int(!query.campaign.isEmpty()) + int(!query.leadCategory.isEmpty())
        + int(!query.leadStatus.isEmpty()) + int(!query.responseMode.isEmpty());
}

void CrmFilterBar::focusFirst()
{
    m_campaign->setFocus(Qt::ShortcutFocusReason);
    m_campaign->selectAll();
}

void CrmFilterBar::clear()
{
    setFilters({});
}

void CrmFilterBar::flush()
{
    if (m_typing.isActive())
        onChanged();
}

void CrmFilterBar::onChanged()
{
    m_typing.stop();
    const int active = activeCount();
    m_clear->setVisible(active > 0);
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Clear %n filter(s)", nullptr, active));
    Q_EMIT filtersChanged();
}

void CrmFilterBar::setOwnOnly(bool isOwnOnly)
{
    m_own->setVisible(isOwnOnly);
}

void CrmFilterBar::setSummaryShown(bool isShown)
{
    const QSignalBlocker blocker(m_summary);
    m_summary->setChecked(isShown);
}

bool CrmFilterBar::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        flush();
        Q_EMIT tableWanted();
        return true;
    default:
        return QWidget::eventFilter(object, event);
    }
}

void CrmFilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorRole::Border));
    if (m_own->isVisible()) {
        // A word on a soft ground, as a chip.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::InfoSoft));
        painter.drawRoundedRect(m_own->geometry(), Radius::Control, Radius::Control);
    }
}

} // namespace signalbox
