// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmcelleditor.h"

#include "ui/base/consolestyle.h"
#include "ui/base/presenter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Categories {"Meeting Requested", "Call Requested", "Information Requested", "Interested",
    "Follow Up", "Objection", "Not Interested", "Out of Office", "Meeting Booked", "Neutral", "Blacklist"};
constexpr std::array Statuses {
    "new", "qualified", "unqualified", "meeting-booked", "not-interested", "blacklisted"};

const QString OtherValue = QStringLiteral("\n"); // no value has a line break

QLabel *makeCaption(const Theme &theme, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(theme.font(TextStyle::Caption));
    label->setWordWrap(true);
    QPalette ink = label->palette();
    ink.setColor(QPalette::WindowText, theme.color(ColorRole::Text2));
    label->setPalette(ink);
    return label;
}

} // namespace

CrmCellEditor::CrmCellEditor(const Theme &theme, const What &what, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_kind(what.kind)
{
    setObjectName(u"crmCellEditor"_s);
    setAccessibleName(tr("Edit %1").arg(what.title));
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    const int margin = isCard() ? theme.px(Spacing::M) : 0;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.px(Spacing::S));
    if (m_kind == CrmEditor::Line)
        buildLine(what);
    else if (m_kind == CrmEditor::Notes)
        buildNotes(what);
    else
        buildCombo(what);
    connect(qApp, &QApplication::focusChanged, this,
        [this](QWidget *, const QWidget *now) { onFocusChanged(now); });
}

void CrmCellEditor::adopt(QWidget *field)
{
    layout()->addWidget(field);
    field->setAccessibleName(accessibleName());
    field->installEventFilter(this);
    setFocusProxy(field);
}

void CrmCellEditor::buildLine(const What &what)
{
    m_line = new QLineEdit(what.value, this);
    m_line->setObjectName(u"crmLineEditor"_s);
    m_line->selectAll();
    adopt(m_line);
}

void CrmCellEditor::buildNotes(const What &what)
{
    m_notes = new QPlainTextEdit(what.value, this);
    m_notes->setObjectName(u"crmNotesEditor"_s);
    m_notes->setTabChangesFocus(true);
    m_notes->moveCursor(QTextCursor::End);
    adopt(m_notes);
    layout()->addWidget(makeCaption(m_theme, tr("Ctrl+Enter saves, Esc gives up."), this));
}

void CrmCellEditor::buildCombo(const What &what)
{
    m_combo = new QComboBox(this);
    m_combo->setObjectName(u"crmComboEditor"_s);
    m_combo->setMaxVisibleItems(14);
    fillChoices(what);
    adopt(m_combo);
    if (m_kind == CrmEditor::Category)
        buildOther();
    if (m_kind != CrmEditor::Assignee)
        buildAutomation();
}

void CrmCellEditor::fillChoices(const What &what)
{
    const auto add = [this](const Label &label, const QString &value) {
        m_combo->addItem(themedIcon(m_theme, label.glyph, toneText(label.tone)), label.text, value);
    };
    if (m_kind == CrmEditor::Category) {
        for (const char *tag : Categories)
            add(presentSentiment(QString::fromLatin1(tag)), QString::fromLatin1(tag));
    } else if (m_kind == CrmEditor::Status) {
        for (const char *status : Statuses)
            add(presentStatus(QString::fromLatin1(status)), QString::fromLatin1(status));
    } else {
        m_combo->addItem(tr("Nobody"), QString());
        for (const CrmAssignee &assignee : what.assignees)
            m_combo->addItem(assignee.email, assignee.user.toString());
    }
    int current = m_combo->findData(what.value);
    if (current < 0 && !what.value.isEmpty()) { // a text of their own, or someone who is no setter any more
        const bool isAssignee = m_kind == CrmEditor::Assignee;
        m_combo->addItem(isAssignee ? what.assigneeLabel : what.value, what.value);
        current = m_combo->count() - 1;
    }
    m_combo->setCurrentIndex(current);
    if (m_kind == CrmEditor::Category)
        m_combo->addItem(tr("Another category…"), OtherValue);
}

void CrmCellEditor::buildOther()
{
    m_other = new QLineEdit(this);
    m_other->setObjectName(u"crmOtherCategory"_s);
    m_other->setPlaceholderText(tr("Name of the category"));
    m_other->setAccessibleName(m_other->placeholderText());
    m_other->setMaxLength(120);
    m_other->installEventFilter(this);
    m_other->hide();
    layout()->addWidget(m_other);
    connect(m_combo, &QComboBox::currentIndexChanged, this, [this] {
        const bool isOther = m_combo->currentData().toString() == OtherValue;
        if (isOther == m_other->isVisible())
            return;
        m_other->setVisible(isOther);
        resize(width(), layout()->totalHeightForWidth(width()));
        (isOther ? static_cast<QWidget *>(m_other) : m_combo)->setFocus(Qt::OtherFocusReason);
    });
}

