// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/livedetail.h"

#include "models/live/leadnames.h"
#include "ui/base/flatbutton.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

LiveDetail::LiveDetail(LeadNames &names, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_open(new FlatButton(theme, IconName::Inbox, this))
    , m_copy(new FlatButton(theme, IconName::Copy, this))
    , m_close(new FlatButton(theme, IconName::Close, this))
    , m_json(new QPlainTextEdit(this))
    , m_side(new QWidget)
{
    setObjectName(u"liveDetail"_s);
    setAccessibleName(tr("Event"));
    m_title->setObjectName(u"liveDetailTitle"_s);
    m_open->setObjectName(u"liveOpenLead"_s);
    m_open->setText(tr("Open lead"));
    m_copy->setObjectName(u"liveCopyJson"_s);
    m_copy->setText(tr("Copy JSON"));
    m_close->setObjectName(u"liveCloseDetail"_s);
    m_close->setAccessibleName(tr("Close the event"));
    m_close->setToolTip(tr("Close the event (Esc)"));
    for (FlatButton *button : {m_open, m_copy, m_close})
        button->setIconSizePx(16);
    m_json->setObjectName(u"liveJson"_s);
    m_json->setReadOnly(true);
    m_json->setFrameShape(QFrame::NoFrame);
    m_json->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // long values wrap
    m_json->setTabChangesFocus(true);
    m_json->document()->setDocumentMargin(Spacing::S);
    m_json->setAccessibleName(tr("The event as JSON"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::M, Spacing::Xs, Spacing::S, Spacing::Xs);
    head->setSpacing(Spacing::Xs);
    head->addWidget(m_title, 1);
    head->addWidget(m_open);
    head->addWidget(m_copy);
    head->addWidget(m_close);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("What changed, and where the time went"));
    scroll->setWidget(m_side);
    auto *sideLayout = new QVBoxLayout(m_side);
    sideLayout->setContentsMargins(Spacing::M, 0, Spacing::M, Spacing::S);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->setContentsMargins(Spacing::M - Spacing::S, 0, 0, 0); // the text stands under the title
    across->addWidget(m_json, 3);
    across->addWidget(scroll, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(across, 1);
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_record && m_record->lead)
            Q_EMIT openLeadRequested(m_record->lead->lead);
    });
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(json());
        Q_EMIT copied();
    });
    connect(m_close, &QAbstractButton::clicked, this, &LiveDetail::closeRequested);
    connect(&names, &LeadNames::changed, this, &LiveDetail::refill);
    connect(&theme, &Theme::changed, this, &LiveDetail::restyle);
    restyle();
    hide();
}

QString LiveDetail::json() const
{
    return m_json->toPlainText();
}

void LiveDetail::show(const LiveRecord &record)
{
    m_record = record;
    refill();
    QWidget::show();
}

void LiveDetail::clear()
{
    m_record.reset();
    hide();
}

void LiveDetail::refill()
{
    if (!m_record)
        return;
    const QString who = presentWho(*m_record, m_names);
    m_title->setText(u"%1   %2%3"_s.arg(
        wireName(m_record->kind), presentMoment(m_record->at), who.isEmpty() ? QString() : u"   "_s + who));
    m_open->setVisible(m_record->lead && m_record->kind != LiveKind::LeadLeft);
    const QString name = m_record->lead ? m_names.known(m_record->lead->lead) : QString();
    const QString text
        = QString::fromUtf8(QJsonDocument(toJson(*m_record, name)).toJson(QJsonDocument::Indented)).trimmed();
    if (m_json->toPlainText() != text)
        m_json->setPlainText(text);
    delete m_facts;
    m_facts = new QWidget(m_side);
    m_grid = new QGridLayout(m_facts);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Spacing::L);
    m_grid->setVerticalSpacing(Spacing::Xs);
    m_grid->setColumnStretch(1, 1);
    fillChanges();
    fillPath();
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_side->layout()->addWidget(m_facts);
}

