// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inboxjson.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

QUuid uuidOf(int number)
{
    return QUuid(uint(number), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}

Instant at(const char *text)
{
    return *parseIso(QString::fromLatin1(text));
}

// Every member away from its default, so that one that is not carried over is seen.
LeadSummary fullLead()
{
    return {
        .id = {uuidOf(1)},
        .workspace = {uuidOf(2)},
        .firstName = u"Zoë"_s,
        .lastName = u"מרים"_s,
        .email = u"zoe@example.org"_s,
        .alternateEmails = {u"z@example.org"_s, u"zoe@example.net"_s},
        .currentReplierEmail = u"pa@example.org"_s,
        .currentReplierName = u"Pa"_s,
        .currentReplierSince = at("2026-01-02T03:04:05.678Z"),
        .phone = u"+44 20 7946 0000"_s,
        .workspaceName = u"Acme"_s,
        .jobTitle = u"CTO"_s,
        .companyName = u"Zoë & Sons"_s,
        .companyWebsite = u"https://example.org"_s,
        .companyState = u"NY"_s,
        .status = u"a status nobody knows"_s,
        .smsCampaignId = uuidOf(3).toString(QUuid::WithoutBraces),
        .smsCampaignName = u"Spring"_s,
        .linkedinUrl = u"https://linkedin.com/in/zoe"_s,
        .emailBisonLeadId = u"b-1"_s,
        .ghlContactId = u"g-1"_s,
        .ghlLocationId = u"l-1"_s,
        .autoReplyEnabled = true,
        .autoFollowUpEnabled = true,
        .autoBookMeetingsEnabled = false,
        .smsDndActive = true,
        .smsLastBlockedAt = at("2026-01-03T03:04:05Z"),
        .smsLastBlockedReason = u"landline"_s,
        .smsConsecutiveBlockedCount = 3,
        .smsLastSuccessAt = at("2026-01-01T00:00:00Z"),
        .enrichmentStatus = u"done"_s,
        .followUpBlockedReason = u"missing_phone"_s,
        .overallScore = 0,
        .scoredAt = at("2026-01-04T00:00:00.000001Z"),
        .assignedTo = UserId {uuidOf(4)},
        .assignedToEmail = u"setter@example.org"_s,
        .assignedAt = at("2026-01-05T00:00:00Z"),
        .snoozedUntil = at("2030-01-01T00:00:00Z"),
    };
}

Conversation fullConversation()
{
    return {
        .lead = fullLead(),
        .channels = {Channel::Email, Channel::LinkedIn},
        .availableChannels = {Channel::Sms},
        .primaryChannel = Channel::LinkedIn,
        .classification = u"interested"_s,
        .lastMessage = u"Hello\nthere"_s,
        .lastSubject = u"Re: hello"_s,
        .lastMessageTime = at("2026-02-18T05:52:00.123456Z"),
        .lastMessageDirection = u"inbound"_s,
        .hasAiDraft = true,
        .requiresAttention = true,
        .isOpen = true,
        .categories = 87,
        .sentimentTag = u"Interested"_s,
        .campaignId = u"c"_s,
        .campaignName = u"Campaign"_s,
        .emailCampaignId = u"e"_s,
        .updatedAt = at("2026-02-18T05:53:00.5Z"),
    };
}

Message fullMessage()
{
    return {
        .id = {uuidOf(5)},
        .sender = Sender::Human,
        .content = u"text"_s,
        .subject = u"subject"_s,
        .rawHtml = u"<b>text</b>"_s,
        .rawText = u"raw"_s,
        .cc = {u"a@example.org"_s},
        .bcc = {u"b@example.org"_s, u"c@example.org"_s},
        .source = u"zrg"_s,
        .fromEmail = u"from@example.org"_s,
        .fromName = u"From"_s,
        .toEmail = u"to@example.org"_s,
        .toName = u"To"_s,
        .emailBisonReplyId = u"r-1"_s,
        .channel = Channel::Email,
        .direction = u"outbound"_s,
        .timestamp = at("2026-02-18T05:52:00.123456Z"),
        .attachments = {{uuidOf(6), u"a.pdf"_s, u"application/pdf"_s, 25'000'000, u"img@1"_s}},
    };
}

Draft fullDraft()
{
    return {{uuidOf(7)}, Channel::LinkedIn, u"draft"_s, u"needs_review"_s, u"unsure"_s, 0.25, 0.9,
        at("2026-02-18T05:52:00Z"), at("2026-02-18T05:52:01Z")};
}

// What a peer gets: bytes, not our objects.
QJsonObject overTheWire(const QJsonObject &body)
{
    return QJsonDocument::fromJson(QJsonDocument(body).toJson(QJsonDocument::Compact)).object();
}

QJsonObject without(QJsonObject object, const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        object.remove(path);
        return object;
    }
    const QString head = path.first(dot);
    object.insert(head, without(object.value(head).toObject(), path.sliced(dot + 1)));
    return object;
}

} // namespace

