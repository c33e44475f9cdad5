// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QUuid>

#include <charconv>
#include <optional>

namespace signalbox {

/// One row of COPY's text form, field by field.
class SeedRow
{
public:
    explicit SeedRow(QByteArray &out)
        : m_out(out)
    { }
    ~SeedRow() { m_out += '\n'; }
    Q_DISABLE_COPY_MOVE(SeedRow)

    SeedRow &id(const QUuid &value)
    {
        next();
        m_out += value.toByteArray(QUuid::WithoutBraces);
        return *this;
    }
    /// Empty is null.
    SeedRow &text(const QByteArray &value) { return value.isEmpty() ? null() : required(value); }
    SeedRow &required(const QByteArray &value)
    {
        next();
        for (const char c : value) {
            switch (c) {
            case '\\':
                m_out += "\\\\";
                break;
            case '\n':
                m_out += "\\n";
                break;
            case '\t':
                m_out += "\\t";
                break;
            case '\r':
                m_out += "\\r";
                break;
            default:
                m_out += c;
            }
        }
        return *this;
    }
    SeedRow &number(qint64 value)
    {
        next();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value);
        m_out.append(digits, end.ptr - digits);
        return *this;
    }
    SeedRow &real(double value)
    {
        next();
        m_out += QByteArray::number(value, 'f', 4);
        return *this;
    }
    SeedRow &flag(bool value)
    {
        next();
        m_out += value ? 't' : 'f';
        return *this;
    }
    SeedRow &time(Instant value)
    {
        next();
        appendTime(value);
        return *this;
    }
    SeedRow &time(const std::optional<Instant> &value) { return value ? time(*value) : null(); }
    SeedRow &id(const std::optional<QUuid> &value) { return value ? id(*value) : null(); }
    /// A text[] of at most one element, which needs no quoting inside but the quotes.
    SeedRow &list(const QByteArray &value)
    {
        next();
        m_out += value.isEmpty() ? QByteArray("{}") : "{\"" + value + "\"}";
        return *this;
    }
    SeedRow &bytes(const QByteArray &value)
    {
        next();
        m_out += "\\\\x" + value.toHex();
        return *this;
    }
    SeedRow &null()
    {
        next();
        m_out += "\\N";
        return *this;
    }

private:
    void next()
    {
        if (!m_isFirst)
            m_out += '\t';
        m_isFirst = false;
    }
    void two(unsigned value)
    {
        m_out += char('0' + value / 10);
        m_out += char('0' + value % 10);
    }
    void appendTime(Instant value)
    {
        const auto day = std::chrono::floor<std::chrono::days>(value);
        const std::chrono::year_month_day date(day);
        const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(value - day));
        m_out += QByteArray::number(int(date.year()));
        m_out += '-';
        two(unsigned(date.month()));
        m_out += '-';
        two(unsigned(date.day()));
        m_out += ' ';
        two(unsigned(clock.hours().count()));
        m_out += ':';
        two(unsigned(clock.minutes().count()));
        m_out += ':';
        two(unsigned(clock.seconds().count()));
        m_out += "+00";
    }

    QByteArray &m_out;
    bool m_isFirst = true;
};

} // namespace signalbox
