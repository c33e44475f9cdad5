// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedfiles.h"

#include <QtEndian>

#include <zlib.h>

namespace signalbox {

namespace {

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    const auto check = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()));
    return bigEndian(quint32(data.size())) + body + bigEndian(quint32(check));
}

/// A 64×24 picture in a colour of the company's own: a bar and a disc.
QByteArray logo(const QByteArray &company)
{
    constexpr int Width = 64;
    constexpr int Height = 24;
    quint32 hash = 2166136261u;
    for (const char c : company)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    const char red = char(40 + (hash & 0x7f));
    const char green = char(60 + ((hash >> 8) & 0x7f));
    const char blue = char(90 + ((hash >> 16) & 0x7f));
    QByteArray pixels;
    for (int y = 0; y < Height; ++y) {
        pixels += '\0'; // no filter
        for (int x = 0; x < Width; ++x) {
            const int dx = x - 12;
            const int dy = y - 12;
            const bool isInk
                = dx * dx + dy * dy < 90 || (x > 28 && x < 58 && (y == 8 || y == 9 || y == 15 || y == 16));
            pixels += isInk ? red : '\xff';
            pixels += isInk ? green : '\xff';
            pixels += isInk ? blue : '\xff';
        }
    }
    const QByteArray header = bigEndian(Width) + bigEndian(Height) + QByteArray("\x08\x02\x00\x00\x00", 5);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + pngChunk("IHDR", header)
        + pngChunk("IDAT", qCompress(pixels, 9).sliced(4)) + pngChunk("IEND", {});
}

} // namespace

SeedFile makeSeedFile(const QByteArray &kind, const SeedThread &lead)
{
    if (kind == "png")
        return {"logo.png", "image/png", "logo@demo", logo(lead.company)};
    if (kind == "ics")
        return {"invite.ics", "text/calendar", {},
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Signalbox//Demo//EN\r\nBEGIN:VEVENT\r\nUID:"
                + lead.email
                + "\r\nDTSTAMP:20260105T090000Z\r\nDTSTART:20260112T100000Z\r\nDURATION:PT30M\r\nSUMMARY:"
                + lead.company + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"};
    QByteArray sheet = "item,people,price per month\n";
    for (int people = 5; people <= 80; people *= 2)
        sheet += "plan," + QByteArray::number(people) + ',' + QByteArray::number(49 + people * 7) + '\n';
    return {"price-sheet.csv", "text/csv", {}, sheet};
}

} // namespace signalbox
