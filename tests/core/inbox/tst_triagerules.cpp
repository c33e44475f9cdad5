// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/sentiment.h"
#include "core/inbox/triagerules.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_TriageRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses_eachOfDomain131_isAccepted()
    {
        for (const QString &status : leadStatuses())
            QVERIFY2(checkLeadFields({.status = status}, {}), qPrintable(status));
        QVERIFY(!checkLeadFields({.status = u"Qualified"_s}, {}));
        QVERIFY(!checkLeadFields({.status = u""_s}, {}));
    }

    void tags_eachKnownOne_bringsTheStatusOfItsClassification()
    {
        for (const QString &tag : sentimentTags()) {
            QVERIFY2(checkLeadFields({.sentimentTag = tag}, {}), qPrintable(tag));
            QCOMPARE(
                withImpliedStatus({.sentimentTag = tag}).status, std::optional(QString(statusForTag(tag))));
        }
        QCOMPARE(withImpliedStatus({.sentimentTag = u"Blacklist"_s}).status, std::optional(u"blacklisted"_s));
        QVERIFY(!withImpliedStatus({.sentimentTag = u""_s}).status);
        QCOMPARE(withImpliedStatus({.status = u"unqualified"_s, .sentimentTag = u"Interested"_s}).status,
            std::optional(u"unqualified"_s));
    }

    void fields_exactlyOne()
    {
        QVERIFY(!checkLeadFields({}, {}));
        QVERIFY(!checkLeadFields({.assignedTo = std::optional<UserId>(), .status = u"new"_s}, {}));
        QVERIFY(checkLeadFields({.status = u"new"_s, .sentimentTag = u""_s}, {}));
    }

    void snooze_isInTheFutureAndWithinAYear_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("now") << qint64(0) << false;
        QTest::newRow("a second ago") << qint64(-1) << false;
        QTest::newRow("in a second") << qint64(1) << true;
        QTest::newRow("in 366 days") << qint64(366) * 86400 << true;
        QTest::newRow("a second more") << qint64(366) * 86400 + 1 << false;
    }
    void snooze_isInTheFutureAndWithinAYear()
    {
        QFETCH(qint64, seconds);
        QFETCH(bool, isAccepted);
        const Instant now(std::chrono::seconds(1'790'000'000));
        const auto checked
            = checkLeadFields({.snoozedUntil = std::optional(now + std::chrono::seconds(seconds))}, now);
        QCOMPARE(checked.has_value(), isAccepted);
    }

    void addresses_data()
    {
        QTest::addColumn<int>("channel");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isAccepted");
        const auto row = [](const char *name, Channel channel, const QString &address, bool isAccepted) {
            QTest::newRow(name) << int(channel) << address << isAccepted;
        };
        row("plain", Channel::Email, u"ann@example.org"_s, true);
        row("plus and dots", Channel::Email, u"ann.b+c@mail.example.co.uk"_s, true);
        row("an apostrophe", Channel::Email, u"o'brien@example.org"_s, true);
        row("another script before the @", Channel::Email, u"zoë@example.org"_s, true);
        row("no @", Channel::Email, u"ann"_s, false);
        row("two @", Channel::Email, u"a@b@c.io"_s, false);
        row("a name around it", Channel::Email, u"Ann <ann@example.org>"_s, false);
        row("two at once", Channel::Email, u"a@x.io, b@x.io"_s, false);
        row("a header", Channel::Email, u"a@x.io\r\nBcc: b@x.io"_s, false);
        row("a line end at the end", Channel::Email, u"a@x.io\n"_s, false);
        row("too long", Channel::Email, QString(250, u'a') + u"@x.io"_s, false);
        row("a number", Channel::Sms, u"+49 (0)30 123456"_s, true);
        row("a number and a line end", Channel::Sms, u"+4930123456\n"_s, false);
        row("words", Channel::Sms, u"call me"_s, false);
        row("a profile", Channel::LinkedIn, u"https://linkedin.com/in/ann"_s, true);
        row("nothing", Channel::LinkedIn, u" "_s, false);
    }
    void addresses()
    {
        QFETCH(int, channel);
        QFETCH(QString, address);
        QFETCH(bool, isAccepted);
        const auto checked = checkRecipients(Channel(channel), {address}, {});
        QCOMPARE(checked.has_value(), isAccepted);
        if (!checked)
            QCOMPARE(checked.error().field, u"to[0]"_s);
    }

    void recipients_areLimited()
    {
        QVERIFY(checkRecipients(Channel::Email, QStringList(50, u"a@x.io"_s), {}));
        QCOMPARE(checkRecipients(Channel::Email, QStringList(51, u"a@x.io"_s), {}).error().field, u"to"_s);
        QCOMPARE(checkRecipients(Channel::Sms, {}, {u"a@x.io"_s}).error().field, u"cc"_s);
    }

    void expectation_mustNameWhatChanges()
    {
        QVERIFY(!checkExpected({.status = u"new"_s}, {.sentimentTag = u""_s}));
        QVERIFY(checkExpected({.status = u"new"_s}, {.status = u"qualified"_s}));
        QVERIFY(checkExpected({.status = u"new"_s, .sentimentTag = u"New"_s}, {.sentimentTag = u""_s}));
    }
};

QTEST_APPLESS_MAIN(tst_TriageRules)
#include "tst_triagerules.moc"
