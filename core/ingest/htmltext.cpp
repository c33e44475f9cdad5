// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/htmltext.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxLinks = 200;
constexpr int MaxQuoteDepth = 20;

const QHash<QString, char32_t> &entities()
{
    static const QHash<QString, char32_t> table {{u"amp"_s, U'&'}, {u"lt"_s, U'<'}, {u"gt"_s, U'>'},
        {u"quot"_s, U'"'}, {u"apos"_s, U'\''}, {u"nbsp"_s, 0xa0}, {u"copy"_s, 0xa9}, {u"reg"_s, 0xae},
        {u"trade"_s, 0x2122}, {u"euro"_s, 0x20ac}, {u"pound"_s, 0xa3}, {u"yen"_s, 0xa5}, {u"cent"_s, 0xa2},
        {u"sect"_s, 0xa7}, {u"deg"_s, 0xb0}, {u"middot"_s, 0xb7}, {u"bull"_s, 0x2022}, {u"hellip"_s, 0x2026},
        {u"ndash"_s, 0x2013}, {u"mdash"_s, 0x2014}, {u"lsquo"_s, 0x2018}, {u"rsquo"_s, 0x2019},
        {u"sbquo"_s, 0x201a}, {u"ldquo"_s, 0x201c}, {u"rdquo"_s, 0x201d}, {u"bdquo"_s, 0x201e},
        {u"laquo"_s, 0xab}, {u"raquo"_s, 0xbb}, {u"times"_s, 0xd7}, {u"auml"_s, 0xe4}, {u"ouml"_s, 0xf6},
        {u"uuml"_s, 0xfc}, {u"Auml"_s, 0xc4}, {u"Ouml"_s, 0xd6}, {u"Uuml"_s, 0xdc}, {u"szlig"_s, 0xdf},
        {u"eacute"_s, 0xe9}, {u"egrave"_s, 0xe8}, {u"ecirc"_s, 0xea}, {u"euml"_s, 0xeb}, {u"aacute"_s, 0xe1},
        {u"agrave"_s, 0xe0}, {u"acirc"_s, 0xe2}, {u"aring"_s, 0xe5}, {u"aelig"_s, 0xe6}, {u"ccedil"_s, 0xe7},
        {u"iacute"_s, 0xed}, {u"icirc"_s, 0xee}, {u"ntilde"_s, 0xf1}, {u"oacute"_s, 0xf3}, {u"ocirc"_s, 0xf4},
        {u"oslash"_s, 0xf8}, {u"uacute"_s, 0xfa}, {u"ugrave"_s, 0xf9}, {u"ucirc"_s, 0xfb},
        {u"Eacute"_s, 0xc9}, {u"iexcl"_s, 0xa1}, {u"iquest"_s, 0xbf}, {u"shy"_s, 0xad}, {u"zwnj"_s, 0x200c},
        {u"zwj"_s, 0x200d}, {u"ensp"_s, 0x2002}, {u"emsp"_s, 0x2003}, {u"thinsp"_s, 0x2009},
        {u"rarr"_s, 0x2192}, {u"larr"_s, 0x2190}};
    return table;
}

/// Decodes the entity at `&` of `text[at]`; moves `at` behind it. A lone ampersand stands for itself.
QString takeEntity(QStringView text, qsizetype &at)
{
    const qsizetype end = text.sliced(at, std::min<qsizetype>(12, text.size() - at)).indexOf(u';');
    if (end < 2) {
        ++at;
        return u"&"_s;
    }
    const QStringView name = text.sliced(at + 1, end - 1);
    char32_t code = 0;
    if (name.startsWith(u'#')) {
        bool isNumber = false;
        const bool isHex = name.size() > 1 && (name.at(1) == u'x' || name.at(1) == u'X');
        code = isHex ? name.sliced(2).toUInt(&isNumber, 16) : name.sliced(1).toUInt(&isNumber, 10);
        if (!isNumber || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
            || (code < 32 && code != 9 && code != 10))
            code = QChar::ReplacementCharacter;
    } else {
        code = entities().value(name.toString(), 0);
    }
    if (code == 0) {
        ++at;
        return u"&"_s;
    }
    at += end + 1;
    return QString::fromUcs4(&code, 1);
}

QString decodeEntities(QStringView text)
{
    QString decoded;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at) == u'&')
            decoded += takeEntity(text, at);
        else
            decoded += text.at(at++);
    }
    return decoded;
}

struct Tag
{
    QString name;
    QStringView inside;
    bool isEnd = false;

