// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/theme.h"

#include "ui/base/fonts.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox {

namespace {

struct Shade
{
    ColorRole role;
    QRgb light;
    QRgb dark;
};

// ux §14; the contrasts of that table are asserted in tst_theme.
constexpr std::array Shades {
    Shade {ColorRole::Window, 0xF6F7F9, 0x14171C},
    Shade {ColorRole::Surface, 0xFFFFFF, 0x1B1F26},
    Shade {ColorRole::Raised, 0xFFFFFF, 0x232831},
    Shade {ColorRole::Sunken, 0xECEEF2, 0x101317},
    Shade {ColorRole::Border, 0xD5D9E0, 0x343B47},
    Shade {ColorRole::BorderStrong, 0x8A93A3, 0x6F7A8C},
    Shade {ColorRole::Text, 0x171B22, 0xE9ECF1},
    Shade {ColorRole::Text2, 0x4A5260, 0xB4BCC9},
    Shade {ColorRole::Text3, 0x626B7A, 0x929CAC},
    Shade {ColorRole::Accent, 0x0B6E4F, 0x4FC79A},
    Shade {ColorRole::AccentText, 0xFFFFFF, 0x0C1A14},
    Shade {ColorRole::AccentSoft, 0xDDF2E9, 0x17352A},
    Shade {ColorRole::Selection, 0xD3E7DF, 0x21463A},
    Shade {ColorRole::Focus, 0x1D5FBF, 0x7EB0F5},
    Shade {ColorRole::Info, 0x1D5FBF, 0x7EB0F5},
    Shade {ColorRole::InfoSoft, 0xE1ECFB, 0x182B47},
    Shade {ColorRole::Ok, 0x1B6E3A, 0x6FCF8E},
    Shade {ColorRole::OkSoft, 0xDFF3E4, 0x15331F},
    Shade {ColorRole::Warn, 0x8A5A00, 0xE9B04A},
    Shade {ColorRole::WarnSoft, 0xFFF1D6, 0x3A2B0C},
    Shade {ColorRole::Danger, 0xB3261E, 0xF28B82},
    Shade {ColorRole::DangerSoft, 0xFCE4E2, 0x431C19},
};

constexpr std::array<QRgb, 8> LightSeries {
    0x0B6E4F, 0x1D5FBF, 0xB26A00, 0x8E3BB0, 0xC2255C, 0x4A5260, 0x0A7E8C, 0x7A5C00};
constexpr std::array<QRgb, 8> DarkSeries {
    0x4FC79A, 0x7EB0F5, 0xF0B45B, 0xCE93E8, 0xF48FB1, 0xB4BCC9, 0x5CC7D4, 0xD6C15A};

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor themeColor(ColorScheme scheme, ColorRole role)
{
    const Shade &shade = Shades.at(static_cast<size_t>(role));
    Q_ASSERT(shade.role == role);
    return QColor(scheme == ColorScheme::Dark ? shade.dark : shade.light);
}

QColor seriesColor(ColorScheme scheme, int index)
{
    const auto &series = scheme == ColorScheme::Dark ? DarkSeries : LightSeries;
    return QColor(series.at(static_cast<size_t>(index) % series.size()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_family(interfaceFontFamily())
    , m_monoFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family())
{ }

ColorScheme Theme::scheme() const
{
    switch (m_choice) {
    case Choice::Light:
        return ColorScheme::Light;
    case Choice::Dark:
        return ColorScheme::Dark;
    case Choice::System:
        break;
    }
    return m_systemScheme;
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    const ColorScheme before = scheme();
    m_choice = choice;
    if (scheme() != before)
        announce();
}

void Theme::setSystemScheme(ColorScheme systemScheme)
{
    if (m_systemScheme == systemScheme)
        return;
    const ColorScheme before = scheme();
    m_systemScheme = systemScheme;
    if (scheme() != before)
        announce();
}

void Theme::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    announce();
}

void Theme::setZoomPercent(int percent)
{
    percent = std::clamp(percent, 80, 200);
    if (m_zoomPercent == percent)
        return;
    m_zoomPercent = percent;
    announce();
}

void Theme::setMotion(bool hasMotion)
{
    if (m_hasMotion == hasMotion)
        return;
    m_hasMotion = hasMotion;
    announce();
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set
        = [&](QPalette::ColorRole target, ColorRole role) { palette.setColor(target, color(role)); };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Surface);
    set(QPalette::AlternateBase, ColorRole::Window);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::PlaceholderText, ColorRole::Text3);
    set(QPalette::Button, isDark() ? ColorRole::Raised : ColorRole::Surface);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::Danger);
    set(QPalette::Highlight, ColorRole::Selection);
    set(QPalette::HighlightedText, ColorRole::Text);
    set(QPalette::Link, ColorRole::Info);
    set(QPalette::LinkVisited, ColorRole::Text2);
    set(QPalette::ToolTipBase, ColorRole::Raised);
    set(QPalette::ToolTipText, ColorRole::Text);
    set(QPalette::Light, ColorRole::Raised);
    set(QPalette::Midlight, ColorRole::Border);
    set(QPalette::Mid, ColorRole::BorderStrong);
    set(QPalette::Dark, ColorRole::BorderStrong);
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0, isDark() ? 160 : 60));
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::BorderStrong));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(ColorRole::Window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(ColorRole::Sunken));
    return palette;
}

QFont Theme::font(TextStyle style, QFont::Weight weight) const
{
    QFont font(m_family);
    font.setPixelSize(px(static_cast<int>(style)));
    font.setWeight(weight);
    return font;
}

QFont Theme::monoFont(TextStyle style) const
{
    QFont font(m_monoFamily);
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(px(static_cast<int>(style)));
    return font;
}

void Theme::apply() const
{
    const QFont body = font(TextStyle::Body);
    if (QApplication::font() != body)
        QApplication::setFont(body);
    const QPalette wanted = palette();
    if (QApplication::palette() != wanted)
        QApplication::setPalette(wanted);
}

void Theme::announce()
{
    apply();
    Q_EMIT changed();
}

} // namespace signalbox
