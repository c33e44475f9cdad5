// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/filterbar.h"

#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/inbox/stickymenu.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Sentiments {u"Meeting Requested", u"Call Requested", u"Information Requested",
    u"Interested", u"Meeting Booked", u"Follow Up", u"Objection", u"Neutral", u"New", u"Out of Office",
    u"Automated Reply", u"Not Interested", u"Blacklist", u"Snoozed"};

QString scoreText(ScoreFilter score)
{
    switch (score) {
    case ScoreFilter::All:
        return FilterBar::tr("Any score");
    case ScoreFilter::Exactly4:
        return FilterBar::tr("Score 4");
    case ScoreFilter::AtLeast3:
        return FilterBar::tr("Score 3 and more");
    case ScoreFilter::AtLeast2:
        return FilterBar::tr("Score 2 and more");
    case ScoreFilter::AtLeast1:
        return FilterBar::tr("Score 1 and more");
    case ScoreFilter::Unscored:
        return FilterBar::tr("Not scored");
    case ScoreFilter::Disqualified:
        return FilterBar::tr("Disqualified");
    }
    Q_UNREACHABLE();
}

/// For the button, which has no room for a sentence; cut short, "Score 3 and more" would read as another one.
QString shortScoreText(ScoreFilter score)
{
    switch (score) {
    case ScoreFilter::All:
        return FilterBar::tr("Score");
    case ScoreFilter::AtLeast3:
        return FilterBar::tr("Score") + u" ≥ 3"_s;
    case ScoreFilter::AtLeast2:
        return FilterBar::tr("Score") + u" ≥ 2"_s;
    case ScoreFilter::AtLeast1:
        return FilterBar::tr("Score") + u" ≥ 1"_s;
    default:
        return scoreText(score);
    }
}

} // namespace

