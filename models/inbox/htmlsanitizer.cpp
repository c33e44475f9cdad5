// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/htmlsanitizer.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QSet<QString> &keptTags()
{
    static const QSet<QString> Tags {u"a"_s, u"abbr"_s, u"address"_s, u"b"_s, u"big"_s, u"blockquote"_s,
        u"br"_s, u"center"_s, u"cite"_s, u"code"_s, u"dd"_s, u"del"_s, u"div"_s, u"dl"_s, u"dt"_s, u"em"_s,
        u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"hr"_s, u"i"_s, u"img"_s, u"ins"_s, u"kbd"_s,
        u"li"_s, u"ol"_s, u"p"_s, u"pre"_s, u"q"_s, u"s"_s, u"samp"_s, u"small"_s, u"span"_s, u"strike"_s,
        u"strong"_s, u"sub"_s, u"sup"_s, u"table"_s, u"tbody"_s, u"td"_s, u"tfoot"_s, u"th"_s, u"thead"_s,
        u"tr"_s, u"tt"_s, u"u"_s, u"ul"_s, u"var"_s};
    return Tags;
}

/// Elements that go with all that is in them.
const QSet<QString> &droppedElements()
{
    static const QSet<QString> Tags {u"script"_s, u"style"_s, u"head"_s, u"title"_s, u"template"_s,
        u"iframe"_s, u"object"_s, u"applet"_s, u"svg"_s, u"math"_s, u"noscript"_s, u"select"_s, u"textarea"_s,
        u"button"_s, u"audio"_s, u"video"_s, u"canvas"_s, u"frameset"_s, u"xml"_s};
    return Tags;
}

/// Elements whose content is text for a browser too: a `<` in them opens nothing.
bool isRawText(const QString &tag)
{
    return tag == u"script" || tag == u"style" || tag == u"textarea" || tag == u"title" || tag == u"xml"
        || tag == u"iframe" || tag == u"noscript";
}

bool isVoid(const QString &tag)
{
    return tag == u"br" || tag == u"hr" || tag == u"img";
}

struct Tag
{
    QString name;
    bool isClosing = false;
    bool closesItself = false;
    QHash<QString, QString> attributes;
    qsizetype end = 0; ///< behind its `>`
};

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

/// Reads the tag that opens at `at`, which is a `<`; without a name if it is none.
Tag readTag(const QString &html, qsizetype at)
{
    Tag tag;
    qsizetype i = at + 1;
    if (i < html.size() && html.at(i) == u'/') {
        tag.isClosing = true;
        ++i;
    }
    const qsizetype nameStart = i;
    while (i < html.size() && (html.at(i).isLetterOrNumber() || html.at(i) == u':' || html.at(i) == u'-'))
        ++i;
    tag.name = html.mid(nameStart, i - nameStart).toLower();
    while (i < html.size() && html.at(i) != u'>') {
        if (isSpace(html.at(i)) || html.at(i) == u'/') {
            tag.closesItself = html.at(i) == u'/';
            ++i;
            continue;
        }
        const qsizetype keyStart = i;
        while (i < html.size() && !isSpace(html.at(i)) && html.at(i) != u'=' && html.at(i) != u'>'
            && html.at(i) != u'/')
            ++i;
        const QString key = html.mid(keyStart, i - keyStart).toLower();
        while (i < html.size() && isSpace(html.at(i)))
            ++i;
        QString value;
        if (i < html.size() && html.at(i) == u'=') {
            ++i;
            while (i < html.size() && isSpace(html.at(i)))
                ++i;
            if (i < html.size() && (html.at(i) == u'"' || html.at(i) == u'\'')) {
                const qsizetype close = html.indexOf(html.at(i), i + 1);
                const qsizetype stop = close < 0 ? html.size() : close;
                value = html.mid(i + 1, stop - i - 1);
                i = std::min(stop + 1, html.size());
            } else {
                const qsizetype valueStart = i;
                while (i < html.size() && !isSpace(html.at(i)) && html.at(i) != u'>')
                    ++i;
                value = html.mid(valueStart, i - valueStart);
            }
        }
        if (!key.isEmpty() && !tag.attributes.contains(key))
            tag.attributes.insert(key, value);
        else if (key.isEmpty() && i < html.size() && html.at(i) != u'>')
            ++i;
    }
    tag.end = std::min(i + 1, html.size());
    return tag;
}

bool isHidden(const Tag &tag)
{
    const QString style = tag.attributes.value(u"style"_s).toLower().remove(u' ');
    return tag.attributes.contains(u"hidden"_s) || style.contains(u"display:none"_s)
        || style.contains(u"visibility:hidden"_s) || style.contains(u"mso-hide:all"_s);
}

QString decodedUrl(QString url)
{
    url.replace(u"&amp;"_s, u"&"_s);
    url.removeIf([](QChar c) { return c.isSpace() || c < u' '; });
    return url;
}