class tst_InboxJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_overTheWire_areTheSame()
    {
        CountsReading reading;
        reading.counts = {.allResponses = 1,
            .requiresAttention = 2,
            .previouslyRequiredAttention = 3,
            .awaitingReply = 5,
            .needsRepair = 6,
            .aiSent = 7,
            .aiReview = 8,
            .total = 9'000'000'000,
            .computedAt = at("2026-02-18T05:52:00.123456Z")};
        reading.version = u"12.34"_s;
        const auto decoded = decodeCounts(overTheWire(encodeCounts(reading)));
        QVERIFY(decoded.has_value());
        QVERIFY(decoded->counts == reading.counts);
        QCOMPARE(decoded->version, reading.version);
    }

    void counts_onTheWire_haveTheEightFields()
    {
        CountsReading reading;
        reading.counts.totalNonBlacklisted = 77;
        const QJsonObject body = encodeCounts(reading);
        QCOMPARE(body.value("success"_L1), QJsonValue(true));
        QCOMPARE(body.value("counts"_L1).toObject().keys(),
            QStringList({u"aiReview"_s, u"aiSent"_s, u"allResponses"_s, u"awaitingReply"_s, u"needsRepair"_s,
                u"previouslyRequiredAttention"_s, u"requiresAttention"_s, u"total"_s}));
    }

    void page_overTheWire_isTheSame()
    {
        InboxPage page;
        page.rows
            = {fullConversation(), Conversation {.lead = {.id = {uuidOf(8)}, .workspace = {uuidOf(2)}}}};
        page.nextCursor = u"next"_s;
        page.hasMore = true;
        page.version = u"12.34"_s;
        page.readAt = at("2026-02-18T05:52:00Z");
        const auto decoded = decodePage(overTheWire(encodePage(page)));
        QVERIFY(decoded.has_value());
        QVERIFY(decoded->rows == page.rows);
        QCOMPARE(decoded->nextCursor, page.nextCursor);
        QCOMPARE(decoded->prevCursor, QString());
        QCOMPARE(decoded->hasMore, true);
        QCOMPARE(decoded->version, page.version);
        QVERIFY(decoded->readAt == page.readAt);
    }

    void row_withoutAName_isUnknownAndTitleIsEmpty()
    {
        const QJsonObject row = encodeConversation(Conversation {});
        const QJsonObject lead = row.value("lead"_L1).toObject();
        QCOMPARE(lead.value("name"_L1).toString(), u"Unknown"_s);
        QCOMPARE(lead.value("title"_L1), QJsonValue(QString()));
        QVERIFY(lead.value("email"_L1).isNull());
        QVERIFY(row.value("primaryChannel"_L1).isNull());
    }

    void detail_overTheWire_isTheSame()
    {
        ConversationDetail detail;
        detail.conversation = fullConversation();
        detail.viewerRole = u"SETTER"_s;
        detail.messages = {fullMessage(), Message {.id = {uuidOf(9)}}};
        detail.hasEarlier = true;
        detail.draft = fullDraft();
        detail.readAt = at("2026-02-18T05:52:00Z");
        const auto decoded = decodeDetail(overTheWire(encodeDetail(detail)));
        QVERIFY(decoded.has_value());
        QVERIFY(decoded->conversation == detail.conversation);
        QCOMPARE(decoded->viewerRole, detail.viewerRole);
        QVERIFY(decoded->messages == detail.messages);
        QCOMPARE(decoded->hasEarlier, true);
        QVERIFY(decoded->draft == detail.draft);
        QVERIFY(decoded->readAt == detail.readAt);
    }

    void workspaces_overTheWire_areTheSame()
    {
        const QList<Workspace> workspaces {{{uuidOf(1)}, u"Acme"_s, u"OWNER"_s, 12, u"Europe/Paris"_s},
            {{uuidOf(2)}, u"Beta"_s, u"SETTER"_s, 0, {}}};
        const auto decoded = decodeWorkspaces(overTheWire(encodeWorkspaces(workspaces)));
        QVERIFY(decoded.has_value());
        QVERIFY(*decoded == workspaces);
    }

    void smsCampaigns_overTheWire_keepTheUnattributed()
    {
        const QList<SmsCampaign> campaigns {{uuidOf(1), u"Spring"_s, 5}, {{}, u""_s, 7}};
        const auto decoded = decodeSmsCampaigns(overTheWire(encodeSmsCampaigns(campaigns)));
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->size(), 2);
        QCOMPARE(decoded->at(0).id, uuidOf(1));
        QCOMPARE(decoded->at(0).leads, 5);
        QVERIFY(decoded->at(1).id.isNull());
        QCOMPARE(decoded->at(1).leads, 7);
    }

    void missingMember_isNamed_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &path : {u"success"_s, u"data"_s, u"data.lead"_s, u"data.lead.id"_s,
                 u"data.lead.clientId"_s, u"data.lead.status"_s, u"data.classification"_s,
                 u"data.lastMessageTime"_s, u"data.categories"_s, u"data.messages"_s, u"data.viewerRole"_s,
                 u"data.hasEarlier"_s, u"data.readAt"_s})
            QTest::addRow("%s", qPrintable(path)) << path;
    }
    void missingMember_isNamed()
    {
        QFETCH(QString, path);
        ConversationDetail detail;
        detail.conversation = fullConversation();
        const auto decoded = decodeDetail(without(encodeDetail(detail), path));
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().kind, Error::Kind::Invalid);
        QCOMPARE(decoded.error().code, u"BAD_JSON"_s);
        QCOMPARE(decoded.error().field, path);
    }

    void memberOfARow_isNamedWithItsIndex()
    {
        QJsonObject body = encodePage({.rows = {fullConversation(), fullConversation()}});
        QJsonArray rows = body.value("conversations"_L1).toArray();
        rows[1] = without(rows.at(1).toObject(), u"lead.status"_s);
        body.insert("conversations"_L1, rows);
        const auto decoded = decodePage(body);
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().field, u"conversations[1].lead.status"_s);
    }

    void wrongValue_isNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("a number for a text") << u"classification"_s << QJsonValue(4);
        QTest::newRow("a text for a number") << u"categories"_s << QJsonValue(u"7"_s);
        QTest::newRow("a fraction") << u"categories"_s << QJsonValue(1.5);
        QTest::newRow("no time") << u"updatedAt"_s << QJsonValue(u"yesterday"_s);
        QTest::newRow("a text for a flag") << u"isOpen"_s << QJsonValue(u"true"_s);
        QTest::newRow("null where something must be") << u"hasAiDraft"_s << QJsonValue();
        QTest::newRow("an object in a list of names")
            << u"channels"_s << QJsonValue(QJsonArray {QJsonObject()});
    }
    void wrongValue_isNamed()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject row = encodeConversation(fullConversation());
        row.insert(key, value);
        const auto decoded = decodeConversation(row);
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().field, key);
    }

    void unknownMembersAndChannels_areIgnored()
    {
        QJsonObject row = encodeConversation(fullConversation());
        row.insert("tomorrow"_L1, QJsonObject {{u"a"_s, 1}});
        row.insert("channels"_L1, QJsonArray {u"email"_s, u"carrier-pigeon"_s, u"linkedin"_s});
        const auto decoded = decodeConversation(row);
        QVERIFY(decoded.has_value());
        QVERIFY(*decoded == fullConversation());
    }

    void problemDocument_isNoAnswer()
    {
        const QJsonObject problem {{u"success"_s, false}, {u"error"_s, u"READ_API_DISABLED"_s}};
        QVERIFY(!decodeCounts(problem).has_value());
        QVERIFY(!decodePage(problem).has_value());
        QVERIFY(!decodeDetail(problem).has_value());
        QVERIFY(!decodeWorkspaces(problem).has_value());
        QVERIFY(!decodePage({}).has_value());
    }

    void legacyMessage_withoutChannel_isAnSms()
    {
        QJsonObject object = encodeMessage(fullMessage());
        object.insert("channel"_L1, QJsonValue());
        const auto decoded = decodeMessage(object);
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->channel, Channel::Sms);
    }
};

QTEST_APPLESS_MAIN(tst_InboxJson)
#include "tst_inboxjson.moc"
