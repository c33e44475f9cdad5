// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/pagerequest.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QString WorkspaceText = u"33333333-3333-4333-8333-333333333333"_s;
const QString CampaignText = u"44444444-4444-4444-8444-444444444444"_s;

Result<PageRequest> decoded(QueryItems items)
{
    items.prepend({u"clientId"_s, WorkspaceText});
    return decodePageRequest(items);
}

} // namespace

class tst_PageRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientIdAlone_isTheFirstPageOfEverything()
    {
        const auto request = decoded({});
        QVERIFY(request.has_value());
        PageRequest expected;
        expected.query.workspace = *WorkspaceId::parse(WorkspaceText);
        QVERIFY(*request == expected);
        QCOMPARE(encodePageRequest(expected), QueryItems({{u"clientId"_s, WorkspaceText}}));
    }

    void everything_encodesAndDecodesToItself()
    {
        PageRequest request;
        request.query = {.workspace = *WorkspaceId::parse(WorkspaceText),
            .category = InboxCategory::AiReview,
            .search = u"zoë & müller, inc?"_s,
            .searchIn = SearchIn::Messages,
            .channels = {Channel::LinkedIn, Channel::Sms},
            .sentimentTags = {u"Follow Up"_s, u"Interested"_s},
            .smsCampaign = QUuid::fromString(CampaignText),
            .score = ScoreFilter::AtLeast2,
            .sort = InboxSort::Name};
        request.position = {.cursor = u"abc"_s, .direction = PagePosition::Direction::Previous};
        request.limit = 200;
        auto again = decodePageRequest(encodePageRequest(request));
        QVERIFY(again.has_value());
        QVERIFY(*again == request);

        request.query.smsCampaign.reset();
        request.query.smsUnattributed = true;
        request.position = {.at = parseIso(u"2026-02-18T05:52:00.123456Z")};
        again = decodePageRequest(encodePageRequest(request));
        QVERIFY(again.has_value());
        QVERIFY(*again == request);
    }

    void badValue_isNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *key, const QString &value) {
            QTest::addRow("%s=%s", key, qPrintable(value)) << QString::fromLatin1(key) << value;
        };
        row("filter", u"everything"_s);
        row("filter", u"ALL"_s);
        row("scoreFilter", u"5+"_s);
        row("channels", u"email,fax"_s);
        row("channel", u"fax"_s);
        row("sort", u"random"_s);
        row("searchIn", u"attachments"_s);
        row("smsCampaignId", u"spring"_s);
        row("smsCampaignUnattributed", u"maybe"_s);
        row("limit", u"many"_s);
        row("limit", u"nan"_s);
        row("dir", u"sideways"_s);
        row("dir", u"prev"_s);
        row("at", u"tomorrow"_s);
        row("search", QString(501, u'x'));
        row("search", u"a"_s + QChar(u'\0') + u"b"_s);
    }
    void badValue_isNamed()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const auto request = decoded({{key, value}});
        QVERIFY(!request.has_value());
        QCOMPARE(request.error().kind, Error::Kind::Invalid);
        QCOMPARE(request.error().code, u"INVALID_PARAMETER"_s);
        QCOMPARE(request.error().field, key);
    }

    void cursorAndAt_excludeEachOther()
    {
        const auto request = decoded({{u"cursor"_s, u"x"_s}, {u"at"_s, u"2026-02-18"_s}});
        QVERIFY(!request.has_value());
        QCOMPARE(request.error().field, u"at"_s);
    }

    void limit_isTruncatedAndClamped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("limit");
        QTest::newRow("none") << u""_s << 50;
        QTest::newRow("zero") << u"0"_s << 1;
        QTest::newRow("negative") << u"-3"_s << 1;
        QTest::newRow("a fraction") << u"12.9"_s << 12;
        QTest::newRow("too many") << u"201"_s << 200;
        QTest::newRow("far too many") << u"1e300"_s << 200;
    }
    void limit_isTruncatedAndClamped()
    {
        QFETCH(QString, text);
        const auto request = decoded({{u"limit"_s, text}});
        QVERIFY(request.has_value());
        QTEST(request->limit, "limit");
    }

    void legacyForms_areUnderstood()
    {
        const auto request = decoded({{u"filter"_s, u"drafts"_s}, {u"channel"_s, u"email"_s},
            {u"sentimentTag"_s, u"Interested"_s}, {u"smsCampaignId"_s, CampaignText},
            {u"smsCampaignUnattributed"_s, u"1"_s}, {u"scoreFilter"_s, u""_s}, {u"whatever"_s, u"x"_s}});
        QVERIFY(request.has_value());
        QCOMPARE(request->query.category, InboxCategory::PreviousAttention);
        QCOMPARE(request->query.channels, QList<Channel>({Channel::Email}));
        QCOMPARE(request->query.sentimentTags, QStringList({u"Interested"_s}));
        QVERIFY(request->query.smsUnattributed);
        QVERIFY(!request->query.smsCampaign.has_value());
    }

    void missingWorkspace_isSaid_data()
    {
        QTest::addColumn<QString>("value");
        for (const auto &value :
            {u""_s, u" "_s, u"null"_s, u"$undefined"_s, u"acme"_s, u"00000000-0000-0000-0000-000000000000"_s})
            QTest::addRow("'%s'", qPrintable(value)) << value;
    }
    void missingWorkspace_isSaid()
    {
        QFETCH(QString, value);
        const auto request = decodePageRequest({{u"clientId"_s, value}});
        QVERIFY(!request.has_value());
        QCOMPARE(request.error().field, u"clientId"_s);
    }
};

QTEST_APPLESS_MAIN(tst_PageRequest)
#include "tst_pagerequest.moc"