FilterBar::FilterBar(SmsCampaignsModel &campaigns, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_campaigns(campaigns)
    , m_theme(theme)
    , m_search(new QLineEdit(this))
    , m_searchIcon(m_search->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_sentimentMenu(new StickyMenu(this))
    , m_scoreMenu(new QMenu(this))
    , m_moreMenu(new StickyMenu(this))
    , m_clear(new FlatButton(theme, IconName::Close, this))
{
    setObjectName(u"filterBar"_s);
    m_search->setObjectName(u"inboxSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, &FilterBar::onSearchEdited);
    connect(m_search, &QLineEdit::textEdited, &m_patience, qOverload<>(&QTimer::start));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::Xs);
    for (const Channel channel : {Channel::Email, Channel::Sms, Channel::LinkedIn}) {
        const Label label = presentChannel(channel);
        auto *button = new FlatButton(theme, label.glyph, this);
        button->setObjectName(u"channel_"_s + wireName(channel));
        button->setIconSizePx(16);
        button->setCheckable(true);
        button->setToolTip(tr("Only %1").arg(label.text));
        button->setAccessibleName(label.text);
        button->setProperty("channel", static_cast<int>(channel));
        connect(button, &QAbstractButton::toggled, this, [this, channel](bool isOn) {
            InboxQuery filters = m_filters;
            filters.channels.removeAll(channel);
            if (isOn)
                filters.channels.append(channel);
            take(filters);
        });
        buttons->addWidget(button);
        m_channels.append(button);
    }
    m_sentiment = menuButton(u"sentimentFilter"_s, tr("Sentiment"), m_sentimentMenu);
    m_score = menuButton(u"scoreFilter"_s, tr("Score"), m_scoreMenu);
    m_more = menuButton(u"moreFilters"_s, tr("More"), m_moreMenu);
    buttons->addWidget(m_sentiment);
    buttons->addWidget(m_score);
    buttons->addWidget(m_more);
    buttons->addStretch();
    m_clear->setObjectName(u"clearFilters"_s);
    m_clear->setIconSizePx(14);
    connect(m_clear, &QAbstractButton::clicked, this, &FilterBar::clearAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::M, 0, Spacing::M, Spacing::S);
    layout->setSpacing(Spacing::S);
    auto *words = new QHBoxLayout;
    words->setSpacing(Spacing::S);
    words->addWidget(m_search, 1);
    words->addWidget(m_clear);
    layout->addLayout(words);
    layout->addLayout(buttons);
    connect(m_moreMenu, &QMenu::aboutToShow, this, &FilterBar::buildMoreMenu);
    connect(m_sentimentMenu, &QMenu::aboutToShow, this, &FilterBar::buildSentimentMenu);
    connect(m_scoreMenu, &QMenu::aboutToShow, this, &FilterBar::buildScoreMenu);
    connect(&theme, &Theme::changed, this, &FilterBar::restyle);
    restyle();
    updateButtons();
}

FlatButton *FilterBar::menuButton(const QString &name, const QString &text, QMenu *menu)
{
    auto *button = new FlatButton(m_theme, IconName::None, this);
    button->setObjectName(name);
    button->setText(text);
    button->setHasChevron(true);
    button->setTextStyle(TextStyle::Caption, QFont::Medium);
    connect(button, &QAbstractButton::clicked, this,
        [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

void FilterBar::restyle()
{
    m_search->setFont(m_theme.font(TextStyle::Body));
    m_search->setFixedHeight(m_theme.px(32));
    m_searchIcon->setIcon(themedIcon(m_theme, IconName::Search, ColorRole::Text3));
    update();
}

void FilterBar::setQuery(const InboxQuery &query)
{
    m_patience.stop();
    m_filters = query;
    if (m_search->text().trimmed() != query.search)
        m_search->setText(query.search);
    updateButtons();
}

InboxQuery FilterBar::applied(InboxQuery base) const
{
    base.search = m_filters.search;
    base.searchIn = m_filters.searchIn;
    base.channels = m_filters.channels;
    base.sentimentTags = m_filters.sentimentTags;
    base.smsCampaign = m_filters.smsCampaign;
    base.smsUnattributed = m_filters.smsUnattributed;
    base.score = m_filters.score;
    return base;
}

void FilterBar::take(const InboxQuery &filters)
{
    if (m_filters == filters)
        return;
    m_filters = filters;
    updateButtons();
    Q_EMIT changed();
}

void FilterBar::onSearchEdited()
{
    m_patience.stop();
    const QString text = m_search->text().trimmed();
    InboxQuery filters = m_filters;
    filters.search = text.size() >= MinimumSearch ? text : QString();
    take(filters);
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool FilterBar::clearSearch()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    onSearchEdited();
    return true;
}

void FilterBar::clearAll()
{
    m_search->clear();
    m_patience.stop();
    InboxQuery filters;
    filters.workspace = m_filters.workspace;
    filters.category = m_filters.category;
    filters.sort = m_filters.sort;
    take(filters);
}

bool FilterBar::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        return clearSearch();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        onSearchEdited();
        Q_EMIT searchLeft();
        return true;
    default:
        return QWidget::eventFilter(object, event);
    }
}

void FilterBar::buildSentimentMenu()
{
    m_sentimentMenu->clear();
    for (const auto tag : Sentiments) {
        const QString name = QStringView(tag).toString();
        const Label label = presentSentiment(name);
        QAction *action
            = m_sentimentMenu->addAction(themedIcon(m_theme, label.glyph, toneText(label.tone)), label.text);
        action->setCheckable(true);
        action->setChecked(m_filters.sentimentTags.contains(name));
        connect(action, &QAction::toggled, this, [this, name](bool isOn) {
            InboxQuery filters = m_filters;
            filters.sentimentTags.removeAll(name);
            if (isOn)
                filters.sentimentTags.append(name);
            take(filters);
        });
    }
}

void FilterBar::buildScoreMenu()
{
    m_scoreMenu->clear();
    auto *group = new QActionGroup(m_scoreMenu);
    for (const ScoreFilter score :
        {ScoreFilter::All, ScoreFilter::Exactly4, ScoreFilter::AtLeast3, ScoreFilter::AtLeast2,
            ScoreFilter::AtLeast1, ScoreFilter::Unscored, ScoreFilter::Disqualified}) {
        QAction *action = group->addAction(m_scoreMenu->addAction(scoreText(score)));
        action->setCheckable(true);
        action->setChecked(m_filters.score == score);
        connect(action, &QAction::triggered, this, [this, score] {
            InboxQuery filters = m_filters;
            filters.score = score;
            take(filters);
        });
    }
}

void FilterBar::buildMoreMenu()
{
    m_moreMenu->clear();
    QAction *inMessages = m_moreMenu->addAction(tr("Search in messages"));
    inMessages->setCheckable(true);
    inMessages->setChecked(m_filters.searchIn == SearchIn::Messages);
    connect(inMessages, &QAction::toggled, this, [this](bool isOn) {
        InboxQuery filters = m_filters;
        filters.searchIn = isOn ? SearchIn::Messages : SearchIn::Leads;
        take(filters);
    });
    m_moreMenu->addSection(tr("SMS client"));
    if (m_campaigns.state() == LoadState::Failed) {
        connect(m_moreMenu->addAction(tr("Could not be loaded. Retry")), &QAction::triggered, &m_campaigns,
            &SmsCampaignsModel::refresh);
        return;
    }
    if (m_campaigns.rowCount() == 0)
        m_moreMenu->addAction(tr("None"))->setEnabled(false);
    for (int row = 0; row < m_campaigns.rowCount(); ++row) {
        const QModelIndex index = m_campaigns.index(row);
        const QUuid id = index.data(SmsCampaignsModel::CampaignIdRole).toUuid();
        const QString count = presentCount(index.data(SmsCampaignsModel::LeadsRole).toLongLong(), QLocale());
        const QString name = id.isNull() ? tr("Unattributed") : index.data().toString();
        QAction *action = m_moreMenu->addAction(tr("%1 (%2)").arg(name, count));
        action->setCheckable(true);
        action->setChecked(id.isNull() ? m_filters.smsUnattributed : m_filters.smsCampaign == id);
        connect(action, &QAction::toggled, this, [this, id](bool isOn) {
            InboxQuery filters = m_filters;
            filters.smsUnattributed = isOn && id.isNull();
            filters.smsCampaign = isOn && !id.isNull() ? std::optional(id) : std::nullopt;
            take(filters);
            QTimer::singleShot(
                0, this, &FilterBar::buildMoreMenu); // one at a time; the action lives until then
        });
    }
}

void FilterBar::updateButtons()
{
    for (FlatButton *button : std::as_const(m_channels)) {
        const QSignalBlocker blocker(button);
        button->setChecked(
            m_filters.channels.contains(static_cast<Channel>(button->property("channel").toInt())));
    }
    const qsizetype tags = m_filters.sentimentTags.size();
    m_sentiment->setText(tags == 0 ? tr("Sentiment") : tr("Sentiment · %1").arg(tags));
    m_score->setText(shortScoreText(m_filters.score));
    m_score->setToolTip(m_filters.score == ScoreFilter::All ? QString() : scoreText(m_filters.score));
    const int more = (m_filters.smsUnattributed || m_filters.smsCampaign ? 1 : 0)
        + (m_filters.searchIn == SearchIn::Messages ? 1 : 0);
    m_more->setText(more == 0 ? tr("More") : tr("More · %1").arg(more));
    const int active = m_filters.activeFilterCount();
    m_clear->setVisible(active > 0);
    m_clear->setText(QString::number(active));
    m_clear->setToolTip(tr("Clear %n filter(s)", nullptr, active));
    m_clear->setAccessibleName(tr("Clear %n filter(s)", nullptr, active));
    m_search->setPlaceholderText(m_filters.searchIn == SearchIn::Messages
            ? tr("Search in messages")
            : tr("Search name, company, address"));
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(ColorRole::Surface));
}

} // namespace signalbox
