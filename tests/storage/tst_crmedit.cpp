// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmeditor.h"
#include "core/storage/analytics/crmreader.h"
#include "tests/storage/crmdata.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = *parseIso(u"2026-03-01T12:00:00Z");

} // namespace

class tst_CrmEdit : public QObject
{
    Q_OBJECT

    Result<CrmEditOutcome> edit(UserId user, const CrmEdit &edit)
    {
        return m_data->app().transaction({.user = user, .workspace = m_data->workspace, .readOnly = false},
            [&] { return editCrmCell(m_data->app(), user, m_data->workspace, edit, Now); });
    }
    /// The row as it stands, to edit it from.
    CrmRow current(QUuid id)
    {
        m_data->load();
        for (const CrmRow &row : m_data->expectedRows(m_data->query(), {})) {
            if (row.id == id)
                return row;
        }
        qFatal("no such row");
        return {};
    }
    CrmEdit editOf(QUuid row, const QString &field, const QString &value, bool updateAutomation = false)
    {
        return {row, field, value, current(row).updatedAt, updateAutomation, std::nullopt};
    }
    QString of(const QByteArray &column, QUuid row)
    {
        return m_data->text("select (" + column
                + ")::text from lead_crm_row c join lead l on l.id = c.lead_id where c.id = $1::uuid",
            PgParams() << row);
    }
    qint64 count(const QByteArray &sql) { return m_data->data().run(sql).integer(0, 0); }

private Q_SLOTS:
    void initTestCase() { m_data = std::make_unique<CrmData>(0, 1); }
    void cleanupTestCase() { m_data.reset(); }
    void init()
    {
        m_data->data().run("delete from lead");
        m_data->data().run("delete from triage_event");
        m_own = m_data->rowOf(m_data->addLead(u"Interested"_s, m_data->setter));
        m_others = m_data->rowOf(m_data->addLead(u"Interested"_s, m_data->manager));
    }

