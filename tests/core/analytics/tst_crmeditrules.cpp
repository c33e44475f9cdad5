// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmeditrules.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_CrmEditRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_isTakenOrRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("automation");
        QTest::addColumn<QString>("stored"); ///< null: refused
        const auto row
            = [](const char *name, const QString &field, const QString &value, const QString &stored,
                  bool automation = false) { QTest::newRow(name) << field << value << automation << stored; };
        const QString id = u"11111111-1111-4111-8111-111111111111"_s;
        const QString none;
        row("text is trimmed", u"jobTitle"_s, u"  Head of IT \n"_s, u"Head of IT"_s);
        row("text may be cleared", u"leadType"_s, u"  "_s, u""_s);
        row("200 characters", u"applicationStatus"_s, QString(200, u'x'), QString(200, u'x'));
        row("201 characters", u"applicationStatus"_s, QString(201, u'x'), none);
        row("two lines of a campaign", u"campaign"_s, u"a\nb"_s, none);
        row("two lines of a note", u"notes"_s, u"a\nb"_s, u"a\nb"_s);
        row("a long note", u"notes"_s, QString(10'240, u'x'), QString(10'240, u'x'));
        row("a longer note", u"notes"_s, QString(10'241, u'x'), none);
        row("a note of too many bytes", u"notes"_s, QString(5'121, QChar(0x00e4)), none);
        row("NUL", u"notes"_s, QString(u"a"_s + QChar(u'\0') + u'b'), none);
        row("half an emoji", u"notes"_s, QString(QChar(0xd83d)), none);
        row("a status", u"leadStatus"_s, u"not-interested"_s, u"not-interested"_s);
        row("a status with automation", u"leadStatus"_s, u"qualified"_s, u"qualified"_s, true);
        row("a status that nobody picks", u"leadStatus"_s, u"needs_repair"_s, none);
        row("only classification asks for meetings", u"leadStatus"_s, u"meeting-requested"_s, none);
        row("no status of the pipeline", u"leadStatus"_s, u""_s, u""_s);
        row("a lead without status", u"leadStatus"_s, u""_s, none, true);
        row("any category", u"leadCategory"_s, u"hot"_s, u"hot"_s);
        row("a category that is a sentiment", u"leadCategory"_s, u"meeting-REQUESTED"_s,
            u"Meeting Requested"_s, true);
        row("a category that is none", u"leadCategory"_s, u"hot"_s, none, true);
        row("no category", u"leadCategory"_s, u""_s, u""_s, true);
        row("an address", u"email"_s, u" A.b@x.io "_s, u"A.b@x.io"_s);
        row("no address", u"email"_s, u"a@"_s, none);
        row("two addresses", u"email"_s, u"a@x.io, b@x.io"_s, none);
        row("a header", u"email"_s, u"a@x.io\nBcc: b@x.io"_s, none);
        row("a number", u"phone"_s, u"+49 (30) 123-456"_s, u"+49 (30) 123-456"_s);
        row("no number", u"phone"_s, u"call me"_s, none);
        row("a profile", u"linkedinUrl"_s, u"https://www.linkedin.com/in/ada"_s,
            u"https://www.linkedin.com/in/ada"_s);
        row("a profile without scheme", u"linkedinUrl"_s, u"linkedin.com/in/ada"_s, u"linkedin.com/in/ada"_s);
        row("another site", u"linkedinUrl"_s, u"https://example.com/in/ada"_s, none);
        row("a site that ends alike", u"linkedinUrl"_s, u"https://notlinkedin.com/in/ada"_s, none);
        row("a script", u"linkedinUrl"_s, u"javascript://linkedin.com/in/ada"_s, none);
        row("no profile", u"linkedinUrl"_s, u"linkedin.com"_s, none);
        row("a person", u"assignedToUserId"_s, id, id);
        row("nobody", u"assignedToUserId"_s, u""_s, u""_s);
        row("no person", u"assignedToUserId"_s, u"ada"_s, none);
    }
    void value_isTakenOrRefused()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(bool, automation);
        QFETCH(QString, stored);
        CrmEdit edit;
        edit.field = field;
        edit.value = value;
        edit.updateAutomation = automation;
        const auto checked = checkedCrmEdit(edit);
        QCOMPARE(checked.has_value(), !stored.isNull());
        if (checked) {
            QCOMPARE(checked->value, stored);
            return;
        }
        QCOMPARE(checked.error().kind, Error::Kind::Invalid);
        QCOMPARE(checked.error().field, field);
        QCOMPARE(checked.error().code, u"INVALID_PARAMETER"_s);
    }

    void unknownField_isRefused()
    {
        CrmEdit edit;
        for (const QString &field : {u""_s, u"leadScore"_s, u"workspace_id"_s}) {
            edit.field = field;
            QCOMPARE(checkedCrmEdit(edit).error().field, u"field"_s);
        }
    }
};

QTEST_APPLESS_MAIN(tst_CrmEditRules)

#include "tst_crmeditrules.moc"