void CrmCellEditor::buildAutomation()
{
    m_automation = new QCheckBox(tr("Update automation"), this);
    m_automation->setObjectName(u"crmAutomation"_s);
    m_automation->installEventFilter(this);
    layout()->addWidget(m_automation);
    const QString sentence = m_kind == CrmEditor::Category
        ? tr("Also sets the lead's sentiment, so that drafts and follow-ups go by the new category.")
        : tr("Also sets the lead's own status, so that the inbox and follow-ups go by it.");
    m_automation->setAccessibleDescription(sentence);
    layout()->addWidget(makeCaption(m_theme, sentence, this));
}

QString CrmCellEditor::value() const
{
    if (m_line)
        return m_line->text().trimmed();
    if (m_notes)
        return m_notes->toPlainText().trimmed();
    const QString value = m_combo->currentData().toString();
    return value == OtherValue ? m_other->text().trimmed() : value;
}

bool CrmCellEditor::updatesAutomation() const
{
    return m_automation && m_automation->isChecked();
}

void CrmCellEditor::place(const QRect &cell, const QRect &area)
{
    if (!isCard()) {
        setGeometry(cell.intersected(area));
        setVisible(!geometry().isEmpty());
        return;
    }
    const int wanted = m_kind == CrmEditor::Notes ? m_theme.px(360) : m_theme.px(300);
    const int width = std::min(std::max(cell.width(), wanted), area.width());
    const int height = m_kind == CrmEditor::Notes ? m_theme.px(168) : layout()->totalHeightForWidth(width);
    QPoint at(isRightToLeft() ? cell.right() - width + 1 : cell.left(), cell.top());
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width + 1)));
    if (at.y() + height > area.bottom())
        at.setY(std::max(area.top(), std::min(cell.bottom() + 1, area.bottom() + 1) - height));
    setGeometry(QRect(at, QSize(width, std::min(height, area.height()))));
    setVisible(cell.intersects(area) || hasFocus());
}

void CrmCellEditor::begin()
{
    show();
    raise();
    focusProxy()->setFocus(Qt::OtherFocusReason);
}

void CrmCellEditor::finish(Then then)
{
    if (std::exchange(m_isOver, true))
        return;
    Q_EMIT submitted(value(), updatesAutomation(), then);
}

bool CrmCellEditor::onKey(const QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isControl = event->modifiers() & Qt::ControlModifier;
    if (event->key() == Qt::Key_Escape) {
        m_isOver = true;
        Q_EMIT cancelled();
        return true;
    }
    if (isEnter && (isControl || m_kind != CrmEditor::Notes)) {
        finish();
        return true;
    }
    if (event->key() == Qt::Key_Backtab
        || (event->key() == Qt::Key_Tab && event->modifiers() & Qt::ShiftModifier)) {
        finish(Then::Previous);
        return true;
    }
    if (event->key() != Qt::Key_Tab)
        return false;
    // In a card Tab goes through it first.
    if (m_automation && !m_automation->hasFocus()) {
        m_automation->setFocus(Qt::TabFocusReason);
        return true;
    }
    finish(Then::Next);
    return true;
}

bool CrmCellEditor::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Single letters and Ctrl+Enter are the editor's here, never a command's.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isPlain || isEnter || key->key() == Qt::Key_Z)
            event->accept();
        return false;
    }
    if (event->type() == QEvent::KeyPress && onKey(static_cast<QKeyEvent *>(event)))
        return true;
    return QFrame::eventFilter(object, event);
}

void CrmCellEditor::keyPressEvent(QKeyEvent *event)
{
    event->accept(); // nothing goes through to the table
}

void CrmCellEditor::onFocusChanged(const QWidget *now)
{
    // The list of a combo box is a window of its own, and its parents lead here. No widget at all: the whole
    // window lost the focus, and may get it back.
    for (const QWidget *widget = now; widget; widget = widget->parentWidget()) {
        if (widget == this)
            return;
    }
    if (now && !m_isOver)
        finish();
}

void CrmCellEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    if (isCard())
        paintBox(
            painter, rect(), m_theme.color(ColorRole::Raised), m_theme.color(ColorRole::BorderStrong), 0);
}

} // namespace signalbox