    void everyField_isStoredWhereItBelongs_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("column");
        QTest::newRow("jobTitle") << u"jobTitle"_s << u"CTO"_s << QByteArray("l.job_title");
        QTest::newRow("email") << u"email"_s << u"New@x.io"_s << QByteArray("l.email");
        QTest::newRow("phone") << u"phone"_s << u"+49 30 1234"_s << QByteArray("l.phone");
        QTest::newRow("linkedinUrl") << u"linkedinUrl"_s << u"https://linkedin.com/in/a"_s
                                     << QByteArray("l.linkedin_url");
        QTest::newRow("leadCategory")
            << u"leadCategory"_s << u"VIP"_s << QByteArray("c.lead_category_override");
        QTest::newRow("leadStatus") << u"leadStatus"_s << u"unqualified"_s << QByteArray("c.pipeline_status");
        QTest::newRow("leadType") << u"leadType"_s << u"warm"_s << QByteArray("c.lead_type");
        QTest::newRow("applicationStatus")
            << u"applicationStatus"_s << u"sent"_s << QByteArray("c.application_status");
        QTest::newRow("notes") << u"notes"_s << u"line one\nline two"_s << QByteArray("c.notes");
        QTest::newRow("campaign") << u"campaign"_s << u"Spring"_s << QByteArray("c.interest_campaign_name");
        QTest::newRow("assignedToUserId")
            << u"assignedToUserId"_s << QString() << QByteArray("l.assigned_to_user_id");
    }
    void everyField_isStoredWhereItBelongs()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QByteArray, column);
        const QString stored = field == "assignedToUserId"_L1 ? m_data->otherSetter.toString() : value;
        const QString status = of("l.status", m_own);
        const auto done = edit(m_data->manager, editOf(m_own, field, u" "_s + stored));
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : describe(done.error())));
        QVERIFY(!done->isConflict);
        QCOMPARE(of(column, m_own), stored);
        QVERIFY(done->row == current(m_own));
        QCOMPARE(of("l.status", m_own), status);
        QCOMPARE(count("select count(*) from triage_event"), 1);
        // Cleared again, and null is what is stored.
        const auto cleared = edit(m_data->manager, editOf(m_own, field, QString()));
        QVERIFY(cleared.has_value());
        QCOMPARE(of(column + " is null", m_own), u"true"_s);
        // What stands there already is neither written nor recorded.
        QVERIFY(edit(m_data->manager, editOf(m_own, field, QString())).has_value());
        QCOMPARE(count("select count(*) from triage_event"), 2);
    }

    void badValue_isRefusedNamingTheField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("status") << u"leadStatus"_s << u"needs_repair"_s;
        QTest::newRow("email") << u"email"_s << u"nobody"_s;
        QTest::newRow("phone") << u"phone"_s << u"nobody"_s;
        QTest::newRow("profile") << u"linkedinUrl"_s << u"https://x.io"_s;
        QTest::newRow("text") << u"jobTitle"_s << QString(201, u'x');
        QTest::newRow("person") << u"assignedToUserId"_s << u"ada"_s;
    }
    void badValue_isRefusedNamingTheField()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const auto refused = edit(m_data->manager, editOf(m_own, field, value));
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QCOMPARE(refused.error().field, field);
        QCOMPARE(count("select count(*) from triage_event"), 0);
    }

    void assignee_mustBeSomebodyWhoHoldsLeads()
    {
        for (const UserId &user : {m_data->portal, m_data->stranger}) {
            const auto refused = edit(m_data->manager, editOf(m_own, u"assignedToUserId"_s, user.toString()));
            QCOMPARE(refused.error().code, u"NOT_ASSIGNABLE"_s);
        }
    }

    void category_withAutomation_movesSentimentAndStatus()
    {
        const auto done = edit(m_data->manager, editOf(m_own, u"leadCategory"_s, u"not interested"_s, true));
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : describe(done.error())));
        QCOMPARE(done->row.leadCategory, u"Not Interested"_s);
        QCOMPARE(of("l.sentiment_tag", m_own), u"Not Interested"_s);
        QCOMPARE(of("l.status", m_own), u"not-interested"_s);
        QCOMPARE(done->row.leadStatus, u"not-interested"_s);
        QCOMPARE(done->row.qualified, std::optional(false));
        QCOMPARE(count("select count(*) from triage_event where action = 'sentiment'"), 1);
        QCOMPARE(edit(m_data->manager, editOf(m_own, u"leadCategory"_s, u"hot"_s, true)).error().field,
            u"leadCategory"_s);
    }

    void status_withAutomation_movesTheLeadAndLeavesThePipeline()
    {
        QVERIFY(edit(m_data->manager, editOf(m_own, u"leadStatus"_s, u"unqualified"_s)).has_value());
        QCOMPARE(of("l.status", m_own), u"new"_s);
        const auto done = edit(m_data->manager, editOf(m_own, u"leadStatus"_s, u"qualified"_s, true));
        QVERIFY(done.has_value());
        QCOMPARE(of("l.status", m_own), u"qualified"_s);
        QCOMPARE(of("c.pipeline_status is null", m_own), u"true"_s);
        QCOMPARE(done->row.leadStatus, u"qualified"_s);
        // From here on the cell follows the lead.
        m_data->data().run(
            "update lead set status = 'meeting-booked' where id = (select lead_id from lead_crm_row"
            " where id = $1::uuid)",
            PgParams() << m_own);
        QCOMPARE(current(m_own).leadStatus, u"meeting-booked"_s);
    }

    void rowThatMoved_isAConflictWithTheRowAsItIs()
    {
        const CrmEdit late = editOf(m_own, u"notes"_s, u"mine"_s);
        QVERIFY(edit(m_data->owner, editOf(m_own, u"leadType"_s, u"warm"_s)).has_value());
        const auto conflict = edit(m_data->manager, late);
        QVERIFY(conflict.has_value());
        QVERIFY(conflict->isConflict);
        QCOMPARE(conflict->row.leadType, u"warm"_s);
        QVERIFY(conflict->row == current(m_own));
        QCOMPARE(of("c.notes is null", m_own), u"true"_s);
        // The value that was replaced still stands there: nothing is lost by writing.
        CrmEdit knowing = late;
        knowing.expectedValue = QString();
        QVERIFY(!edit(m_data->manager, knowing)->isConflict);
        // Now it does not.
        knowing.value = u"again"_s;
        QVERIFY(edit(m_data->manager, knowing)->isConflict);
        // What was wanted stands there already.
        knowing.value = u"mine"_s;
        QVERIFY(!edit(m_data->manager, knowing)->isConflict);
    }

    void fieldOfTheLead_conflictsWithTheLead()
    {
        const CrmEdit late = editOf(m_own, u"phone"_s, u"+49 30 1234"_s);
        QVERIFY(edit(m_data->owner, editOf(m_own, u"email"_s, u"b@x.io"_s)).has_value());
        QVERIFY(edit(m_data->manager, late)->isConflict);
        CrmEdit knowing = late;
        knowing.expectedValue = QString();
        QVERIFY(!edit(m_data->manager, knowing)->isConflict);
    }

    // A lead is written to all the time; a note that a person types meanwhile must not be lost by it.
    void messageThatArrives_isNoConflictOfARow()
    {
        const CrmEdit note = editOf(m_own, u"notes"_s, u"mine"_s);
        const LeadId lead = current(m_own).lead;
        m_data->data().addMessage(m_data->workspace, lead, u"inbound"_s, u"hello"_s);
        m_data->data().addMessage(m_data->workspace, lead, u"outbound"_s, u"hello"_s);
        QVERIFY(current(m_own).updatedAt > note.expectedUpdatedAt);
        const auto done = edit(m_data->manager, note);
        QVERIFY(done.has_value());
        QVERIFY(!done->isConflict);
        QCOMPARE(of("c.notes", m_own), u"mine"_s);
    }

    void answerThatArrives_isNoEditOfTheRow()
    {
        m_data->data().run(
            "update lead_crm_row set interest_channel = 'email' where id = $1::uuid", PgParams() << m_own);
        const CrmEdit note = editOf(m_own, u"notes"_s, u"mine"_s);
        m_data->data().run(
            "insert into message (workspace_id, lead_id, direction, body, channel, sent_by, sent_at)"
            " values ($1::uuid, $2::uuid, 'outbound', 'x', 'email', 'ai', now() + interval '1 hour')",
            PgParams() << m_data->workspace << current(m_own).lead);
        QCOMPARE(current(m_own).responseMode, u"AI"_s);
        QVERIFY(!edit(m_data->manager, note)->isConflict);
    }

    void setter_editsTheOwnLeads_andHandsThemAway()
    {
        QVERIFY(!edit(m_data->setter, editOf(m_own, u"notes"_s, u"mine"_s))->isConflict);
        for (const QString &field : {u"notes"_s, u"assignedToUserId"_s}) {
            const QString value = field == "notes"_L1 ? u"mine"_s : m_data->setter.toString();
            QCOMPARE(
                edit(m_data->setter, editOf(m_others, field, value)).error().kind, Error::Kind::NotFound);
        }
        const auto away
            = edit(m_data->setter, editOf(m_own, u"assignedToUserId"_s, m_data->otherSetter.toString()));
        QVERIFY2(away.has_value(), qPrintable(away ? QString() : describe(away.error())));
        QCOMPARE(away->row.assignedTo, std::optional(m_data->otherSetter));
        QCOMPARE(
            edit(m_data->setter, editOf(m_own, u"notes"_s, u"again"_s)).error().kind, Error::Kind::NotFound);
        QCOMPARE(of("c.notes", m_own), u"mine"_s);
    }

    void others_mayNot()
    {
        QCOMPARE(edit(m_data->portal, editOf(m_own, u"notes"_s, u"x"_s)).error().kind, Error::Kind::Denied);
        QCOMPARE(
            edit(m_data->stranger, editOf(m_own, u"notes"_s, u"x"_s)).error().kind, Error::Kind::NotFound);
        QCOMPARE(edit(m_data->manager, {newUuid(), u"notes"_s, u"x"_s, Now, false, {}}).error().kind,
            Error::Kind::NotFound);
        // A row of another workspace than the call names.
        const CrmEdit own = editOf(m_own, u"notes"_s, u"x"_s);
        const auto elsewhere = m_data->app().transaction({.user = m_data->owner, .readOnly = false},
            [&] { return editCrmCell(m_data->app(), m_data->owner, m_data->foreign, own, Now); });
        QCOMPARE(elsewhere.error().kind, Error::Kind::NotFound);
        QCOMPARE(count("select count(*) from triage_event"), 0);
    }

    void everyEdit_isRecordedAndMovesTheVersion()
    {
        const auto version = [this] {
            return loadCrmPage(m_data->app(), m_data->reader(u"OWNER"_s), m_data->query(), {}, 1, Now)
                ->version;
        };
        const QString before = version();
        QVERIFY(edit(m_data->manager, editOf(m_own, u"notes"_s, u"mine"_s)).has_value());
        QVERIFY(version() != before);
        const PgResult event = m_data->data().run(
            "select action, actor_user_id, before::text, after::text, lead_id from triage_event");
        QCOMPARE(event.rowCount(), 1);
        QCOMPARE(event.text(0, 0), u"crm_edit"_s);
        QCOMPARE(event.uuid(0, 1), m_data->manager.value);
        QCOMPARE(event.text(0, 2), u"{\"notes\": null}"_s);
        QCOMPARE(event.text(0, 3), u"{\"notes\": \"mine\"}"_s);
        QCOMPARE(event.uuid(0, 4), current(m_own).lead.value);
    }

private:
    std::unique_ptr<CrmData> m_data;
    QUuid m_own, m_others;
};

QTEST_GUILESS_MAIN(tst_CrmEdit)

#include "tst_crmedit.moc"
