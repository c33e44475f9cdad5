// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/requestpipeline.h"

#include <QTimer>

namespace signalbox {

/// One request's way through the RequestPipeline.
class PipelineExchange final : public Exchange
{
    Q_OBJECT

public:
    PipelineExchange(RequestPipeline &pipeline, HttpRequest request);
    ~PipelineExchange() override;

    void start() override;

private:
    void askUpgrade(const UpgradeGate &gate);
    void answerUnrouted(const RouteTable::Match &match, QByteArrayView rawPath);
    void authenticate();
    void onAuthenticated(const Result<Caller> &caller);
    void work();
    void onWorked(const Result<HttpResponse> &response);
    void fail(const Error &error);
    void answer(const HttpResponse &response);
    void finish(const HttpResponse &response, const QByteArray &gzippedBody);
    /// Hands a reply's result on: at once when it is there, else when it comes.
    template <typename T, typename Then> void await(Pending<T> &pending, Reply<T> reply, Then then);

    RequestPipeline &m_pipeline;
    HttpRequest m_request;
    const Route *m_route = nullptr;
    bool m_isReadEnabled = true;
    bool m_isFinished = false;
    QTimer m_deadline;
    Pending<Caller> m_authentication;
    Pending<HttpResponse> m_work;
    Pending<bool> m_upgrade;
    Pending<QByteArray> m_compression;
};

} // namespace signalbox