    QString attribute(QLatin1StringView wanted) const
    {
        qsizetype at = 0;
        while ((at = inside.indexOf(wanted, at, Qt::CaseInsensitive)) >= 0) {
            const bool isWhole = at == 0 || inside.at(at - 1).isSpace() || inside.at(at - 1) == u'"';
            at += wanted.size();
            qsizetype value = at;
            while (value < inside.size() && inside.at(value).isSpace())
                ++value;
            if (!isWhole || value >= inside.size() || inside.at(value) != u'=')
                continue;
            ++value;
            while (value < inside.size() && inside.at(value).isSpace())
                ++value;
            if (value >= inside.size())
                return {};
            const QChar quote = inside.at(value);
            if (quote == u'"' || quote == u'\'') {
                const qsizetype end = inside.indexOf(quote, value + 1);
                return decodeEntities(
                    end < 0 ? inside.sliced(value + 1) : inside.sliced(value + 1, end - value - 1));
            }
            qsizetype end = value;
            while (end < inside.size() && !inside.at(end).isSpace())
                ++end;
            return decodeEntities(inside.sliced(value, end - value));
        }
        return {};
    }
};

class Reader
{
public:
    explicit Reader(const QString &html)
        : m_html(html)
    { }

    QString read()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html.at(m_at);
            if (c == u'<')
                readMarkup();
            else if (c == u'&')
                addText(takeEntity(m_html, m_at));
            else
                addText(m_html.at(m_at++));
        }
        return finish();
    }

