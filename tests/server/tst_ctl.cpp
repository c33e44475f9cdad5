// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgconnection.h"
#include "tests/server/program.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int code = -1;
    QStringList lines;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(lines.value(0).toUtf8()).object(); }
};

Outcome run(const QStringList &arguments, const QHash<QString, QString> &environment = {})
{
    Program program(u"signalboxctl"_s, arguments, environment);
    Outcome outcome;
    outcome.code = program.waitForExit();
    outcome.lines = program.lines();
    outcome.errors = program.errors();
    return outcome;
}

template <typename T> QByteArray reasonOf(const Result<T> &result)
{
    return result ? QByteArray() : describe(result.error()).toUtf8();
}

} // namespace

class tst_Ctl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usage_isExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QStringList() << 2;
        QTest::newRow("help") << QStringList({u"--help"_s}) << 0;
        QTest::newRow("version") << QStringList({u"--version"_s}) << 0;
        QTest::newRow("an unknown command") << QStringList({u"frobnicate"_s}) << 2;
        QTest::newRow("half a command") << QStringList({u"counts"_s}) << 2;
        QTest::newRow("an unknown option") << QStringList({u"migrate"_s, u"--now"_s}) << 2;
        QTest::newRow("an option without its value") << QStringList({u"migrate"_s, u"--database"_s}) << 2;
        QTest::newRow("a schema version beyond all numbers")
            << QStringList({u"migrate"_s, u"--to"_s, u"4294967296"_s}) << 2;
        QTest::newRow("no workspace") << QStringList({u"counts"_s, u"verify"_s}) << 2;
        QTest::newRow("a workspace that is no uuid")
            << QStringList({u"counts"_s, u"verify"_s, u"--workspace"_s, u"acme"_s}) << 2;
        QTest::newRow("no workspace to recompute") << QStringList({u"counts"_s, u"recompute"_s}) << 2;
    }
    void usage_isExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.lines.isEmpty(), code != 0);
        QCOMPARE(outcome.errors.isEmpty(), code == 0);
    }

    void mistypedDirectory_isAnError_andMakesNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString id = u"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"_s;
        QTest::newRow("counts verify") << QStringList({u"counts"_s, u"verify"_s, u"--workspace"_s, id});
        QTest::newRow("workspace list") << QStringList({u"workspace"_s, u"list"_s});
        QTest::newRow("workspace add")
            << QStringList({u"workspace"_s, u"add"_s, u"--name"_s, u"A"_s, u"--owner"_s, u"a@b.example"_s});
        QTest::newRow("member list") << QStringList({u"member"_s, u"list"_s, u"--workspace"_s, id});
        QTest::newRow("import") << QStringList(
            {u"import"_s, u"csv"_s, QStringLiteral(__FILE__), u"--workspace"_s, id});
    }
    void mistypedDirectory_isAnError_andMakesNothing()
    {
        QFETCH(QStringList, arguments);
        const QTemporaryDir parent;
        QVERIFY(parent.isValid());
        const QString directory = parent.filePath(u"signalbx"_s);
        const Outcome outcome = run(arguments + QStringList {u"--embedded"_s, directory});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.errors.contains("there is no database in " + directory.toUtf8()), outcome.errors);
        QVERIFY(!QFile::exists(directory));
    }

    void everyCommand_hasHelp()
    {
        const Outcome overview = run({u"--help"_s});
        int commands = 0;
        for (const QString &line : overview.lines) {
            if (!line.startsWith(u"  "_s) || line.startsWith(u"  --"_s))
                continue;
            ++commands;
            const QStringList words = line.trimmed().section(u"  "_s, 0, 0).split(u' ');
            const Outcome help = run(words + QStringList {u"--help"_s});
            QCOMPARE(help.code, 0);
            QVERIFY2(help.lines.first().startsWith(u"signalboxctl "_s + words.join(u' ')),
                qPrintable(help.lines.first()));
        }
        QVERIFY(commands >= 3);
    }

    void migrate_bringsAnEmptyDatabaseUpAndBack()
    {
        auto database = TestDatabase::createBare();
        QVERIFY2(database.has_value(), reasonOf(database));
        const QStringList target {u"--json"_s, u"--database"_s, (*database)->adminConninfo()};
        const Outcome first = run(QStringList {u"migrate"_s} + target);
        QVERIFY2(first.code == 0, first.errors);
        const int version = first.json().value("version"_L1).toInt();
        QVERIFY(version > 0);
        QCOMPARE(first.json().value("steps"_L1).toInt(), version);
        QCOMPARE(run(QStringList {u"migrate"_s} + target).json().value("steps"_L1).toInt(), 0);
        const Outcome back = run(QStringList {u"migrate"_s, u"--to"_s, u"1"_s} + target);
        QVERIFY2(back.code == 0, back.errors);
        QCOMPARE(back.json().value("version"_L1).toInt(), 1);
        QCOMPARE(run(QStringList {u"migrate"_s} + target).json().value("version"_L1).toInt(), version);
    }

    void countsVerify_findsDriftAndSaysSoByItsCode()
    {
        auto database = TestDatabase::create();
        QVERIFY2(database.has_value(), reasonOf(database));
        auto admin = PgConnection::open((*database)->adminConninfo());
        QVERIFY(admin.has_value());
        QVERIFY((*admin)->runSql("insert into app_user (email) values ('owner@example.org')"));
        QVERIFY(
            (*admin)->runSql("insert into workspace (name, owner_user_id) select 'Acme', id from app_user"));
        QVERIFY((*admin)->runSql("insert into lead (workspace_id, status) select id, 'new' from workspace, "
                                 "generate_series(1, 5)"));
        const auto workspace = (*admin)->runSql("select id from workspace");
        QVERIFY(workspace.has_value());
        const QStringList arguments {u"counts"_s, u"verify"_s, u"--workspace"_s,
            workspace->uuid(0, 0).toString(QUuid::WithoutBraces), u"--database"_s,
            (*database)->adminConninfo(), u"--json"_s};
        const Outcome right = run(arguments);
        QVERIFY2(right.code == 0, right.errors);
        QCOMPARE(right.json().value("drift"_L1).toInt(-1), 0);

        QStringList elsewhere = arguments;
        elsewhere.replace(3, u"11111111-1111-4111-8111-111111111111"_s);
        QCOMPARE(run(elsewhere).code, 1); // a mistyped id must not read as "no drift"

        QVERIFY((*admin)->runSql("delete from inbox_counts_delta"));
        const Outcome wrong = run(arguments);
        QCOMPARE(wrong.code, 1);
        QVERIFY(wrong.json().value("drift"_L1).toInt() > 0);
        QVERIFY(!wrong.json()
                     .value("scopes"_L1)
                     .toArray()
                     .first()
                     .toObject()
                     .value("expected"_L1)
                     .toObject()
                     .isEmpty());
    }

    void countsVerify_findsWhatAnalyticsKeeps_andRecomputeMendsIt()
    {
        auto database = TestDatabase::create();
        QVERIFY2(database.has_value(), reasonOf(database));
        auto admin = PgConnection::open((*database)->adminConninfo());
        QVERIFY(admin.has_value());
        const auto planted = (*admin)->runScript(
            "insert into app_user (email) values ('owner@example.org');"
            "insert into workspace (name, owner_user_id) select 'Acme', id from app_user;"
            "insert into lead (workspace_id, status) select id, 'new' from workspace;"
            "insert into message (workspace_id, lead_id, direction, channel, body, sent_at)"
            " select workspace_id, id, 'inbound', 'email', 'x', timestamptz '2026-03-02 12:00Z' + n * "
            "interval '1 h'"
            " from lead, generate_series(1, 3) n;"
            "insert into response_timing_event (workspace_id, lead_id, channel, inbound_message_id, "
            "inbound_sent_at,"
            " ai_response_sent_at) select workspace_id, lead_id, channel, id, sent_at, sent_at + interval '1 "
            "min'"
            " from message where sent_at = '2026-03-02 14:00Z';"
            "insert into lead_crm_row (workspace_id, lead_id, interest_registered_at)"
            " select workspace_id, id, '2026-03-02Z' from lead;"
            "insert into ai_draft (workspace_id, lead_id, channel, content, response_disposition)"
            " select workspace_id, id, 'sms', 'x', 'AUTO_SENT' from lead;"
            "insert into message (workspace_id, lead_id, direction, channel, body, sent_at, ai_draft_id)"
            " select workspace_id, lead_id, 'outbound', 'sms', 'x', '2026-03-02 18:00Z', id from ai_draft");
        QVERIFY2(planted.has_value(), reasonOf(planted));
        const auto ids = (*admin)->runSql("select workspace_id, id from lead");
        QVERIFY(ids.has_value());
        const QStringList target {u"--workspace"_s, ids->uuid(0, 0).toString(QUuid::WithoutBraces),
            u"--database"_s, (*database)->adminConninfo()};
        const QStringList verify = QStringList {u"counts"_s, u"verify"_s} + target;
        QCOMPARE(run(verify).lines, QStringList(u"no drift"_s));

        // Cells too many, and rows that keep what is not so: triggers would have put them right.
        const auto broken = (*admin)->runScript(
            "insert into message_day (workspace_id, day, direction, previous_day, channel, n)"
            " select id, '2026-03-09', 'outbound', '-infinity', 'sms', 7 from workspace;"
            "insert into gap_day (workspace_id, day, from_day, direction, sender_key, n, total_us)"
            " select id, '2026-03-09', '2026-03-09', 'outbound', '00000000-0000-0000-0000-000000000000', 2, "
            "60"
            " from workspace;"
            "set session_replication_role = replica;"
            "update message set previous_at = null where sent_at = '2026-03-02 14:00Z';"
            "update lead set is_answered_by_assignee = true;"
            "update lead_crm_row set is_booked = true, answer_message_id = id, answer_sent_at = "
            "'2026-03-03Z',"
            " answer_mode = 'AI';"
            "delete from draft_send;"
            "update response_timing_event set later_inbound_at = '2026-03-03Z'");
        QVERIFY2(broken.has_value(), reasonOf(broken));
        const Outcome people = run(verify);
        QCOMPARE(people.code, 1);
        QVERIFY2(
            people.lines.contains(
                u"drift of message_days in 2026-03-09 outbound sms, before: none: the rows say 0, kept is 7"_s),
            people.lines.join(u'\n').toUtf8());
        const Outcome found = run(verify + QStringList {u"--json"_s});
        QCOMPARE(found.code, 1);
        QHash<QString, QJsonObject> drifts;
        for (const QJsonValue &drift : found.json().value("drifts"_L1).toArray())
            drifts.insert(drift.toObject().value("what"_L1).toString() + u' '
                    + drift.toObject().value("where"_L1).toString(),
                drift.toObject());
        QCOMPARE(drifts.size(), found.json().value("drift"_L1).toInt());
        const QJsonObject cell = drifts.value(u"message_days 2026-03-09 outbound sms, before: none"_s);
        QCOMPARE(cell.value("expected"_L1), QJsonValue(0));
        QCOMPARE(cell.value("found"_L1), QJsonValue(7));
        const QString lead = ids->uuid(0, 1).toString(QUuid::WithoutBraces);
        QCOMPARE(drifts.value(u"message_predecessors lead "_s + lead).value("found"_L1), QJsonValue(1));
        const QString gaps = u" 2026-03-09 outbound, begun: 2026-03-09, sender: nobody"_s;
        QCOMPARE(drifts.value(u"gap_days"_s + gaps).value("found"_L1), QJsonValue(2));
        QCOMPARE(drifts.value(u"gap_microseconds"_s + gaps).value("found"_L1), QJsonValue(60));
        QCOMPARE(drifts.value(u"assignee_answers lead "_s + lead).value("found"_L1), QJsonValue(true));
        const auto order = std::ranges::find_if(
            drifts, [](const QJsonObject &drift) { return drift.value("what"_L1) == "answer_order"_L1; });
        QVERIFY(order != drifts.end());
        for (const auto what : {"draft_sends"_L1, "campaign_days"_L1, "crm_answers"_L1})
            QVERIFY2(std::ranges::any_of(
                         drifts, [what](const QJsonObject &drift) { return drift.value("what"_L1) == what; }),
                what.data());
        QVERIFY(std::ranges::any_of(drifts, [](const QJsonObject &drift) {
            return drift.value("what"_L1) == "crm_facts"_L1
                && drift.value("found"_L1) == "{\"is_booked\": true}"_L1;
        }));
        QCOMPARE(order->value("expected"_L1), QJsonValue(u"none / none"_s));
        QCOMPARE(order->value("found"_L1), QJsonValue(u"none / 2026-03-03T00:00:00.000000Z"_s));
        QVERIFY(found.json().value("scopes"_L1).toArray().isEmpty()); // the inbox's counts are right

        const Outcome mended
            = run(QStringList {u"counts"_s, u"recompute"_s} + target + QStringList {u"--json"_s});
        QVERIFY2(mended.code == 0, mended.errors);
        for (const auto check : {"message_days"_L1, "assignee_answers"_L1, "answer_order"_L1,
                 "draft_sends"_L1, "campaign_days"_L1, "crm_answers"_L1, "crm_facts"_L1})
            QVERIFY2(mended.json().value("checks"_L1).toObject().value(check).toInt() > 0, check.data());
        QCOMPARE(mended.json().value("checks"_L1).toObject().value("inbox_counts"_L1), QJsonValue(0));
        QCOMPARE(run(verify).code, 0);
    }

    void databaseOutOfReach_isThree()
    {
        const Outcome outcome = run({u"migrate"_s, u"--database"_s, u"postgresql://127.0.0.1:1/x"_s});
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.errors.startsWith("error: "));
    }

    void checkEnv_showsOriginsAndNoSecrets()
    {
        const QHash<QString, QString> environment {{u"SIGNALBOX_ENV"_s, u"production"_s},
            {u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, u"correct-horse-battery-staple-0123456789"_s}};
        const Outcome right = run({u"check-env"_s, u"--json"_s}, environment);
        QVERIFY2(right.code == 0, right.lines.join(u'\n').toUtf8());
        QCOMPARE(right.json().value("environment"_L1).toString(), u"production"_s);
        QVERIFY(!right.lines.join(u'\n').contains(u"horse"_s));
        QVERIFY(right.lines.join(u'\n').contains(u"SIGNALBOX_AUTH_SIGNING_SECRET"_s));

        QHash<QString, QString> dirty = environment;
        dirty[u"SIGNALBOX_AUTH_SIGNING_SECRET"_s].append(u'\n');
        const Outcome wrong = run({u"check-env"_s}, dirty);
        QCOMPARE(wrong.code, 1);
        QVERIFY(wrong.lines.join(u'\n').contains(u"error: auth.signing_secret ends with a blank"_s));
        QVERIFY(!wrong.lines.join(u'\n').contains(u"horse"_s));
    }
};

QTEST_GUILESS_MAIN(tst_Ctl)
#include "tst_ctl.moc"
