// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/renderloopguard.h"

#include <QListView>
#include <QStringListModel>
#include <QTimer>
#include <QVBoxLayout>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Asks for a layout in answer to each layout: without a guard the event loop never comes back from it.
class LayoutLoop final : public QWidget
{
public:
    using QWidget::QWidget;
    bool isLooping = false;
    int layouts = 0;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest && isLooping) {
            ++layouts;
            QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
        }
        return QWidget::event(event);
    }
};

/// Resizes itself in answer to being resized: the stack would end before the loop does.
class ResizeLoop final : public QWidget
{
public:
    using QWidget::QWidget;
    bool isLooping = false;
    int resizes = 0;

protected:
    void resizeEvent(QResizeEvent *) override
    {
        ++resizes;
        if (isLooping)
            resize(width() % 300 + 10, height() % 300 + 10);
    }
};

/// Asks for a paint in each paint.
class PaintLoop final : public QWidget
{
public:
    using QWidget::QWidget;
    bool isLooping = false;
    int paints = 0;

protected:
    void paintEvent(QPaintEvent *) override
    {
        ++paints;
        if (isLooping)
            update();
    }
};

class LoopingModel final : public QStringListModel
{
public:
    using QStringListModel::QStringListModel;
    int resets = 0;
    void reset()
    {
        ++resets;
        beginResetModel();
        endResetModel();
    }
};

} // namespace

class tst_RenderLoopGuard : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<RenderLoopGuard> m_guard;

    template <typename T> T *looping(const QString &name)
    {
        auto *widget = new T(m_window.get());
        widget->setObjectName(name);
        widget->setGeometry(10, 10, 100, 100);
        m_window->show();
        if (!QTest::qWaitForWindowExposed(m_window.get()))
            return nullptr;
        QTest::qWait(20); // what the window itself lays out and paints comes first
        widget->isLooping = true;
        return widget;
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(300, 300);
        m_guard = std::make_unique<RenderLoopGuard>(m_clock);
        m_guard->watch(m_window.get());
    }
    void cleanup()
    {
        m_guard.reset();
        m_window.reset();
    }

    void relayoutLoop_isBrokenAndNamed()
    {
        QSignalSpy broken(m_guard.get(), &RenderLoopGuard::loopBroken);
        auto *widget = looping<LayoutLoop>(u"spinningPanel"_s);
        QCoreApplication::postEvent(widget, new QEvent(QEvent::LayoutRequest));
        QTRY_COMPARE_GE(broken.count(), 1);
        const auto report = broken.first().first().value<LoopReport>();
        QCOMPARE(report.name, u"spinningPanel"_s);
        QCOMPARE(report.work, RenderWork::Relayout);
        QVERIFY(widget->layouts <= RenderLoopGuard::Limits().relayoutsPerWindow + 1);
        // The program is alive: a timer fires.
        bool fired = false;
        QTimer::singleShot(0, this, [&fired] { fired = true; });
        QTRY_VERIFY(fired);
        // Once the widget behaves, it is let go.
        widget->isLooping = false;
        QTRY_VERIFY(!m_guard->isHolding(widget));
    }

    void resizeLoop_isBrokenBeforeTheStackEnds()
    {
        QSignalSpy broken(m_guard.get(), &RenderLoopGuard::loopBroken);
        auto *widget = looping<ResizeLoop>(u"breathing"_s);
        widget->resize(50, 50);
        QCOMPARE(broken.count(), 1);
        QCOMPARE(broken.first().first().value<LoopReport>().name, u"breathing"_s);
        QVERIFY(widget->resizes < 100);
        widget->isLooping = false;
    }

    void repaintLoop_isHeldAndLetGo()
    {
        QSignalSpy broken(m_guard.get(), &RenderLoopGuard::loopBroken);
        auto *widget = looping<PaintLoop>(u"flicker"_s);
        widget->update();
        QTRY_COMPARE_GE(broken.count(), 1);
        QCOMPARE(broken.first().first().value<LoopReport>().work, RenderWork::Repaint);
        QCOMPARE(broken.first().first().value<LoopReport>().name, u"flicker"_s); // not its window
        QTRY_VERIFY(!widget->updatesEnabled());
        widget->isLooping = false;
        const int before = widget->paints;
        QTRY_VERIFY(widget->updatesEnabled());
        QTRY_VERIFY(widget->paints > before); // its last state is painted after all
    }

    void resetLoop_isBrokenAndTheViewLooksAgain()
    {
        auto *view = new QListView(m_window.get());
        LoopingModel model({u"one"_s, u"two"_s});
        view->setModel(&model);
        m_guard->watch(m_window.get());
        QSignalSpy broken(m_guard.get(), &RenderLoopGuard::loopBroken);
        auto connection
            = connect(&model, &QAbstractItemModel::modelReset, &model, [&model] { model.reset(); });
        model.reset();
        QCOMPARE(broken.count(), 1);
        QVERIFY(model.resets <= RenderLoopGuard::Limits().resetsPerTurn + 2);
        disconnect(connection);
        QTRY_VERIFY(!model.signalsBlocked());
        model.setStringList({u"three"_s});
        QCOMPARE(view->model()->rowCount(), 1);
    }

    void ordinaryWork_isLeftAlone()
    {
        QSignalSpy broken(m_guard.get(), &RenderLoopGuard::loopBroken);
        auto *column = new QVBoxLayout(m_window.get());
        for (int i = 0; i < 40; ++i)
            column->addWidget(new QWidget(m_window.get()));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        for (int i = 0; i < 30; ++i) {
            m_window->resize(300 + i, 300 + i);
            QTest::qWait(1);
        }
        QCOMPARE(broken.count(), 0);
    }

    void switch_isCounted()
    {
        auto *view = new QListView(m_window.get());
        LoopingModel model({u"one"_s});
        view->setModel(&model);
        m_guard->watch(m_window.get());
        m_guard->beginSwitch();
        model.reset();
        model.reset();
        QCOMPARE(m_guard->endSwitch().resets, 2);
    }
};

QTEST_MAIN(tst_RenderLoopGuard)
#include "tst_renderloopguard.moc"
