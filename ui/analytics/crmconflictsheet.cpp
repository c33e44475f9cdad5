// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmconflictsheet.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

CrmConflictSheet::CrmConflictSheet(const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_title(new QLabel(card()))
    , m_text(new QLabel(card()))
    , m_mine(makeValue(u"crmConflictMine"_s))
    , m_theirs(makeValue(u"crmConflictTheirs"_s))
    , m_keep(new QPushButton(tr("Keep mine"), card()))
    , m_take(new QPushButton(tr("Take theirs"), card()))
{
    setObjectName(u"crmConflict"_s);
    m_title->setFont(theme.font(TextStyle::Section, QFont::Bold));
    m_title->setText(tr("Somebody else changed this cell"));
    m_text->setWordWrap(true);
    m_keep->setObjectName(u"crmKeepMine"_s);
    m_keep->setProperty("accent", true);
    m_take->setObjectName(u"crmTakeTheirs"_s);
    const auto makeHead = [&](const QString &text) {
        auto *label = new QLabel(text, card());
        label->setFont(theme.font(TextStyle::Caption, QFont::Medium));
        return label;
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(Spacing::M));
    grid->setVerticalSpacing(theme.px(Spacing::Xs));
    grid->addWidget(makeHead(tr("What you typed")), 0, 0);
    grid->addWidget(makeHead(tr("What is there now")), 0, 1);
    grid->addWidget(m_mine, 1, 0);
    grid->addWidget(m_theirs, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_take);
    buttons->addWidget(m_keep);
    auto *column = new QVBoxLayout(card());
    const int margin = theme.px(Spacing::Xl);
    column->setContentsMargins(margin, theme.px(Spacing::L), margin, theme.px(Spacing::L));
    column->setSpacing(theme.px(Spacing::M));
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(grid);
    column->addLayout(buttons);
    connect(m_keep, &QAbstractButton::clicked, this, [this] {
        m_isDecided = true;
        dismiss();
        Q_EMIT mineChosen();
    });
    connect(m_take, &QAbstractButton::clicked, this, &Overlay::dismiss);
    connect(this, &Overlay::dismissed, this, [this] {
        if (!m_isDecided)
            Q_EMIT theirsChosen();
    });
}

QLabel *CrmConflictSheet::makeValue(const QString &name)
{
    auto *label = new QLabel(card());
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    label->setMargin(theme().px(Spacing::S));
    label->setAutoFillBackground(true);
    label->setBackgroundRole(QPalette::AlternateBase);
    return label;
}

void CrmConflictSheet::openWith(const What &what)
{
    m_isDecided = false;
    const auto shown = [](const QString &text) { return text.isEmpty() ? tr("(empty)") : text.left(2000); };
    m_text->setText(
        tr("%1 of %2 is another one than when you began to edit it. Nothing has been overwritten.")
            .arg(what.column, what.lead));
    m_mine->setText(shown(what.mine));
    m_theirs->setText(shown(what.theirs));
    const auto ground = [this](QLabel *label, ColorRole role) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::AlternateBase, theme().color(role));
        label->setPalette(palette);
    };
    ground(m_mine, ColorRole::InfoSoft);
    ground(m_theirs, ColorRole::WarnSoft);
    setAccessibleName(m_title->text());
    open();
}

QWidget *CrmConflictSheet::focusTarget() const
{
    return m_take; // the answer that destroys nothing
}

QSize CrmConflictSheet::cardSize(const QSize &available) const
{
    const int width = std::min(theme().px(560), available.width());
    return {width, std::min(card()->layout()->totalHeightForWidth(width), available.height())};
}

} // namespace signalbox
