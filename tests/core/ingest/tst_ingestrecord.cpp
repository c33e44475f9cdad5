// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingestrecord.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_IngestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_thatAreWrong_nameTheMember_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("field");
        QTest::newRow("not json") << QByteArray("{oops") << u"line"_s;
        QTest::newRow("a list") << QByteArray("[1]") << u"line"_s;
        QTest::newRow("no kind") << QByteArray(R"({"email":"a@x.example"})") << u"kind"_s;
        QTest::newRow("unknown kind") << QByteArray(R"({"kind":"cat"})") << u"kind"_s;
        QTest::newRow("misspelt member")
            << QByteArray(R"({"kind":"lead","emial":"a@x.example"})") << u"emial"_s;
        QTest::newRow("bad address") << QByteArray(R"({"kind":"lead","email":"nobody"})") << u"email"_s;
        QTest::newRow("nobody") << QByteArray(R"({"kind":"lead","firstName":"A"})") << u"lead"_s;
        QTest::newRow("score") << QByteArray(R"({"kind":"lead","email":"a@x.example","overallScore":7})")
                               << u"overallScore"_s;
        QTest::newRow("flag") << QByteArray(R"({"kind":"lead","email":"a@x.example","smsDndActive":"yes"})")
                              << u"smsDndActive"_s;
        QTest::newRow("time") << QByteArray(R"({"kind":"lead","email":"a@x.example","snoozedUntil":"soon"})")
                              << u"snoozedUntil"_s;
        QTest::newRow("channel") << QByteArray(
            R"({"kind":"message","lead":{"email":"a@x.example"},"channel":"fax","direction":"inbound","content":"x","timestamp":"2026-01-01T00:00:00Z"})")
                                 << u"channel"_s;
        QTest::newRow("no text") << QByteArray(
            R"({"kind":"message","lead":{"email":"a@x.example"},"channel":"sms","direction":"inbound","timestamp":"2026-01-01T00:00:00Z"})")
                                 << u"content"_s;
        QTest::newRow("no time") << QByteArray(
            R"({"kind":"message","lead":{"email":"a@x.example"},"channel":"sms","direction":"inbound","content":"x"})")
                                 << u"timestamp"_s;
        QTest::newRow("confidence") << QByteArray(
            R"({"kind":"draft","lead":{"email":"a@x.example"},"channel":"sms","content":"x","autoSendConfidence":3})")
                                    << u"autoSendConfidence"_s;
        QTest::newRow("draft of nothing")
            << QByteArray(R"({"kind":"draft","lead":{"email":"a@x.example"},"channel":"sms","content":"x"})")
            << u"triggerMessageId"_s;
        QTest::newRow("appointment") << QByteArray(
            R"({"kind":"appointment","lead":{"email":"a@x.example"},"provider":"GHL","status":"CONFIRMED"})")
                                     << u"ghlAppointmentId"_s;
        QTest::newRow("follow-up") << QByteArray(
            R"({"kind":"follow_up_instance","lead":{"email":"a@x.example"}})")
                                   << u"sequence"_s;
        const auto ofLead
            = [](const char *name, const char *kind, const char *members, const QString &field) {
                  QTest::newRow(name) << QByteArray(R"({"lead":{"email":"a@x.example"},"kind":")") + kind
                          + "\"," + members
                          + "}" << field;
              };
        ofLead("fit score", "lead", R"("fitScore":9)", u"fitScore"_s);
        ofLead("moved from a number", "appointment",
            R"("provider":"GHL","status":"CONFIRMED","ghlAppointmentId":"1","rescheduledFrom":1)",
            u"rescheduledFrom"_s);
        ofLead("last step", "follow_up_instance", R"("sequence":"S","lastStepAt":"then")", u"lastStepAt"_s);
        ofLead("sequence of a message", "message", R"("sequence":"S")", u"sequence"_s);
        ofLead("mode", "crm_row", R"("responseMode":"ROBOT")", u"responseMode"_s);
        ofLead("interest score", "crm_row", R"("leadScoreAtInterest":7)", u"leadScoreAtInterest"_s);
        ofLead("value", "crm_row", R"("pipelineValue":"much")", u"pipelineValue"_s);
        ofLead("misspelt CRM member", "crm_row", R"("note":"x")", u"note"_s);
        ofLead("timing of no message", "response_timing",
            R"("channel":"sms","inboundSentAt":"2026-01-01T00:00:00Z")", u"inboundMessageId"_s);
        ofLead("negative time", "response_timing", R"("channel":"sms","setterResponseMs":-1)",
            u"setterResponseMs"_s);
        ofLead("task", "follow_up_task", R"("type":"fax","dueDate":"2026-01-01T00:00:00Z")", u"type"_s);
        ofLead("task without a date", "follow_up_task", R"("type":"call")", u"dueDate"_s);
        ofLead("wave", "booking_progress", R"("campaign":"C","currentWave":0)", u"currentWave"_s);
        ofLead("progress of no campaign", "booking_progress", R"("currentWave":2)", u"campaign"_s);
        ofLead("reactivation without a name", "reactivation", R"("status":"sent")", u"campaign"_s);
        ofLead("reactivation's state", "reactivation", R"("campaign":"C","status":"gone")", u"status"_s);
        ofLead("availability of a lead", "availability", R"("calendarType":"ghl")", u"lead"_s);
        QTest::newRow("slots") << QByteArray(
            R"({"kind":"availability","calendarType":"ghl","calendarUrl":"u","fetchedAt":"2026-01-01T00:00:00Z","staleAt":"2026-01-01T00:01:00Z","slots":["noon"]})")
                               << u"slots"_s;
        QTest::newRow("availability's source")
            << QByteArray(R"({"kind":"availability","source":"OTHER"})") << u"source"_s;
        QTest::newRow("never stale") << QByteArray(
            R"({"kind":"availability","calendarType":"ghl","calendarUrl":"u","fetchedAt":"2026-01-01T00:00:00Z"})")
                                     << u"staleAt"_s;
        QTest::newRow("provider") << QByteArray(
            R"({"kind":"lead","email":"a@x.example","appointmentProvider":"OUTLOOK"})")
                                  << u"appointmentProvider"_s;
    }
    void lines_thatAreWrong_nameTheMember()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, field);
        const auto record = parseIngestLine(line);
        QVERIFY(!record);
        QCOMPARE(record.error().kind, Error::Kind::Invalid);
        QCOMPARE(record.error().field, field);
    }

    void lead_isNormalised()
    {
        const auto record = parseIngestLine(
            R"({"kind":"lead","email":" Ann@X.Example ","phone":"+49 (30) 12-34","status":null,"firstName":"A\u0000nn"})");
        QVERIFY(record);
        QCOMPARE(record->lead.email, u"ann@x.example"_s);
        QCOMPARE(record->lead.phone, u"+49301234"_s);
        QCOMPARE(record->columns.value("first_name"_L1).toString(), u"Ann"_s);
        QVERIFY(!record->columns.contains("status"_L1));
    }

    void messageWithoutIdentity_isKnownByWhatItSays()
    {
        const QByteArray line
            = R"({"kind":"message","lead":{"phone":"12345"},"channel":"sms","direction":"inbound","content":"x","timestamp":"2026-01-01T00:00:00Z"})";
        const auto first = parseIngestLine(line);
        const auto spaced = parseIngestLine(QByteArray(line).replace(",", ", "));
        const auto other = parseIngestLine(QByteArray(line).replace("\"x\"", "\"y\""));
        QVERIFY(first && spaced && other);
        const auto key = "webhook_dedupe_key"_L1;
        QVERIFY(first->columns.value(key).toString().startsWith("ingest:"_L1));
        QCOMPARE(spaced->columns.value(key), first->columns.value(key));
        QVERIFY(other->columns.value(key) != first->columns.value(key));
    }

    void names_areSplit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("two") << u"Ann Lee"_s << u"Ann"_s << u"Lee"_s;
        QTest::newRow("three") << u"Ann Marie Lee"_s << u"Ann Marie"_s << u"Lee"_s;
        QTest::newRow("comma") << u"Lee, Ann"_s << u"Ann"_s << u"Lee"_s;
        QTest::newRow("one") << u"Ann"_s << u"Ann"_s << QString();
        QTest::newRow("address") << u"ann@x.example"_s << QString() << QString();
    }
    void names_areSplit()
    {
        QFETCH(QString, name);
        QFETCH(QString, first);
        QFETCH(QString, last);
        QCOMPARE(splitName(name).first, first);
        QCOMPARE(splitName(name).second, last);
    }
};

QTEST_APPLESS_MAIN(tst_IngestRecord)
#include "tst_ingestrecord.moc"
