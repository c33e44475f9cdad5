// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/categorysidebar.h"

#include "ui/base/errortext.h"
#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/inbox/categorybutton.h"
#include "ui/inbox/heartbeat.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

CategorySidebar::CategorySidebar(
    InboxCountsModel &counts, const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_counts(counts)
    , m_theme(theme)
    , m_clock(clock)
    , m_title(new QLabel(tr("Categories"), this))
    , m_age(new QLabel(this))
    , m_asOf(new QLabel(this))
    , m_error(new QLabel(this))
    , m_retry(new FlatButton(theme, IconName::Refresh, this))
{
    setObjectName(u"categorySidebar"_s);
    setAccessibleName(tr("Categories"));
    m_age->setObjectName(u"countsAge"_s);
    m_asOf->setObjectName(u"countsAsOf"_s);
    m_asOf->setWordWrap(true);
    auto *list = new QWidget(this);
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(Spacing::S, 0, Spacing::S, 0);
    rows->setSpacing(2);
    m_rows = rows;
    for (int row = 0; row < counts.rowCount(); ++row) {
        const auto category
            = static_cast<InboxCategory>(counts.index(row).data(InboxCountsModel::CategoryRole).toInt());
        auto *button = new CategoryButton(theme, category, list);
        connect(button, &QAbstractButton::clicked, this, [this, category] {
            Q_EMIT categoryChosen(m_category == category ? InboxCategory::All : category);
        });
        rows->addWidget(button);
        m_buttons.append(button);
    }
    m_error->setObjectName(u"countsError"_s);
    m_error->setWordWrap(true);
    m_retry->setObjectName(u"countsRetry"_s);
    m_retry->setText(tr("Retry"));
    m_retry->setIconSizePx(16);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Spacing::S, Spacing::M, Spacing::S, 0);
    foot->setSpacing(Spacing::Xs);
    foot->addWidget(m_asOf);
    foot->addWidget(m_error);
    foot->addWidget(m_retry, 0, Qt::AlignLeft);
    rows->addLayout(foot);
    rows->addStretch();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::S);
    head->addWidget(m_title, 1);
    head->addWidget(m_age);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(list, 1);
    connect(m_retry, &QAbstractButton::clicked, &counts, &InboxCountsModel::refresh);
    connect(&counts, &InboxCountsModel::stateChanged, this, &CategorySidebar::updateCounts);
    connect(&theme, &Theme::changed, this, &CategorySidebar::restyle);
    restyle();
    updateCounts();
}

void CategorySidebar::addSection(QWidget *section)
{
    m_rows->insertWidget(m_rows->count() - 1, section); // before the stretch
}

void CategorySidebar::restyle()
{
    m_title->setFont(m_theme.font(TextStyle::Caption, QFont::Bold));
    m_age->setFont(m_theme.font(TextStyle::Caption));
    m_asOf->setFont(m_theme.font(TextStyle::Caption));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text3));
    m_title->setPalette(quiet);
    m_asOf->setPalette(quiet);
    m_error->setFont(m_theme.font(TextStyle::Caption));
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, m_theme.color(ColorRole::Danger));
    m_error->setPalette(bad);
    updateAge();
    update();
}

void CategorySidebar::setCategory(InboxCategory category)
{
    m_category = category;
    for (CategoryButton *button : std::as_const(m_buttons))
        button->setChecked(button->category() == category);
}

void CategorySidebar::updateCounts()
{
    for (CategoryButton *button : std::as_const(m_buttons))
        button->setCount(m_counts.countOf(button->category()));
    // Names without figures can be used; a figure that could not be read is none, never zero.
    const bool hasFailed = m_counts.state() == LoadState::Failed;
    m_error->setVisible(hasFailed && !m_counts.reading());
    m_retry->setVisible(hasFailed);
    if (hasFailed)
        m_error->setText(tr("Counts could not be read. %1").arg(explain(*m_counts.error()).what));
    if (const auto &reading = m_counts.reading()) {
        const QLocale locale;
        const QString tip = tr("Awaiting reply %1 · Total %2")
                                .arg(presentCount(reading->counts.awaitingReply, locale),
                                    presentCount(reading->counts.total, locale));
        m_asOf->setToolTip(tip);
        m_title->setToolTip(tip);
        m_title->setAccessibleDescription(tip);
    }
    updateAge();
}

void CategorySidebar::updateAge()
{
    const auto &reading = m_counts.reading();
    if (!reading) {
        m_age->clear();
        m_asOf->clear();
        return;
    }
    const auto age = std::chrono::floor<std::chrono::seconds>(m_clock.now() - reading->counts.computedAt);
    const bool hasFailed = m_counts.state() == LoadState::Failed;
    const bool isOld = hasFailed || age > Heartbeat::Contract;
    m_age->setText(presentAge(std::max(age, std::chrono::seconds(0))));
    QPalette tone = palette();
    tone.setColor(QPalette::WindowText, m_theme.color(isOld ? ColorRole::Warn : ColorRole::Text3));
    m_age->setPalette(tone);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(
        reading->counts.computedAt.time_since_epoch());
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms.count()).time(), u"HH:mm:ss"_s);
    m_asOf->setText(hasFailed ? tr("as of %1, not refreshed since").arg(time) : tr("as of %1").arg(time));
    m_age->setToolTip(hasFailed ? explain(*m_counts.error()).what : tr("Age of the counts"));
}

void CategorySidebar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(ColorRole::Window));
}

} // namespace signalbox
