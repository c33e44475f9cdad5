// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/memberssettings.h"

#include "ui/base/dialogs.h"
#include "ui/base/errorbanner.h"
#include "ui/base/presenter.h"
#include "ui/base/statepanel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// The model in a person's words: translated roles and headings.
class MembersInWords final : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const QVariant value = QIdentityProxyModel::data(index, role);
        if ((role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            && index.column() == MembersModel::RoleColumn)
            return presentRole(value.toString());
        return value;
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignVCenter | Qt::AlignLeading))
                                                 : QVariant();
        switch (section) {
        case MembersModel::NameColumn:
            return MembersSettings::tr("Name");
        case MembersModel::EmailColumn:
            return MembersSettings::tr("Email");
        case MembersModel::RoleColumn:
            return MembersSettings::tr("Role");
        default:
            return {};
        }
    }
};

} // namespace

MembersSettings::MembersSettings(const PageContext &context, MembersGateway &gateway, QWidget *parent)
    : SettingsSection(context.theme, u"members"_s, tr("Members"), parent)
    , m_context(context)
    , m_model(new MembersModel(gateway, context.workspace.id, this))
{
    auto *block = new QWidget(this);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    m_banner = new ErrorBanner(context.theme, context.clock, block);
    m_panel = new StatePanel(context.theme, context.clock, Skeleton::Shape::Table, block);
    m_panel->setContent(makeTable());
    m_panel->setMinimumHeight(context.theme.px(320));
    column->addWidget(m_banner);
    column->addWidget(m_panel, 1);
    column->addWidget(makeForm());
    addBlock(tr("Members people roles add remove"), block);
    connect(m_model, &MembersModel::stateChanged, this, &MembersSettings::follow);
    connect(m_model, &MembersModel::changeDone, this, [this] {
        m_banner->clear();
        showSelection();
    });
    connect(m_model, &MembersModel::changeFailed, this, [this](const Error &error) {
        if (error.kind == Error::Kind::Conflict)
            m_banner->showNotice(
                tr("A workspace needs at least one owner: make somebody else an owner first."),
                IconName::Alert, ColorRole::Warn);
        else
            m_banner->showError(error, u"members"_s);
        showSelection();
    });
    connect(m_panel, &StatePanel::retryRequested, this, [this] {
        m_panel->showLoading();
        m_model->refresh();
    });
}

bool MembersSettings::isFor(const QString &role)
{
    return role == "OWNER"_L1 || role == "ADMIN"_L1;
}

void MembersSettings::showEvent(QShowEvent *event)
{
    if (!std::exchange(m_isAsked, true)) {
        m_panel->showLoading();
        m_model->refresh();
    }
    SettingsSection::showEvent(event);
}

QWidget *MembersSettings::makeTable()
{
    auto *box = new QWidget;
    m_table = new QTableView(box);
    m_table->setObjectName(u"membersTable"_s);
    m_table->setAccessibleName(tr("Members"));
    auto *words = new MembersInWords(m_table);
    words->setSourceModel(m_model);
    m_table->setModel(words);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_context.theme.tableRowHeight());
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_role = new QComboBox(box);
    m_role->setObjectName(u"memberRole"_s);
    m_role->setAccessibleName(tr("Role of the chosen member"));
    fillRoles(m_role);
    m_remove = new QPushButton(tr("Remove…"), box);
    m_remove->setObjectName(u"memberRemove"_s);
    auto *actions = new QHBoxLayout;
    actions->addWidget(new QLabel(tr("Chosen member:"), box));
    actions->addWidget(m_role);
    actions->addWidget(m_remove);
    actions->addStretch(1);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addLayout(actions);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &MembersSettings::showSelection);
    connect(m_role, &QComboBox::activated, this, [this] {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid())
            m_model->changeRole(m_model->at(current.row()).user, m_role->currentData().toString());
    });
    connect(m_remove, &QPushButton::clicked, this, &MembersSettings::remove);
    showSelection();
    return box;
}

QWidget *MembersSettings::makeForm()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, Spacing::S, 0, 0);
    grid->setHorizontalSpacing(Spacing::S);
    auto *heading = new QLabel(tr("Add a person"), box);
    heading->setFont(m_context.theme.font(TextStyle::Section, QFont::Medium));
    grid->addWidget(heading, 0, 0, 1, 5);
    const auto field = [&](int column, const QString &name, const QString &label) {
        auto *edit = new QLineEdit(box);
        edit->setObjectName(name);
        edit->setPlaceholderText(label);
        edit->setAccessibleName(label);
        grid->addWidget(edit, 1, column);
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_add->setEnabled(m_newEmail->text().contains(u'@') && !m_newName->text().trimmed().isEmpty());
        });
        connect(edit, &QLineEdit::returnPressed, this, [this] { m_add->click(); });
        return edit;
    };
    m_add = new QPushButton(tr("Add"), box);
    m_add->setObjectName(u"memberAdd"_s);
    m_add->setEnabled(false);
    m_newEmail = field(0, u"newMemberEmail"_s, tr("Email"));
    m_newName = field(1, u"newMemberName"_s, tr("Name"));
    m_newPassword = field(2, u"newMemberPassword"_s, tr("First password"));
    m_newPassword->setEchoMode(QLineEdit::Password);
    m_newPassword->setToolTip(tr("Only needed for somebody who has no account on this server yet."));
    m_newRole = new QComboBox(box);
    m_newRole->setObjectName(u"newMemberRole"_s);
    m_newRole->setAccessibleName(tr("Role"));
    fillRoles(m_newRole);
    m_newRole->setCurrentIndex(m_newRole->findData(u"SETTER"_s));
    grid->addWidget(m_newRole, 1, 3);
    grid->addWidget(m_add, 1, 4);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    connect(m_add, &QPushButton::clicked, this, &MembersSettings::add);
    return box;
}

void MembersSettings::fillRoles(QComboBox *roles) const
{
    for (const QString &role :
        {u"OWNER"_s, u"ADMIN"_s, u"INBOX_MANAGER"_s, u"SETTER"_s, u"CLIENT_PORTAL"_s}) {
        // Only an owner makes owners.
        if (role != "OWNER"_L1 || m_context.workspace.role == "OWNER"_L1)
            roles->addItem(presentRole(role), role);
    }
}

void MembersSettings::follow()
{
    if (m_model->state() == MembersModel::State::Failed)
        m_panel->showError(*m_model->error(), u"members"_s);
    else
        m_panel->showContent();
    showSelection();
}

void MembersSettings::add()
{
    m_model->add(m_newEmail->text().trimmed(), m_newName->text().trimmed(),
        m_newRole->currentData().toString(), m_newPassword->text());
    m_newPassword->clear();
    m_newEmail->clear();
    m_newName->clear();
}

void MembersSettings::remove()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const Member member = m_model->at(current.row());
    const bool isSure = m_context.dialogs.confirm(this,
        {tr("Remove %1?").arg(member.name.isEmpty() ? member.email : member.name),
            tr("They lose access to %1 at once. Leads assigned to them keep the name.")
                .arg(m_context.workspace.name),
            tr("Remove"), true});
    if (isSure)
        m_model->remove(member.user);
}

void MembersSettings::showSelection()
{
    const QModelIndex current = m_table ? m_table->currentIndex() : QModelIndex();
    const bool isChosen = current.isValid();
    m_role->setEnabled(isChosen);
    m_remove->setEnabled(isChosen);
    if (isChosen)
        m_role->setCurrentIndex(m_role->findData(m_model->at(current.row()).role));
}

} // namespace signalbox
