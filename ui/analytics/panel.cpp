// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/panel.h"

#include "ui/base/consolestyle.h"
#include "ui/base/errorbanner.h"
#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/base/progressline.h"
#include "ui/base/statepanel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto SlowAfter = 1500ms; // half of the budget of a cold read (domain §7.9)

/// Over content that belongs to another request: a veil, so that nothing under it has to know.
class Veil final : public QWidget
{
public:
    Veil(const Theme &theme, QWidget *over)
        : QWidget(over)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        over->installEventFilter(this);
        hide();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QColor color = m_theme.color(ColorRole::Surface);
        color.setAlphaF(0.55F);
        QPainter(this).fillRect(rect(), color);
    }

private:
    const Theme &m_theme;
};

} // namespace

class Panel::Private
{
public:
    Private(Panel *panel, const Theme &theme, const Clock &clock, QString id);

    void build();
    void restyle();
    void showStatus();
    void showAge();
    void openMenu() const;
    bool isStale() const
    {
        return status.computedAt && clock.now() - *status.computedAt > StaleAfter && !status.isLoading;
    }

    Panel *q;
    const Theme &theme;
    const Clock &clock;
    QString id;
    QString definition;
    QString emptyHint;
    PanelStatus status;
    QLabel *title;
    QLabel *age;
    FlatButton *cancel;
    FlatButton *menu;
    QHBoxLayout *head;
    ProgressLine *line;
    ErrorBanner *banner;
    StatePanel *body;
    Veil *veil = nullptr;
    QWidget *content = nullptr;
    std::function<void(QMenu &)> fillMenu;
    QTimer slow;
};

Panel::Private::Private(Panel *panel, const Theme &usedTheme, const Clock &usedClock, QString ownId)
    : q(panel)
    , theme(usedTheme)
    , clock(usedClock)
    , id(std::move(ownId))
    , title(new QLabel(panel))
    , age(new QLabel(panel))
    , cancel(new FlatButton(theme, IconName::None, panel))
    , menu(new FlatButton(theme, IconName::None, panel))
    , head(new QHBoxLayout)
    , line(new ProgressLine(theme, panel))
    , banner(new ErrorBanner(theme, clock, panel))
    , body(new StatePanel(theme, clock, Skeleton::Shape::Table, panel))
{
    build();
}

void Panel::Private::build()
{
    title->setObjectName(u"panelTitle"_s);
    age->setObjectName(u"panelAge"_s);
    cancel->setObjectName(u"panelCancel"_s);
    cancel->setText(Panel::tr("Slow: cancel"));
    cancel->setToolTip(Panel::tr("This takes longer than usual. Cancel it; what is shown stays."));
    cancel->setTextStyle(TextStyle::Caption);
    cancel->hide();
    menu->setObjectName(u"panelMenu"_s);
    menu->setText(u"\u22EF"_s);
    menu->setAccessibleName(Panel::tr("What can be done with this panel"));
    menu->setToolTip(menu->accessibleName());
    menu->hide();
    head->setSpacing(theme.px(Spacing::S));
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(cancel);
    head->addWidget(age);
    head->addWidget(menu);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(3, 3, 3, theme.px(Spacing::S)); // room for the ring of the focus
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(Spacing::Xs);
    column->addWidget(line);
    column->addWidget(banner);
    column->addWidget(body, 1);
    slow.setSingleShot(true);
    slow.setInterval(SlowAfter);
    QObject::connect(&slow, &QTimer::timeout, q, [this] { cancel->show(); });
    QObject::connect(cancel, &QAbstractButton::clicked, q, &Panel::cancelRequested);
    QObject::connect(banner, &ErrorBanner::retryRequested, q, &Panel::retryRequested);
    QObject::connect(body, &StatePanel::retryRequested, q, &Panel::retryRequested);
    QObject::connect(menu, &QAbstractButton::clicked, q, [this] { openMenu(); });
    QObject::connect(&theme, &Theme::changed, q, [this] { restyle(); });
}

void Panel::Private::restyle()
{
    // Layouts turn round, margins do not.
    const int begin = theme.px(Spacing::L) - 3;
    const int end = theme.px(Spacing::S);
    const bool isMirrored = q->isRightToLeft();
    head->setContentsMargins(isMirrored ? end : begin, theme.px(Spacing::S) - 2, isMirrored ? begin : end, 0);
    title->setFont(theme.font(TextStyle::Reading, QFont::Medium));
    age->setFont(theme.font(TextStyle::Caption));
    for (FlatButton *button : {menu, cancel})
        button->setFixedHeight(theme.px(MinimumTarget));
    menu->setFixedWidth(theme.px(MinimumTarget));
    title->setMinimumHeight(theme.px(MinimumTarget));
    showAge();
    q->update();
}

