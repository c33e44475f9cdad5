// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

namespace signalbox {

Page::Page(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{ }

Page::~Page() = default;

PageState Page::state() const
{
    return {};
}

void Page::restoreState(const PageState &) { }

QByteArray Page::saveLayout() const
{
    return {};
}

void Page::restoreLayout(const QByteArray &) { }

void Page::focusSearch() { }

void Page::refresh() { }

bool Page::stepBack()
{
    return false;
}

QList<QWidget *> Page::panes() const
{
    return {};
}

Freshness Page::freshness() const
{
    return {};
}

} // namespace signalbox
