// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/livebar.h"

#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/live/eventrow.h"
#include "ui/live/livewords.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

/// The names of the columns, where EventRowPainter puts them.
class ColumnHead final : public QWidget
{
public:
    ColumnHead(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    { }

    QSize sizeHint() const override { return {400, m_theme.px(26)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(ColorRole::Window));
        painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorRole::Border));
        painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
        painter.setPen(m_theme.color(ColorRole::Text3));
        // The table below has a scroll bar beside it.
        const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        const QRect room = isRightToLeft() ? rect().adjusted(bar, 0, 0, 0) : rect().adjusted(0, 0, -bar, 0);
        const EventColumns columns = EventColumns::of(m_theme, room.width());
        for (int column = 0; column < EventFeedModel::ColumnCount; ++column) {
            // As the rows are: what stands at the end of a cell is a little away from the next one.
            const int gap = column == EventFeedModel::Latency ? 0 : Spacing::S;
            const QRect cell = columns.rect(column, room, isRightToLeft());
            const QRect area = isRightToLeft() ? cell.adjusted(gap, 0, 0, 0) : cell.adjusted(0, 0, -gap, 0);
            const bool isEnd = column == EventFeedModel::Latency;
            const auto side = isEnd == isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight;
            if (area.width() > 0)
                painter.drawText(
                    area, int(Qt::AlignVCenter | Qt::AlignAbsolute | side), EventColumns::title(column));
        }
    }

private:
    const Theme &m_theme;
};

