// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcolumns.h"
#include "core/analytics/crmwire.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Workspace {QUuid::fromString(u"33333333-3333-4333-8333-333333333333"_s)};

Instant at(const QString &iso)
{
    return *parseIso(iso);
}

CrmRow fullRow()
{
    CrmRow row;
    row.id = QUuid::fromString(u"44444444-4444-4444-8444-444444444444"_s);
    row.lead = LeadId {QUuid::fromString(u"22222222-2222-4222-8222-222222222222"_s)};
    row.date = at(u"2026-02-18T05:52:00.123456Z"_s);
    row.initialResponseDate = row.date;
    row.campaign = u"Spring, \"north\""_s;
    row.companyName = u"Müller & Söhne"_s;
    row.firstName = u"مريم"_s;
    row.leadEmail = u"m@x.io"_s;
    row.stepResponded = 3;
    row.leadCategory = u"Interested"_s;
    row.responseType = u"OTHER"_s;
    row.leadStatus = u"qualified"_s;
    row.notes = u"two\nlines"_s;
    row.followUps = {at(u"2026-03-01T09:00:00Z"_s), at(u"2026-03-02T09:00:00Z"_s)};
    row.responseStepComplete = false;
    row.qualified = true;
    row.responseMode = u"AI"_s;
    row.leadScore = 0;
    row.assignedTo = UserId {QUuid::fromString(u"11111111-1111-4111-8111-111111111111"_s)};
    row.updatedAt = at(u"2026-02-18T05:52:00.000001Z"_s);
    return row;
}

} // namespace

