// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace signalbox {

/// What a colour is for (ux §14). Widgets name roles, never colours.
enum class ColorRole
{
    Window,
    Surface, ///< cards and lists
    Raised, ///< popups
    Sunken, ///< wells
    Border, ///< decorative hairlines
    BorderStrong, ///< edges of controls
    Text,
    Text2,
    Text3, ///< captions; on a selected row use Text2
    Accent,
    AccentText, ///< on Accent
    AccentSoft,
    Selection, ///< under Text
    Focus, ///< the ring
    Info,
    InfoSoft,
    Ok,
    OkSoft,
    Warn,
    WarnSoft,
    Danger,
    DangerSoft,
};

enum class ColorScheme
{
    Light,
    Dark
};

/// Sizes of text in pixels at zoom 100 % (ux §14).
enum class TextStyle
{
    Caption = 12,
    Body = 13,
    Reading = 14,
    Section = 16,
    Title = 20,
    Kpi = 28
};

/// The 4 px grid (ux §14), in pixels at zoom 100 %.
namespace Spacing {
constexpr int Xs = 4;
constexpr int S = 8;
constexpr int M = 12;
constexpr int L = 16;
constexpr int Xl = 24;
constexpr int Xxl = 32;
constexpr int Huge = 48;
} // namespace Spacing
namespace Radius {
constexpr int Control = 6;
constexpr int Card = 10;
} // namespace Radius

/// Smallest thing a pointer must hit: 28×28.
constexpr int MinimumTarget = 28;

/// The colour of a role, from the table of ux §14.
QColor themeColor(ColorScheme scheme, ColorRole role);

/// Colour of the n-th series of a chart; it repeats after eight.
QColor seriesColor(ColorScheme scheme, int index);

/// WCAG 2 contrast ratio of two opaque colours, 1…21.
double contrastRatio(const QColor &a, const QColor &b);

/// How everything looks: colours by role, fonts, density, zoom, motion. One per program, handed to every
/// widget that paints by itself; the stock widgets follow through the application's palette and font.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Choice
    {
        System,
        Light,
        Dark
    };
    enum class Density
    {
        Comfortable,
        Compact
    };

    explicit Theme(QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    /// What `choice` comes to now.
    ColorScheme scheme() const;
    bool isDark() const { return scheme() == ColorScheme::Dark; }
    Density density() const { return m_density; }
    int zoomPercent() const { return m_zoomPercent; }
    /// False: no tint, no slide, no shimmer.
    bool hasMotion() const { return m_hasMotion; }

    void setChoice(Choice choice);
    void setSystemScheme(
        ColorScheme scheme); ///< what the desktop prefers, followed while the choice is System
    void setDensity(Density density);
    void setZoomPercent(int percent); ///< clamped to 80…200
    void setMotion(bool hasMotion);

    QColor color(ColorRole role) const { return themeColor(scheme(), role); }
    QPalette palette() const;
    /// The interface font in a size; weights are 400, 500 and 700.
    QFont font(TextStyle style, QFont::Weight weight = QFont::Normal) const;
    QFont monoFont(TextStyle style = TextStyle::Body) const;
    /// Pixels at zoom 100 % → pixels now.
    int px(int pixels) const { return (pixels * m_zoomPercent + 50) / 100; }
    int listRowHeight() const { return px(m_density == Density::Comfortable ? 76 : 52); }
    int tableRowHeight() const { return px(m_density == Density::Comfortable ? 32 : 26); }

    /// Puts palette and font on the application. Called by itself on every change.
    void apply() const;

Q_SIGNALS:
    /// Repaint, and measure again: colours, fonts or row heights are other ones.
    void changed();

private:
    void announce();

    Choice m_choice = Choice::System;
    ColorScheme m_systemScheme = ColorScheme::Light;
    Density m_density = Density::Comfortable;
    int m_zoomPercent = 100;
    bool m_hasMotion = true;
    QString m_family;
    QString m_monoFamily;
};

} // namespace signalbox