QString presentLength(Instant from, Instant to)
{
    const auto length = std::max(floor<seconds>(to - from), 0s);
    return u"%1:%2:%3"_s.arg(length.count() / 3600, 2, 10, QLatin1Char('0'))
        .arg(length.count() / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(length.count() % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

LiveBar::LiveBar(LiveMemory &memory, const Theme &theme, const CommandRegistry &commands, QWidget *parent)
    : QWidget(parent)
    , m_memory(memory)
    , m_theme(theme)
    , m_commands(commands)
    , m_pause(new FlatButton(theme, IconName::None, this))
    , m_follow(new FlatButton(theme, IconName::None, this))
    , m_export(new FlatButton(theme, IconName::External, this))
    , m_buffer(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_matches(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_head(new ColumnHead(theme, this))
{
    setObjectName(u"liveBar"_s);
    buildTop();
    buildFilter();
    m_typing.setSingleShot(true);
    m_typing.setInterval(180ms);
    connect(&m_typing, &QTimer::timeout, this, &LiveBar::useFilter);
    connect(m_field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::returnPressed, this, &LiveBar::useFilter);
    connect(&theme, &Theme::changed, this, &LiveBar::restyle);
    restyle();
    refresh();
}

void LiveBar::buildTop()
{
    m_pause->setObjectName(u"livePause"_s);
    m_pause->setCheckable(true);
    m_pause->setTextStyle(TextStyle::Body, QFont::Medium);
    m_pause->setIconSizePx(16);
    m_follow->setObjectName(u"liveFollow"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setText(tr("Follow tail"));
    m_follow->setAccessibleName(tr("Follow the newest events"));
    m_export->setObjectName(u"liveExport"_s);
    m_export->setText(tr("Export"));
    m_export->setIconSizePx(16);
    m_export->setHasChevron(true);
    m_buffer->setObjectName(u"liveBuffer"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Spacing::M, Spacing::S, Spacing::M, Spacing::S);
    row->setSpacing(Spacing::S);
    row->addWidget(m_pause);
    row->addWidget(m_follow);
    row->addStretch(1);
    row->addWidget(m_buffer);
    row->addSpacing(Spacing::S);
    row->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    connect(m_pause, &QAbstractButton::clicked, this, &LiveBar::pauseRequested);
    connect(m_follow, &QAbstractButton::clicked, this, &LiveBar::followRequested);
    connect(m_export, &QAbstractButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("What matches as CSV…"), this, [this] { Q_EMIT exportRequested(true); });
        menu->addAction(tr("What matches as JSON…"), this, [this] { Q_EMIT exportRequested(false); });
        menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
    });
}

void LiveBar::buildFilter()
{
    m_field->setObjectName(u"liveFilter"_s);
    m_field->setPlaceholderText(u"kind:lead.updated setter:dana latency:>500 status:qualified"_s);
    m_field->setAccessibleName(tr("Filter the events"));
    m_field->setToolTip(tr("Words are joined by “and”; a minus before a word turns it round.\n"
                           "kind:  setter:  status:  sentiment:  lead:  latency:  is:replay"));
    m_field->setClearButtonEnabled(true);
    m_matches->setObjectName(u"liveMatches"_s);
    m_problem->setObjectName(u"liveProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Spacing::M, 0, Spacing::M, Spacing::S);
    row->setSpacing(Spacing::M);
    row->addWidget(m_field, 1);
    row->addWidget(m_matches);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(row);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(Spacing::M, 0, Spacing::M, 0);
    below->addWidget(m_problem);
    column->addLayout(below);
    column->addWidget(m_head);
}

void LiveBar::useFilter()
{
    m_typing.stop();
    const QString text = m_field->text().trimmed();
    const auto filter = LiveFilter::parse(text);
    m_problem->setVisible(!filter);
    if (!filter) {
        m_problem->setText(explainFilterError(filter.error()));
        return;
    }
    if (text == m_used)
        return;
    m_used = text;
    m_memory.events().setFilter(*filter);
    refresh();
    Q_EMIT filterChanged();
}

QString LiveBar::filterText() const
{
    return m_used;
}

void LiveBar::setFilterText(const QString &text)
{
    m_field->setText(text);
    useFilter();
}

void LiveBar::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void LiveBar::setFollowing(bool isFollowing)
{
    m_follow->setChecked(isFollowing);
}

void LiveBar::refresh()
{
    const QLocale locale;
    const EventFeedModel &events = m_memory.events();
    const LiveRing &ring = events.ring();
    m_pause->setChecked(events.isPaused());
    m_pause->setText(!events.isPaused() ? tr("Pause")
            : events.held() > 0         ? tr("Resume · %1 held").arg(locale.toString(events.held()))
                                        : tr("Resume"));
    m_pause->setAccessibleName(events.isPaused() ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(m_commands.tooltip(u"live.pause"_s));
    m_follow->setToolTip(m_commands.tooltip(u"live.follow"_s));
    m_buffer->setText(ring.size() == 0
            ? tr("Buffer of %1, empty").arg(locale.toString(ring.capacity()))
            : tr("Buffer %1 of %2 · %3 · %4")
                  .arg(locale.toString(ring.size()), locale.toString(ring.capacity()),
                      presentBytes(ring.bytes()),
                      presentLength(ring.at(ring.first()).at, m_memory.clock().now())));
    m_matches->setText(events.isFiltering()
            ? tr("%1 match of %2").arg(locale.toString(events.matchCount()), locale.toString(ring.size()))
            : tr("%Ln event(s)", nullptr, ring.size()));
    m_export->setEnabled(events.matchCount() > 0);
}

void LiveBar::restyle()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    for (QLabel *label : {m_buffer, m_matches}) {
        label->setPalette(quiet);
        label->setFont(m_theme.font(TextStyle::Caption));
    }
    QPalette wrong = palette();
    wrong.setColor(QPalette::WindowText, m_theme.color(ColorRole::Danger));
    m_problem->setPalette(wrong);
    m_problem->setFont(m_theme.font(TextStyle::Caption));
    m_problem->setContentsMargins(0, 0, 0, Spacing::S);
    m_head->setFixedHeight(m_theme.px(26));
    m_field->setMinimumHeight(m_theme.px(32));
    for (FlatButton *button : {m_pause, m_follow, m_export})
        button->setFixedHeight(m_theme.px(30));
    update();
}

void LiveBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
}

} // namespace signalbox