void LiveDetail::fillChanges()
{
    if (m_record->kind != LiveKind::LeadUpdated) {
        addHeading(tr("What happened"));
        addLine({}, presentChange(*m_record, m_names), ColorRole::Text);
        return;
    }
    addHeading(tr("Before → after"));
    const QList<LeadFieldChange> changes = changesOf(*m_record);
    for (const LeadFieldChange &change : changes)
        addLine(presentLeadField(change.field),
            tr("%1 → %2").arg(presentLeadValue(change.field, change.before, m_names),
                presentLeadValue(change.field, change.after, m_names)),
            ColorRole::Text);
    if (!changes.isEmpty())
        return;
    addLine({},
        m_record->before ? tr("None of the fields the feed carries.")
                         : tr("Not known: this is the lead's first event in the recording."),
        ColorRole::Text2);
}

void LiveDetail::fillPath()
{
    addHeading(tr("Where the time went"));
    const auto since = [&](Instant from, Instant to) {
        const auto passed = round<milliseconds>(to - from);
        return (passed.count() < 0 ? u"−"_s : u"+"_s) + presentDuration(abs(passed));
    };
    Instant start = m_record->at;
    if (m_record->lead) {
        start = m_record->lead->committedAt;
        addLine(tr("committed"), presentMoment(start), ColorRole::Text);
    } else if (m_record->computedAt) {
        start = *m_record->computedAt;
        addLine(tr("counted"), presentMoment(start), ColorRole::Text);
    }
    addLine(tr("arrived"),
        start == m_record->at ? presentMoment(m_record->at)
                              : presentMoment(m_record->at) + u"   "_s + since(start, m_record->at),
        ColorRole::Text);
    addLine(tr("shown"), presentMoment(m_record->shownAt) + u"   "_s + since(start, m_record->shownAt),
        ColorRole::Text);
    if (m_record->isClockOff)
        addLine({}, tr("The service's clock is ahead of this computer's: the latency cannot be told."),
            ColorRole::Warn);
    if (m_record->lead && m_record->lead->isReplay)
        addLine({}, tr("It happened while this client was away, and was told afterwards."), ColorRole::Text2);
}

void LiveDetail::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, m_facts);
    heading->setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text3));
    heading->setPalette(quiet);
    const int row = m_grid->rowCount();
    m_grid->setRowMinimumHeight(row, m_theme.px(row > 1 ? 28 : 18));
    m_grid->addWidget(heading, row, 0, 1, 2, Qt::AlignBottom);
}

void LiveDetail::addLine(const QString &name, const QString &value, ColorRole tone)
{
    const int row = m_grid->rowCount();
    auto *words = new QLabel(value, m_facts);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    // Times and figures have no direction of their own: they stand where the page's texts begin.
    words->setAlignment(
        Qt::AlignVCenter | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QPalette toned = palette();
    toned.setColor(QPalette::WindowText, m_theme.color(tone));
    words->setPalette(toned);
    if (name.isEmpty()) {
        m_grid->addWidget(words, row, 0, 1, 2);
        return;
    }
    auto *label = new QLabel(name, m_facts);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    label->setPalette(quiet);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(words, row, 1);
}

void LiveDetail::restyle()
{
    m_title->setFont(m_theme.font(TextStyle::Body, QFont::Medium));
    m_json->setFont(m_theme.monoFont(TextStyle::Caption));
    QPalette well = palette();
    well.setColor(QPalette::Base, m_theme.color(ColorRole::Surface));
    m_json->setPalette(well);
    QPalette side = palette();
    side.setColor(QPalette::Window, m_theme.color(ColorRole::Surface));
    m_side->setPalette(side);
    for (FlatButton *button : {m_open, m_copy, m_close})
        button->setFixedHeight(m_theme.px(MinimumTarget));
    refill();
    update();
}

void LiveDetail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
}

} // namespace signalbox