void Panel::Private::showStatus()
{
    line->setActive(status.isRefreshing);
    if (!status.isLoading && !status.isRefreshing) {
        slow.stop();
        cancel->hide();
    } else if (!slow.isActive() && cancel->isHidden()) {
        slow.start();
    }
    const bool hasNumbers = status.computedAt.has_value();
    if (status.error && hasNumbers)
        banner->showError(*status.error, u"analytics/"_s + id);
    else
        banner->clear();
    if (status.error && !hasNumbers)
        body->showError(*status.error, u"analytics/"_s + id);
    else if (status.isLoading)
        body->showLoading();
    else if (status.isEmpty)
        body->showEmpty({EmptyState::Kind::Filtered, Panel::tr("No data in this period"), emptyHint, {}});
    else
        body->showContent();
    if (veil) {
        veil->setVisible(status.isOfOtherRequest);
        veil->raise();
    }
    showAge();
}

void Panel::Private::showAge()
{
    QString text;
    ColorRole role = ColorRole::Text3;
    if (status.computedAt && !status.isLoading) {
        const auto old = floor<seconds>(clock.now() - *status.computedAt);
        if (old > AgeingAfter) {
            role = ColorRole::Warn;
            text = Panel::tr("%1 old").arg(presentAge(old));
        } else if (old >= 60s || status.isOutdated) {
            text = Panel::tr("%1 ago").arg(presentAge(old));
        }
        age->setToolTip(Panel::tr("Computed at %1").arg(presentExactTime(*status.computedAt, QLocale())));
    }
    age->setText(text);
    age->setVisible(!text.isEmpty());
    QPalette palette = age->palette();
    palette.setColor(QPalette::WindowText, theme.color(role));
    age->setPalette(palette);
    q->update();
}

void Panel::Private::openMenu() const
{
    if (!fillMenu)
        return;
    auto *opened = new QMenu(q);
    opened->setObjectName(u"panelMenuOpen"_s);
    opened->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*opened);
    const QSize size = opened->sizeHint();
    const int left = q->isRightToLeft() ? 0 : menu->width() - size.width();
    opened->popup(menu->mapToGlobal(QPoint(left, menu->height())));
}

Panel::Panel(const Theme &theme, const Clock &clock, const QString &id, QWidget *parent)
    : QFrame(parent)
    , d(std::make_unique<Private>(this, theme, clock, id))
{
    setObjectName(u"panel-"_s + id);
    setFocusPolicy(Qt::TabFocus);
    d->restyle();
}

Panel::~Panel() = default;

const QString &Panel::id() const
{
    return d->id;
}

void Panel::setTitle(const QString &title)
{
    d->title->setText(title);
    setAccessibleName(title);
}

QString Panel::title() const
{
    return d->title->text();
}

void Panel::setDefinition(const QString &definition)
{
    d->definition = definition;
    d->title->setToolTip(definition);
    d->title->setAccessibleDescription(definition);
    setAccessibleDescription(definition);
}

QString Panel::definition() const
{
    return d->definition;
}

void Panel::setContent(QWidget *content)
{
    d->content = content;
    d->body->setContent(content);
    d->veil = new Veil(d->theme, content);
    d->showStatus();
}

QWidget *Panel::content() const
{
    return d->content;
}

void Panel::addHeadWidget(QWidget *widget)
{
    d->head->insertWidget(d->head->indexOf(d->menu), widget);
}

void Panel::setMenu(std::function<void(QMenu &)> fill)
{
    d->fillMenu = std::move(fill);
    d->menu->setVisible(bool(d->fillMenu));
}

void Panel::setShape(Skeleton::Shape shape)
{
    d->body->setShape(shape);
}

void Panel::setEmptyHint(const QString &hint)
{
    d->emptyHint = hint;
}

void Panel::setStatus(const PanelStatus &status)
{
    if (d->status == status)
        return;
    d->status = status;
    d->showStatus();
}

const PanelStatus &Panel::status() const
{
    return d->status;
}

void Panel::updateAge()
{
    d->showAge();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int radius = d->theme.px(Radius::Card);
    paintBox(painter, rect(), d->theme.color(ColorRole::Surface), d->theme.color(ColorRole::Border), radius);
    if (d->isStale()) {
        // Twice as old as it may be: told by a pattern as well as by the colour of the age.
        QColor hatch = d->theme.color(ColorRole::Warn);
        hatch.setAlphaF(0.22F);
        QRectF head(1, 1, width() - 2, d->title->geometry().bottom() + d->theme.px(Spacing::Xs));
        QPainterPath shape;
        shape.addRoundedRect(head, radius, radius);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(shape, QBrush(hatch, Qt::BDiagPattern));
    }
    if (hasFocus())
        paintFocusRing(painter, d->theme, QRectF(rect()).adjusted(1, 1, -1, -1), radius);
}

void Panel::keyPressEvent(QKeyEvent *event)
{
    const bool isBusy = d->status.isLoading || d->status.isRefreshing;
    if (event->key() == Qt::Key_Escape && isBusy)
        Q_EMIT cancelRequested();
    else if (event->key() == Qt::Key_Menu
        || (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier))
        d->openMenu();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && d->content)
        d->content->setFocus(Qt::TabFocusReason);
    else
        QFrame::keyPressEvent(event);
}

void Panel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        d->showStatus();
    QFrame::changeEvent(event);
}

} // namespace signalbox
