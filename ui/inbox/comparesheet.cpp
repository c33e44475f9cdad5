// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/comparesheet.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Words with the blanks behind them, so that together they are the text again.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(u"\\s*\\S+|\\s+$"_s);
    QStringList words;
    for (auto it = word.globalMatch(text); it.hasNext();)
        words.append(it.next().captured());
    return words;
}

struct Difference
{
    QList<bool> first; ///< words that only the first has
    QList<bool> second;
};

/// The longest common sequence of words, by the table; two drafts are a few hundred words.
Difference differenceOf(const QStringList &a, const QStringList &b)
{
    const auto rows = static_cast<size_t>(a.size()) + 1;
    const auto columns = static_cast<size_t>(b.size()) + 1;
    const auto same = [&](size_t i, size_t j) {
        return a.at(static_cast<qsizetype>(i)).trimmed() == b.at(static_cast<qsizetype>(j)).trimmed();
    };
    std::vector<std::vector<int>> common(rows, std::vector<int>(columns, 0));
    for (size_t i = rows - 1; i-- > 0;)
        for (size_t j = columns - 1; j-- > 0;)
            common[i][j]
                = same(i, j) ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    Difference difference {QList<bool>(a.size(), true), QList<bool>(b.size(), true)};
    for (size_t i = 0, j = 0; i + 1 < rows && j + 1 < columns;) {
        if (same(i, j)) {
            difference.first[static_cast<qsizetype>(i++)] = false;
            difference.second[static_cast<qsizetype>(j++)] = false;
        } else if (common[i + 1][j] >= common[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return difference;
}

} // namespace

CompareSheet::CompareSheet(const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_keep(new QPushButton(tr("Keep mine"), card()))
    , m_use(new QPushButton(tr("Use theirs"), card()))
{
    setObjectName(u"compareSheet"_s);
    m_keep->setObjectName(u"compareMine"_s);
    m_use->setObjectName(u"compareTheirs"_s);
    auto *grid = new QGridLayout(card());
    const int margin = theme.px(Spacing::L);
    grid->setContentsMargins(margin, margin, margin, margin);
    grid->setSpacing(theme.px(Spacing::M));
    const auto head = [&](const QString &text, int column) {
        auto *label = new QLabel(text, card());
        label->setFont(theme.font(TextStyle::Section, QFont::Bold));
        grid->addWidget(label, 0, column);
    };
    head(tr("Yours"), 0);
    head(tr("On the server"), 1);
    m_mine = makeSide(tr("Your text"));
    m_theirs = makeSide(tr("Text on the server"));
    m_mine->setObjectName(u"compareMineText"_s);
    m_theirs->setObjectName(u"compareTheirsText"_s);
    grid->addWidget(m_mine, 1, 0);
    grid->addWidget(m_theirs, 1, 1);
    grid->addWidget(m_keep, 2, 0, Qt::AlignLeft);
    grid->addWidget(m_use, 2, 1, Qt::AlignLeft);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_keep, &QAbstractButton::clicked, this, [this] {
        dismiss();
        Q_EMIT mineChosen();
    });
    connect(m_use, &QAbstractButton::clicked, this, [this] {
        dismiss();
        Q_EMIT theirsChosen();
    });
}

QTextEdit *CompareSheet::makeSide(const QString &name)
{
    auto *side = new QTextEdit(card());
    side->setReadOnly(true);
    side->setAccessibleName(name);
    side->setFont(theme().font(TextStyle::Reading));
    side->document()->setDocumentMargin(Spacing::M);
    return side;
}

void CompareSheet::openWith(const QString &mine, const QString &theirs)
{
    const QStringList a = wordsOf(mine);
    const QStringList b = wordsOf(theirs);
    const Difference difference = differenceOf(a, b);
    fill(*m_mine, a, difference.first, true);
    fill(*m_theirs, b, difference.second, false);
    open();
}

void CompareSheet::fill(QTextEdit &side, const QStringList &words, const QList<bool> &isOwn, bool isMine)
{
    side.clear();
    QTextCursor cursor(side.document());
    const QTextCharFormat plain = cursor.charFormat();
    QTextCharFormat marked = plain;
    marked.setBackground(theme().color(isMine ? ColorRole::InfoSoft : ColorRole::WarnSoft));
    marked.setForeground(theme().color(isMine ? ColorRole::Info : ColorRole::Warn));
    marked.setFontWeight(QFont::Medium);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString word = words.at(i).trimmed();
        const bool isRun = i > 0 && isOwn.at(i - 1); // the blank between two marked words is marked
        cursor.insertText(words.at(i).chopped(word.size()), isOwn.at(i) && isRun ? marked : plain);
        cursor.insertText(word, isOwn.at(i) ? marked : plain);
    }
    side.moveCursor(QTextCursor::Start);
}

QWidget *CompareSheet::focusTarget() const
{
    return m_keep;
}

QSize CompareSheet::cardSize(const QSize &available) const
{
    const int width = std::min(theme().px(920), available.width());
    const int margin = theme().px(Spacing::L);
    const int gap = theme().px(Spacing::M);
    int text = 0;
    for (const QTextEdit *side : {m_mine, m_theirs}) {
        const std::unique_ptr<QTextDocument> copy(side->document()->clone());
        copy->setTextWidth((width - 2 * margin - gap) / 2.0 - 2 * side->frameWidth());
        text = std::max(text, static_cast<int>(std::ceil(copy->size().height())) + 2 * side->frameWidth());
    }
    const int head = QFontMetrics(theme().font(TextStyle::Section, QFont::Bold)).height();
    const int frame = 2 * margin + 3 * gap + head + m_keep->sizeHint().height();
    const int height = std::clamp(frame + text, theme().px(200), theme().px(560));
    return {width, std::min(height, available.height())};
}

} // namespace signalbox
