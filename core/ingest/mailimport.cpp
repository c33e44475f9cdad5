// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mailimport.h"

#include "core/ingest/charset.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRecipients = 50; // a mail to more is a circular, and its leads would not be conversations

/// The identity a mail keeps over every copy of it.
QString mailKey(const ParsedMail &mail, const RawMail &raw)
{
    if (mail.messageId.isEmpty())
        return u"mailhash:"_s
            + QString::fromLatin1(QCryptographicHash::hash(raw.bytes, QCryptographicHash::Sha256).toHex());
    if (mail.messageId.size() <= 200)
        return u"mail:"_s + mail.messageId;
    return u"mailid:"_s
        + QString::fromLatin1(
            QCryptographicHash::hash(mail.messageId.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QJsonArray addressList(const QList<MailAddress> &addresses)
{
    QJsonArray list;
    for (const MailAddress &address : addresses)
        list += address.address;
    return list;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject columnsOf(const ParsedMail &mail, const RawMail &raw, Instant fallbackTime)
{
    const Instant sent = mail.date ? *mail.date : raw.receivedAt.value_or(fallbackTime);
    return {{"channel"_L1, "email"_L1}, {"source"_L1, "zrg"_L1}, {"subject"_L1, orNull(mail.subject)},
        {"body"_L1, mail.body}, {"raw_text"_L1, orNull(mail.rawText == mail.body ? QString() : mail.rawText)},
        {"raw_html"_L1, orNull(mail.rawHtml)}, {"cc"_L1, addressList(mail.cc)},
        {"bcc"_L1, addressList(mail.bcc)}, {"is_read"_L1, raw.isRead || mail.isRead},
        {"sent_at"_L1, toIsoMicros(sent)}};
}

/// To whom an owner's mail was written, the owners and repetitions left out.
QList<MailAddress> recipients(const ParsedMail &mail, const QStringList &owners)
{
    for (const auto *list : {&mail.to, &mail.cc, &mail.bcc}) {
        QList<MailAddress> others;
        for (const MailAddress &address : *list) {
            const bool isKnown = std::any_of(others.begin(), others.end(),
                [&](const MailAddress &other) { return other.address == address.address; });
            if (!isKnown && !owners.contains(address.address))
                others += address;
        }
        if (!others.isEmpty())
            return others;
    }
    return {};
}

IngestRecord recordFor(const MailAddress &correspondent, const QJsonObject &columns, const ParsedMail &mail)
{
    IngestRecord record;
    record.kind = IngestRecord::Kind::Message;
    record.lead.email = correspondent.address;
    std::tie(record.firstName, record.lastName) = splitName(correspondent.name);
    record.columns = columns;
    record.attachments = mail.attachments;
    return record;
}

} // namespace

Result<MailRecords> recordsOfMail(
    const RawMail &raw, const QStringList &owners, const MailLimits &limits, Instant fallbackTime)
{
    const ParsedMail mail = parseMail(raw.bytes, limits);
    if (mail.from.isEmpty())
        return Error::invalid(u"From"_s, u"no sender's address"_s);
    MailRecords found;
    found.remarks = mail.remarks;
    if (raw.isCut)
        found.remarks += u"the mail is larger than %1 bytes and was cut"_s.arg(limits.mailBytes);
    QJsonObject columns = columnsOf(mail, raw, fallbackTime);
    const MailAddress from = mail.from.first();
    const QString key = mailKey(mail, raw);
    columns.insert("from_email"_L1, from.address);
    columns.insert("from_name"_L1, orNull(from.name));
    if (!owners.contains(from.address)) {
        columns.insert("direction"_L1, "inbound"_L1);
        columns.insert("webhook_dedupe_key"_L1, key);
        if (!mail.to.isEmpty()) {
            columns.insert("to_email"_L1, mail.to.first().address);
            columns.insert("to_name"_L1, orNull(mail.to.first().name));
        }
        found.records += recordFor(from, columns, mail);
        return found;
    }
    QList<MailAddress> others = recipients(mail, owners);
    if (others.isEmpty())
        return Error::invalid(u"To"_s, u"from an owner to nobody else"_s);
    if (others.size() > MostRecipients) {
        found.remarks += u"more than %1 recipients: only the first are leads"_s.arg(MostRecipients);
        others.resize(MostRecipients);
    }
    columns.insert("direction"_L1, "outbound"_L1);
    columns.insert("sent_by"_L1, "setter"_L1);
    for (const MailAddress &to : others) {
        columns.insert("to_email"_L1, to.address);
        columns.insert("to_name"_L1, orNull(to.name));
        columns.insert("webhook_dedupe_key"_L1, key + u":"_s + to.address);
        found.records += recordFor(to, columns, mail);
    }
    return found;
}

Result<ImportReport> importMail(PgConnection &pg, MailSource &source, const QStringList &owners,
    const ImportOptions &options, const Clock &clock, const ProgressSink &progress)
{
    QStringList normal;
    for (const QString &owner : owners) {
        const QString address = normalAddress(owner);
        if (address.isEmpty())
            return Error::invalid(u"owner"_s, u"not an e-mail address: %1"_s.arg(owner));
        normal += address;
    }
    if (normal.isEmpty())
        return Error::invalid(u"owner"_s, u"give at least one address of the mailbox's owner"_s);
    const MailLimits limits;
    const Instant now = clock.now();
    const auto next = [&]() -> Result<ImportRun::Item> {
        ImportRun::Item item;
        auto raw = source.next();
        if (!raw)
            return raw.error();
        if (!*raw) {
            item.isEnd = true;
            return item;
        }
        const RawMail &mail = **raw;
        item.place = mail.place;
        item.bytes = mail.bytes.size();
        if (mail.isDeleted) {
            item.fault = {mail.place, 0, u"marked as draft or deleted"_s, {}};
            return item;
        }
        auto found = recordsOfMail(mail, normal, limits, now);
        if (!found) {
            item.fault = {mail.place, 0, found.error().detail, found.error().field};
            return item;
        }
        item.records = std::move(found->records);
        item.notes += found->remarks;
        return item;
    };
    ImportRun run(pg, options, clock, progress);
    auto report = run.run(u"importing mail"_s, next, {[&] { return source.done(); }, source.total()});
    if (report) {
        for (const QString &place : source.unreadable())
            report->faults += {place, 0, u"cannot be read"_s, {}};
        report->faultCount += source.unreadable().size();
    }
    return report;
}

} // namespace signalbox