private:
    void readMarkup()
    {
        const QStringView rest = m_html.sliced(m_at);
        if (rest.startsWith("<!--"_L1)) {
            const qsizetype end = m_html.indexOf("-->"_L1, m_at + 4);
            m_at = end < 0 ? m_html.size() : end + 3;
            return;
        }
        const bool opensTag = rest.size() > 1
            && (rest.at(1).isLetter() || rest.at(1) == u'/' || rest.at(1) == u'!' || rest.at(1) == u'?');
        const qsizetype end = opensTag && !m_hasNoMoreTags ? endOfTag(m_at + 1) : -1;
        if (end < 0) {
            if (opensTag)
                m_hasNoMoreTags = true; // none closes from here on: do not look again at every <
            addText(m_html.at(m_at++));
            return;
        }
        Tag tag;
        QStringView inside = m_html.sliced(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        tag.isEnd = inside.startsWith(u'/');
        if (tag.isEnd)
            inside = inside.sliced(1);
        qsizetype nameEnd = 0;
        while (
            nameEnd < inside.size() && (inside.at(nameEnd).isLetterOrNumber() || inside.at(nameEnd) == u':'))
            ++nameEnd;
        tag.name = inside.first(nameEnd).toString().toLower();
        tag.inside = inside.sliced(nameEnd);
        handle(tag);
    }

    /// The `>` that ends a tag, past those inside quotes.
    qsizetype endOfTag(qsizetype from)
    {
        QChar quote;
        for (qsizetype i = from; i < m_html.size(); ++i) {
            const QChar c = m_html.at(i);
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if ((c == u'"' || c == u'\'') && m_html.at(i - 1) == u'=' && !m_unclosed.contains(c)) {
                quote = c;
            } else if (c == u'>') {
                return i;
            }
        }
        if (!quote.isNull())
            m_unclosed.insert(quote); // nothing closes it from here on: looking again would cost the square
        return m_html.indexOf(u'>', from);
    }

    void handle(const Tag &tag)
    {
        static const QSet<QString> blocks {u"p"_s, u"div"_s, u"table"_s, u"tr"_s, u"ul"_s, u"ol"_s, u"h1"_s,
            u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"section"_s, u"article"_s, u"header"_s, u"footer"_s,
            u"dl"_s, u"dt"_s, u"dd"_s, u"form"_s, u"center"_s, u"address"_s, u"li"_s, u"body"_s, u"html"_s};
        static const QSet<QString> dropped {u"script"_s, u"style"_s, u"title"_s, u"head"_s, u"template"_s,
            u"noscript"_s, u"svg"_s, u"object"_s};
        if (dropped.contains(tag.name)) {
            if (!tag.isEnd)
                skipTo(tag.name);
        } else if (tag.name == "br"_L1) {
            endLine();
        } else if (tag.name == "pre"_L1) {
            breakLine();
            m_preDepth = std::max(0, m_preDepth + (tag.isEnd ? -1 : 1));
        } else if (tag.name == "blockquote"_L1) {
            breakLine();
            m_quoteDepth = std::clamp(m_quoteDepth + (tag.isEnd ? -1 : 1), 0, MaxQuoteDepth);
        } else if (tag.name == "a"_L1) {
            tag.isEnd ? closeLink() : openLink(tag.attribute("href"_L1));
        } else if (tag.name == "hr"_L1) {
            breakLine();
            m_line = u"----------"_s;
            endLine();
        } else if (tag.name == "img"_L1) {
            addText(tag.attribute("alt"_L1));
        } else if ((tag.name == "td"_L1 || tag.name == "th"_L1) && tag.isEnd) {
            addText(u" "_s);
        } else if (blocks.contains(tag.name)) {
            breakLine();
            if (tag.name == "p"_L1 || tag.name.startsWith(u'h'))
                m_wantsBlank = true;
            if (tag.name == "li"_L1 && !tag.isEnd)
                m_line = u"- "_s;
        }
    }

    /// Past the end tag of an element whose content nobody reads; a head that never ends ends at the body.
    void skipTo(const QString &name)
    {
        if (m_unclosed.contains(name))
            return;
        const qsizetype end = m_html.indexOf(u"</"_s + name, m_at, Qt::CaseInsensitive);
        if (end < 0) {
            m_unclosed.insert(name);
            if (name == "script"_L1 || name == "style"_L1)
                m_at = m_html.size();
            return;
        }
        m_at = end;
    }

    void addText(QChar c)
    {
        if (m_isInLink)
            m_linkText += c;
        if (c.isSpace() && c != QChar(0xa0) && m_preDepth == 0) {
            if (!m_line.isEmpty() && !m_line.endsWith(u' '))
                m_line += u' ';
            return;
        }
        if (m_preDepth > 0 && c == u'\n') {
            endLine();
            return;
        }
        if (c != u'\r' && c != QChar(0xad) && c != QChar(0x200c) && c != QChar(0x200b))
            m_line += c == QChar(0xa0) ? QChar(u' ') : c;
    }
    void addText(const QString &text)
    {
        for (const QChar c : text)
            addText(c);
    }

    void breakLine()
    {
        if (!m_line.trimmed().isEmpty())
            endLine();
        m_line.clear();
    }

    void endLine()
    {
        while (m_line.endsWith(u' '))
            m_line.chop(1);
        const QString prefix = QString(u"> "_s).repeated(m_quoteDepth);
        if (m_line.isEmpty() || m_wantsBlank) {
            if (m_blankLines == 0 && !m_text.isEmpty())
                m_text += (m_quoteDepth > 0 ? prefix.trimmed() : QString()) + u'\n';
            m_blankLines = 1;
        }
        m_wantsBlank = false;
        if (!m_line.isEmpty()) {
            m_text += prefix + m_line + u'\n';
            m_blankLines = 0;
        }
        m_line.clear();
    }

    void openLink(const QString &href)
    {
        closeLink();
        m_href = href.trimmed();
        m_linkText.clear();
        m_isInLink = true;
    }

    void closeLink()
    {
        if (!m_isInLink)
            return;
        m_isInLink = false;
        const QString shown = m_linkText.simplified();
        const bool isWeb = m_href.startsWith("http://"_L1, Qt::CaseInsensitive)
            || m_href.startsWith("https://"_L1, Qt::CaseInsensitive);
        QStringView bare = m_href;
        bare = bare.mid(bare.indexOf("//"_L1) + 2);
        while (bare.endsWith(u'/'))
            bare.chop(1);
        if (!isWeb || bare.isEmpty() || shown.contains(bare) || m_links.size() >= MaxLinks
            || m_seen.contains(m_href))
            return;
        m_seen.insert(m_href);
        m_links += shown.isEmpty() ? m_href : shown.left(80) + u": "_s + m_href;
    }

    QString finish()
    {
        closeLink();
        breakLine();
        QString text = m_text;
        while (text.endsWith(u'\n'))
            text.chop(1);
        if (!m_links.isEmpty())
            text += (text.isEmpty() ? QString() : u"\n\n"_s) + m_links.join(u'\n');
        return text;
    }

    const QStringView m_html;
    qsizetype m_at = 0;
    QString m_text;
    QString m_line;
    QString m_href;
    QString m_linkText;
    QStringList m_links;
    QSet<QString> m_seen;
    QSet<QString> m_unclosed; ///< quotes and elements known not to be closed any more
    int m_preDepth = 0;
    int m_quoteDepth = 0;
    int m_blankLines = 1;
    bool m_wantsBlank = false;
    bool m_isInLink = false;
    bool m_hasNoMoreTags = false;
};

} // namespace

QString htmlToText(const QString &html)
{
    return Reader(html).read();
}

} // namespace signalbox
