// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/passwordrules.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastCharacters = 10;
constexpr int MostCharacters = 128;
constexpr int LeastDifferentCharacters = 5;
constexpr int LeastPersonalCharacters = 4;

// What is left of the lists of leaked passwords once those under ten characters and the monotonous are gone,
// by the words they are made of: a password that is nothing but such a word with digits or signs around it is
// as good as known.
constexpr std::array CommonWords {"password"_L1, "passwort"_L1, "motdepasse"_L1, "qwertyuiop"_L1,
    "qwertzuiop"_L1, "azertyuiop"_L1, "asdfghjkl"_L1, "1q2w3e4r5t"_L1, "1qaz2wsx3edc"_L1, "qazwsxedc"_L1,
    "letmein"_L1, "iloveyou"_L1, "welcome"_L1, "administrator"_L1, "admin"_L1, "changeme"_L1, "sunshine"_L1,
    "princess"_L1, "football"_L1, "baseball"_L1, "superman"_L1, "trustno"_L1, "starwars"_L1, "whatever"_L1,
    "signalbox"_L1};

// Letters that are usually put for another one are read as that one, so that `P@ssw0rd` is found.
QString plainLetters(const QString &text)
{
    QString plain = text;
    plain.replace(u'@', u'a').replace(u'0', u'o').replace(u'$', u's').replace(u'3', u'e').replace(u'!', u'i');
    return plain;
}

bool isCommon(const QString &text)
{
    static const QRegularExpression sequence(
        u"^(?:0?1234567890*|9876543210*|0123456789|abcdefghij[a-z]*)$"_s);
    const QString lower = text.toLower();
    if (sequence.match(lower).hasMatch())
        return true;
    // The word itself, or the word with only digits and signs before and after it.
    static const QRegularExpression around(u"^[^a-z]+|[^a-z]+$"_s);
    QString bare = lower;
    bare.remove(around);
    QString bareOfPlain = plainLetters(lower);
    bareOfPlain.remove(around);
    const QStringList forms {lower, bare, plainLetters(bare), bareOfPlain};
    return std::any_of(
        CommonWords.begin(), CommonWords.end(), [&](QLatin1StringView word) { return forms.contains(word); });
}

bool isPersonal(const QString &text, const QString &email, const QString &name)
{
    const QString lower = text.toLower();
    const auto holds = [&](const QString &part) {
        return part.size() >= LeastPersonalCharacters && lower.contains(part)
            && lower.size() - part.size() < 6;
    };
    return holds(email.section(u'@', 0, 0).toLower()) || holds(email.toLower()) || holds(name.toLower())
        || holds(name.toLower().remove(u' '));
}

} // namespace

PasswordVerdict judgePassword(const Secret &password, const QString &email, const QString &name)
{
    const QString text = QString::fromUtf8(password.reveal()).normalized(QString::NormalizationForm_C);
    const QList<uint> characters = text.toUcs4();
    PasswordVerdict verdict;
    QStringList sentences;
    const auto object = [&](const QString &reason, const QString &sentence) {
        if (!verdict.reasons.contains(reason))
            verdict.reasons << reason;
        sentences << sentence;
    };
    if (characters.size() < LeastCharacters)
        object(u"length"_s, u"It must have at least %1 characters."_s.arg(LeastCharacters));
    if (characters.size() > MostCharacters)
        object(u"length"_s, u"It must have at most %1 characters."_s.arg(MostCharacters));
    if (std::any_of(characters.begin(), characters.end(),
            [](uint c) { return QChar::category(c) == QChar::Other_Control; }))
        object(u"characters"_s, u"It must not hold control characters such as tabs or line breaks."_s);
    if (QSet<uint>(characters.begin(), characters.end()).size() < LeastDifferentCharacters)
        object(u"characters"_s,
            u"It must have at least %1 different characters."_s.arg(LeastDifferentCharacters));
    if (isCommon(text))
        object(u"pwned"_s, u"It is one of the passwords that are tried first."_s);
    if (isPersonal(text, email, name))
        object(u"personal"_s, u"It must not be made of the name or e-mail address."_s);
    verdict.explanation = sentences.join(u' ');
    return verdict;
}

Result<void> checkPasswordRules(const Secret &password, const QString &email, const QString &name)
{
    const PasswordVerdict verdict = judgePassword(password, email, name);
    if (verdict.isAcceptable())
        return {};
    return Error::invalid(
        u"password"_s, u"The password is too weak. "_s + verdict.explanation, u"weak_password"_s);
}

Result<QString> normaliseEmail(const QString &text)
{
    static const QRegularExpression form(u"^[^\\s@\\x00-\\x1f]+@[^\\s@\\x00-\\x1f]+$"_s);
    const QString email = text.trimmed().toLower();
    if (email.size() > 254 || !form.match(email).hasMatch())
        return Error::invalid(u"email"_s, u"This is not an e-mail address."_s, u"validation_failed"_s);
    return email;
}

} // namespace signalbox