bool isHarmlessLink(const QString &url)
{
    const QString lower = url.left(12).toLower();
    return lower.startsWith(u"http://") || lower.startsWith(u"https://") || lower.startsWith(u"mailto:")
        || lower.startsWith(u"tel:");
}

QString numeric(const Tag &tag, const QString &key, int maximum)
{
    bool ok = false;
    const int value = tag.attributes.value(key).remove(u"px"_s).toInt(&ok);
    return ok && value > 0 ? u" %1=\"%2\""_s.arg(key).arg(std::min(value, maximum)) : QString();
}

/// Writes what remains of an opening tag.
void writeTag(QString &out, const Tag &tag, int &blockedImages)
{
    if (tag.name == u"img") {
        const QString source = decodedUrl(tag.attributes.value(u"src"_s));
        if (source.startsWith(u"cid:"_s, Qt::CaseInsensitive))
            out += u"<img src=\"%1\"%2%3>"_s.arg(
                source.toHtmlEscaped(), numeric(tag, u"width"_s, 640), numeric(tag, u"height"_s, 1200));
        else
            ++blockedImages;
        return;
    }
    out += u'<' + tag.name;
    if (tag.name == u"a") {
        const QString target = decodedUrl(tag.attributes.value(u"href"_s));
        if (isHarmlessLink(target))
            out += u" href=\"%1\""_s.arg(target.toHtmlEscaped());
    } else if (tag.name == u"td" || tag.name == u"th") {
        out += numeric(tag, u"colspan"_s, 50) + numeric(tag, u"rowspan"_s, 500);
    } else if (tag.name == u"table") {
        const bool hasBorder = tag.attributes.value(u"border"_s, u"0"_s) != u"0";
        out += hasBorder ? u" border=\"1\" cellspacing=\"0\" cellpadding=\"6\""_s
                         : u" border=\"0\" cellspacing=\"0\" cellpadding=\"2\""_s;
    }
    const QString direction = tag.attributes.value(u"dir"_s).toLower();
    if (direction == u"rtl" || direction == u"ltr")
        out += u" dir=\"%1\""_s.arg(direction);
    out += u'>';
}

/// Where an element that is dropped ends: behind its closing tag, nested ones of its name counted.
qsizetype endOfElement(const QString &html, const Tag &opening)
{
    const QString closing = u"</"_s + opening.name;
    if (isRawText(opening.name)) {
        const qsizetype close = html.indexOf(closing, opening.end, Qt::CaseInsensitive);
        return close < 0 ? html.size() : readTag(html, close).end;
    }
    int depth = 1;
    for (qsizetype at = html.indexOf(u'<', opening.end); at >= 0; at = html.indexOf(u'<', at)) {
        const Tag tag = readTag(html, at);
        at = std::max(tag.end, at + 1);
        if (tag.name != opening.name)
            continue;
        depth += tag.isClosing ? -1 : 1;
        if (depth == 0)
            return at;
    }
    return html.size();
}

} // namespace

SafeHtml sanitizeHtml(const QString &html)
{
    constexpr qsizetype MaxNesting = 100; // deeper is a mistake or an attack on the layout
    SafeHtml safe;
    safe.html.reserve(html.size());
    QStringList open;
    for (qsizetype at = 0; at < html.size();) {
        const qsizetype tagStart = html.indexOf(u'<', at);
        if (tagStart < 0) {
            safe.html += QStringView(html).mid(at);
            break;
        }
        safe.html += QStringView(html).mid(at, tagStart - at);
        if (html.mid(tagStart, 4) == u"<!--") {
            const qsizetype close = html.indexOf(u"-->"_s, tagStart + 4);
            at = close < 0 ? html.size() : close + 3;
            continue;
        }
        const QChar next = tagStart + 1 < html.size() ? html.at(tagStart + 1) : QChar();
        if (!next.isLetter() && next != u'/' && next != u'!' && next != u'?') {
            safe.html += u"&lt;"_s; // a "<" in prose
            at = tagStart + 1;
            continue;
        }
        const Tag tag = readTag(html, tagStart);
        at = tag.end;
        if (tag.isClosing) {
            if (const qsizetype depth = open.lastIndexOf(tag.name); depth >= 0) {
                while (open.size() > depth)
                    safe.html += u"</"_s + open.takeLast() + u'>';
            }
        } else if (droppedElements().contains(tag.name)
            || (isHidden(tag) && keptTags().contains(tag.name) && !isVoid(tag.name))) {
            at = tag.closesItself && !isRawText(tag.name) ? tag.end : endOfElement(html, tag);
        } else if (keptTags().contains(tag.name) && open.size() < MaxNesting) {
            writeTag(safe.html, tag, safe.blockedImages);
            if (!isVoid(tag.name))
                open.append(tag.name);
        }
    }
    while (!open.isEmpty())
        safe.html += u"</"_s + open.takeLast() + u'>';
    return safe;
}

} // namespace signalbox