class tst_Crm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns_areThoseOfTheSpecification()
    {
        QStringList titles;
        for (const CrmColumn &column : crmColumns()) {
            titles += QString::fromLatin1(column.title);
            QVERIFY(QString::fromLatin1(column.definition).endsWith(u'.'));
        }
        // domain §12.5, in its order
        const QString expected
            = u"Interest date,Campaign,Company Name,Website,First Name,Last Name,Job Title,Lead's Email,"
              "Lead LinkedIn,Phone Number,Email/LinkedIn Step Responded,Lead Category,Response Type,"
              "Lead Status,Channel,Lead Type,Application Status,Appointment Setter,Setter Assignment,Notes,"
              "Initial response date,Follow-up 1,Follow-up 2,Follow-up 3,Follow-up 4,Follow-up 5,"
              "Response step complete,Date of Booking,Date of Meeting,Qualified,Follow-up Date Requested,"
              "Setters,AI vs Human Response,Lead Score"_s;
        QCOMPARE(titles.join(u','), expected);
        QCOMPARE(crmColumns().size(), 34);
    }

    void columns_editTheElevenFields()
    {
        QStringList fields;
        for (const CrmColumn &column : crmColumns()) {
            if (column.editField != nullptr)
                fields += QString::fromLatin1(column.editField);
        }
        fields.sort();
        QCOMPARE(fields,
            QStringList({u"applicationStatus"_s, u"assignedToUserId"_s, u"campaign"_s, u"email"_s,
                u"jobTitle"_s, u"leadCategory"_s, u"leadStatus"_s, u"leadType"_s, u"linkedinUrl"_s,
                u"notes"_s, u"phone"_s}));
    }

    void columns_thatAreComputed_cannotBeSorted()
    {
        QStringList computed;
        for (const CrmColumn &column : crmColumns()) {
            if (!column.isSortable)
                computed += QString::fromLatin1(column.key);
        }
        QCOMPARE(computed,
            QStringList({u"stepResponded"_s, u"responseType"_s, u"setterAssignment"_s, u"followUp1"_s,
                u"followUp2"_s, u"followUp3"_s, u"followUp4"_s, u"followUp5"_s, u"responseStepComplete"_s,
                u"qualified"_s, u"responseMode"_s}));
    }

    void everyColumn_isAMemberOfTheWire()
    {
        const QJsonObject object = encodeCrmRow(fullRow());
        for (const CrmColumn &column : crmColumns())
            QVERIFY2(object.contains(QLatin1StringView(column.key)), column.key);
        QCOMPARE(object.size(), 34 + 4);
    }

    void row_comesBackWhole()
    {
        const auto decoded = decodeCrmRow(encodeCrmRow(fullRow()));
        QVERIFY(decoded.has_value());
        QVERIFY(*decoded == fullRow());
        CrmRow empty;
        empty.id = fullRow().id;
        empty.lead = fullRow().lead;
        const auto bare = decodeCrmRow(encodeCrmRow(empty));
        QVERIFY(bare.has_value());
        QVERIFY(*bare == empty);
    }

    void row_withAWrongMember_isRefused()
    {
        QJsonObject object = encodeCrmRow(fullRow());
        object.insert("stepResponded"_L1, u"three"_s);
        const auto decoded = decodeCrmRow(object);
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().field, u"stepResponded"_s);
    }

    void cellText_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("a time has the offset of the zone") << u"date"_s << u"2026-02-18T00:52:00-05:00"_s;
        QTest::newRow("in summer too") << u"followUp2"_s << u"2026-03-02T04:00:00-05:00"_s;
        QTest::newRow("a follow-up that is not there") << u"followUp3"_s << QString();
        QTest::newRow("text") << u"companyName"_s << u"Müller & Söhne"_s;
        QTest::newRow("a number") << u"stepResponded"_s << u"3"_s;
        QTest::newRow("zero is a number") << u"leadScore"_s << u"0"_s;
        QTest::newRow("yes") << u"qualified"_s << u"true"_s;
        QTest::newRow("no") << u"responseStepComplete"_s << u"false"_s;
        QTest::newRow("unknown time") << u"dateOfBooking"_s << QString();
        QTest::newRow("unknown column") << u"followUp9"_s << QString();
    }
    void cellText()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        const QByteArray name = key.toLatin1();
        QCOMPARE(crmCellText(fullRow(), QLatin1StringView(name), QTimeZone("America/New_York")), text);
    }

    void cellText_inUtcAndEast()
    {
        QCOMPARE(crmCellText(fullRow(), "date"_L1, QTimeZone::utc()), u"2026-02-18T05:52:00Z"_s);
        QCOMPARE(
            crmCellText(fullRow(), "date"_L1, QTimeZone("Asia/Kolkata")), u"2026-02-18T11:22:00+05:30"_s);
    }

    void everyColumn_hasATypeThatFitsItsText()
    {
        CrmRow row = fullRow();
        row.dateOfBooking = row.dateOfMeeting = row.followUpDateRequested = row.date;
        row.followUps = QList<Instant>(5, *row.date);
        for (const CrmColumn &column : crmColumns()) {
            const QLatin1StringView key(column.key);
            QCOMPARE(crmCellInstant(row, key).has_value(), crmCellType(key) == CrmCellType::Time);
            bool isNumber = false;
            crmCellText(row, key, QTimeZone::utc()).toInt(&isNumber);
            QCOMPARE(isNumber, crmCellType(key) == CrmCellType::Number);
        }
    }

    void query_comesBack()
    {
        CrmQuery query {.workspace = Workspace};
        QCOMPARE(encodeCrmQuery(query).size(), 1);
        query.campaign = u"50 % off"_s;
        query.leadCategory = u"interest"_s;
        query.leadStatus = u"needs_repair"_s;
        query.responseMode = u"HUMAN"_s;
        query.from = at(u"2026-02-01T00:00:00Z"_s);
        query.to = at(u"2026-03-01T00:00:00Z"_s);
        for (const CrmColumn &column : crmColumns()) {
            if (!column.isSortable)
                continue;
            for (const bool isDescending : {true, false}) {
                query.sort = QString::fromLatin1(column.key);
                query.isDescending = isDescending;
                const auto decoded = decodeCrmQuery(encodeCrmQuery(query));
                QVERIFY(decoded.has_value());
                QVERIFY(*decoded == query);
            }
        }
    }

    void query_withABadParameter_namesIt_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("unknown mode") << u"responseMode"_s << u"ai"_s;
        QTest::newRow("computed column") << u"sort"_s << u"responseMode:desc"_s;
        QTest::newRow("unknown column") << u"sort"_s << u"id; drop:asc"_s;
        QTest::newRow("unknown direction") << u"sort"_s << u"date:up"_s;
        QTest::newRow("no time") << u"dateFrom"_s << u"yesterday"_s;
        QTest::newRow("too long") << u"campaign"_s << QString(201, u'x');
        QTest::newRow("NUL") << u"leadCategory"_s << QString(u"a"_s + QChar(u'\0') + u'b');
    }
    void query_withABadParameter_namesIt()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const auto decoded = decodeCrmQuery({{u"clientId"_s, Workspace.toString()}, {key, value}});
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().field, key);
        QCOMPARE(decoded.error().code, u"INVALID_PARAMETER"_s);
    }

    void query_thatEndsBeforeItBegins_isRefused()
    {
        const auto decoded = decodeCrmQuery({{u"clientId"_s, Workspace.toString()},
            {u"dateFrom"_s, u"2026-03-01T00:00:00Z"_s}, {u"dateTo"_s, u"2026-02-01T00:00:00Z"_s}});
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().field, u"dateFrom"_s);
        QVERIFY(!decodeCrmQuery({}).has_value());
    }

    void limit_isClamped()
    {
        QCOMPARE(*decodeCrmLimit({}), 150);
        QCOMPARE(*decodeCrmLimit({{u"limit"_s, u"0"_s}}), 1);
        QCOMPARE(*decodeCrmLimit({{u"limit"_s, u"1e9"_s}}), 300);
        QCOMPARE(*decodeCrmLimit({{u"limit"_s, u"7"_s}}), 7);
        QVERIFY(!decodeCrmLimit({{u"limit"_s, u"many"_s}}).has_value());
        QVERIFY(!decodeCrmLimit({{u"limit"_s, u"nan"_s}}).has_value());
    }

    void page_comesBack()
    {
        CrmPage page {{fullRow(), fullRow()}, u"next"_s, u"1.2.3"_s, at(u"2026-02-18T06:00:00Z"_s), true};
        const auto decoded = decodeCrmPage(encodeCrmPage(page));
        QVERIFY(decoded.has_value());
        QVERIFY(*decoded == page);
        QVERIFY(!decodeCrmPage({{u"success"_s, true}}).has_value());
    }

    void summary_comesBack_andSaysItsRates()
    {
        CrmSummary summary;
        summary.totals = {.cohortLeads = 8, .bookedEverAny = 4, .bookedEverKept = 2};
        summary.byResponseMode = {{u"AI"_s, u"AI"_s, 3, 2, 1, 1, 0}};
        summary.bySetter = {{u"UNKNOWN"_s, u"Unknown"_s, 0, 0, 0, 0, 0}};
        summary.computedAt = at(u"2026-02-18T06:00:00Z"_s);
        const QJsonObject body = encodeCrmSummary(summary);
        const auto decoded = decodeCrmSummary(body);
        QVERIFY(decoded.has_value());
        QVERIFY(*decoded == summary);
        const QJsonObject data = body.value("data"_L1).toObject();
        const QJsonObject totals = data.value("totals"_L1).toObject();
        QCOMPARE(totals.value("cohortConversionRateAny"_L1).toDouble(), 0.5);
        QCOMPARE(totals.value("cohortConversionRateKept"_L1).toDouble(), 0.25);
        QVERIFY(!totals.contains("key"_L1));
        const QJsonObject nobody = data.value("bySetter"_L1).toArray().first().toObject();
        QCOMPARE(nobody.value("inWindowBookingRateAny"_L1), QJsonValue(0.0));
    }

    void edit_comesBack()
    {
        CrmEdit edit {fullRow().id, u"notes"_s, u"x"_s, fullRow().updatedAt, true, std::nullopt};
        QVERIFY(*decodeCrmEdit(encodeCrmEdit(edit)) == edit);
        edit.expectedValue = QString();
        edit.value.clear();
        QVERIFY(*decodeCrmEdit(encodeCrmEdit(edit)) == edit);
        QJsonObject body = encodeCrmEdit(edit);
        body.remove("expectedUpdatedAt"_L1);
        QCOMPARE(decodeCrmEdit(body).error().field, u"expectedUpdatedAt"_s);
    }

    void outcomeAndAssignees_comeBack()
    {
        const CrmEditOutcome outcome {true, fullRow()};
        QVERIFY(*decodeCrmEditOutcome(encodeCrmEditOutcome(outcome)) == outcome);
        QCOMPARE(encodeCrmEditOutcome(outcome).value("success"_L1), QJsonValue(false));
        QVERIFY(!decodeCrmEditOutcome({{u"code"_s, u"CONFLICT"_s}}).has_value());
        const QList<CrmAssignee> assignees {{*fullRow().assignedTo, u"s@x.io"_s}};
        QVERIFY(*decodeCrmAssignees(encodeCrmAssignees(assignees)) == assignees);
    }
};

QTEST_APPLESS_MAIN(tst_Crm)

#include "tst_crm.moc"
