// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/password.h"
#include "core/auth/passwordrules.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_Password : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashPassword_isArgon2idWithItsOwnSalt()
    {
        const Secret password(u"correct horse battery"_s);
        const auto first = hashPassword(password, PasswordCost::least());
        const auto second = hashPassword(password, PasswordCost::least());
        QVERIFY(first && second);
        QVERIFY(first->startsWith(u"$argon2id$v=19$m=8,t=1,p=1$"_s));
        QVERIFY(*first != *second);
        QVERIFY(verifyPassword(*first, password));
        QVERIFY(!verifyPassword(*first, Secret(u"correct horse batterz"_s)));
    }

    void hashPassword_standardCost_isInteractive()
    {
        const auto hash = hashPassword(Secret(u"correct horse battery"_s));
        QVERIFY(hash);
        QVERIFY(hash->startsWith(u"$argon2id$v=19$m=65536,t=2,p=1$"_s));
        QVERIFY(!needsRehash(*hash));
        QVERIFY(needsRehash(*hash, PasswordCost::least()));
    }

    void verifyPassword_composedAndDecomposed_areTheSamePerson()
    {
        const auto hash = hashPassword(Secret(u"caf\u00e9 au lait"_s), PasswordCost::least());
        QVERIFY(verifyPassword(*hash, Secret(u"cafe\u0301 au lait"_s)));
    }

    void verifyPassword_unreadableHash_isFalse_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("plain text") << u"correct horse battery"_s;
        QTest::newRow("cut") << u"$argon2id$v=19$m=8,t=1,p=1$"_s;
        QTest::newRow("another scheme") << u"$2b$12$C6UzMDM.H6dfI/f/IKxGhuC6UzMDM.H6dfI/f/IKxGhuC6UzMDM"_s;
        QTest::newRow("endless") << QString(5000, u'a');
    }
    void verifyPassword_unreadableHash_isFalse()
    {
        QFETCH(QString, hash);
        QVERIFY(!verifyPassword(hash, Secret(u"correct horse battery"_s)));
        QVERIFY(!verifyPassword(hash, Secret(u""_s)));
    }

    void verifyAgainstNobody_isNeverTrue()
    {
        QVERIFY(!verifyAgainstNobody(Secret(u"correct horse battery"_s), PasswordCost::least()));
    }

    void secret_doesNotPrint()
    {
        const Secret secret(u"correct horse battery"_s);
        QString printed;
        QDebug(&printed) << secret;
        QCOMPARE(printed.trimmed(), u"[secret]"_s);
        QVERIFY(secret == Secret(u"correct horse battery"_s));
        QVERIFY(!(secret == Secret(u"correct horse batterx"_s)));
        QVERIFY(!(secret == Secret()));
    }

    void checkPasswordRules_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QStringList>("reasons");
        QTest::newRow("a sentence") << u"the signal is at danger"_s << QStringList();
        QTest::newRow("ten characters") << u"kv8-Qm2.zt"_s << QStringList();
        QTest::newRow("ten characters of another script") << u"пароль-верн"_s << QStringList();
        QTest::newRow("emoji count as one character each")
            << u"😀😃😄😁😆😅😂🙂🙃😉"_s << QStringList();
        QTest::newRow("blanks inside and at the ends") << u" a b c d e "_s << QStringList();
        QTest::newRow("empty") << u""_s << QStringList({u"length"_s, u"characters"_s});
        QTest::newRow("nine characters") << u"kv8-Qm2.z"_s << QStringList({u"length"_s});
        QTest::newRow("129 characters")
            << u"kv8-Qm2.z"_s.repeated(15).left(129) << QStringList({u"length"_s});
        QTest::newRow("one character") << QString(20, u'x') << QStringList({u"characters"_s});
        QTest::newRow("four different") << u"abcdabcdabcd"_s << QStringList({u"characters"_s});
        QTest::newRow("a tab") << u"kv8-Qm2.zt\t1"_s << QStringList({u"characters"_s});
        QTest::newRow("digits in a row") << u"1234567890"_s << QStringList({u"pwned"_s});
        QTest::newRow("keys in a row") << u"qwertyuiop"_s << QStringList({u"pwned"_s});
        QTest::newRow("password with digits") << u"Password2026"_s << QStringList({u"pwned"_s});
        QTest::newRow("password in disguise") << u"P@ssw0rd123!"_s << QStringList({u"pwned"_s});
        QTest::newRow("the address") << u"ada.lovelace1"_s << QStringList({u"personal"_s});
        QTest::newRow("the name") << u"Ada Lovelace!"_s << QStringList({u"personal"_s});
        QTest::newRow("the name in a longer sentence")
            << u"ada lovelace saw the engine first"_s << QStringList();
    }
    void checkPasswordRules()
    {
        QFETCH(QString, password);
        QFETCH(QStringList, reasons);
        const PasswordVerdict verdict
            = judgePassword(Secret(password), u"ada.lovelace@example.com"_s, u"Ada Lovelace"_s);
        QCOMPARE(verdict.reasons, reasons);
        QCOMPARE(verdict.explanation.isEmpty(), reasons.isEmpty());
    }

    void normaliseEmail_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: refused
        QTest::newRow("as it is") << u"ada@example.com"_s << u"ada@example.com"_s;
        QTest::newRow("case and blanks") << u"  Ada@Example.COM\n"_s << u"ada@example.com"_s;
        QTest::newRow("no at") << u"ada.example.com"_s << u""_s;
        QTest::newRow("two at") << u"a@b@c"_s << u""_s;
        QTest::newRow("blank inside") << u"ada love@example.com"_s << u""_s;
        QTest::newRow("no local part") << u"@example.com"_s << u""_s;
        QTest::newRow("a NUL") << u"ada\u0000@example.com"_s << u""_s;
        QTest::newRow("too long") << QString(250, u'a') + u"@b.de"_s << u""_s;
    }
    void normaliseEmail()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto email = signalbox::normaliseEmail(text);
        QCOMPARE(email ? *email : QString(), expected);
        if (!email)
            QCOMPARE(email.error().field, u"email"_s);
    }
};

QTEST_APPLESS_MAIN(tst_Password)
#include "tst_password.moc"
