// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmeditrules.h"

#include "core/inbox/sentiment.h"
#include "core/inbox/triagerules.h"

#include <QUrl>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const CrmEdit &edit, const QString &what)
{
    return Error::invalid(edit.field, edit.field + u' ' + what, u"INVALID_PARAMETER"_s);
}

// PostgreSQL stores no NUL, and an unpaired surrogate is no text.
bool isStorable(const QString &text)
{
    return !text.contains(QChar(u'\0')) && text.isValidUtf16();
}

Result<void> checkLine(const CrmEdit &edit)
{
    if (edit.value.size() > LongestCrmText)
        return invalid(edit, u"has %1 characters of at most %2"_s.arg(edit.value.size()).arg(LongestCrmText));
    if (edit.value.contains(u'\n') || edit.value.contains(u'\r'))
        return invalid(edit, u"is not one line"_s);
    return {};
}

Result<void> checkNotes(const CrmEdit &edit)
{
    const qsizetype bytes = edit.value.toUtf8().size();
    if (bytes > LongestCrmNoteBytes)
        return invalid(edit, u"has %1 bytes of at most %2"_s.arg(bytes).arg(LongestCrmNoteBytes));
    return {};
}

Result<void> checkAddress(const CrmEdit &edit, Channel channel)
{
    if (!edit.value.isEmpty() && !checkRecipients(channel, {edit.value}, {}))
        return invalid(edit, u"is no address of its kind"_s);
    return {};
}

Result<void> checkProfile(const CrmEdit &edit)
{
    if (edit.value.isEmpty())
        return {};
    const QString whole = edit.value.contains("://"_L1) ? edit.value : u"https://"_s + edit.value;
    const QUrl url(whole, QUrl::StrictMode);
    const QString host = url.host().toLower();
    const bool isLinkedIn = host == "linkedin.com"_L1 || host.endsWith(".linkedin.com"_L1);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || !isLinkedIn || url.path().size() < 2)
        return invalid(edit, u"is no address of a LinkedIn profile"_s);
    return checkAddress(edit, Channel::LinkedIn);
}

Result<void> checkStatus(const CrmEdit &edit)
{
    if (edit.value.isEmpty() && edit.updateAutomation)
        return invalid(edit, u"must not be empty: a lead always has a status"_s);
    if (!edit.value.isEmpty() && !crmStatuses().contains(edit.value))
        return invalid(edit, u"is no status that can be set"_s);
    return {};
}

Result<void> checkCategory(const CrmEdit &edit)
{
    if (edit.updateAutomation && !edit.value.isEmpty() && sentimentOfCategory(edit.value).isEmpty())
        return invalid(edit, u"is no sentiment, so automation cannot follow it"_s);
    return checkLine(edit);
}

Result<void> checkAssignee(const CrmEdit &edit)
{
    if (!edit.value.isEmpty() && !UserId::parse(edit.value))
        return invalid(edit, u"is not a uuid"_s);
    return {};
}

Result<void> checkValue(const CrmEdit &edit)
{
    if (edit.field == "notes"_L1)
        return checkNotes(edit);
    if (edit.field == "email"_L1)
        return checkAddress(edit, Channel::Email);
    if (edit.field == "phone"_L1)
        return checkAddress(edit, Channel::Sms);
    if (edit.field == "linkedinUrl"_L1)
        return checkProfile(edit);
    if (edit.field == "leadStatus"_L1)
        return checkStatus(edit);
    if (edit.field == "leadCategory"_L1)
        return checkCategory(edit);
    if (edit.field == "assignedToUserId"_L1)
        return checkAssignee(edit);
    static const QStringList lines {u"jobTitle"_s, u"leadType"_s, u"applicationStatus"_s, u"campaign"_s};
    if (lines.contains(edit.field))
        return checkLine(edit);
    return Error::invalid(u"field"_s, u"field names nothing that can be edited"_s, u"INVALID_PARAMETER"_s);
}

QString plain(QStringView text)
{
    return text.toString().toLower().replace(u'-', u' ').replace(u'_', u' ').simplified();
}

} // namespace

const QStringList &crmStatuses()
{
    static const QStringList statuses {u"new"_s, u"qualified"_s, u"unqualified"_s, u"meeting-booked"_s,
        u"not-interested"_s, u"blacklisted"_s};
    return statuses;
}

QString sentimentOfCategory(QStringView category)
{
    const QString wanted = plain(category);
    for (const QString &tag : sentimentTags()) {
        if (plain(tag) == wanted)
            return tag;
    }
    return {};
}

Result<CrmEdit> checkedCrmEdit(const CrmEdit &edit)
{
    CrmEdit checked = edit;
    checked.value = edit.value.trimmed();
    if (!isStorable(checked.value))
        return invalid(edit, u"is no text"_s);
    if (const auto valid = checkValue(checked); !valid)
        return valid.error();
    if (checked.field == "leadCategory"_L1 && checked.updateAutomation && !checked.value.isEmpty())
        checked.value = sentimentOfCategory(checked.value);
    return checked;
}

} // namespace signalbox
