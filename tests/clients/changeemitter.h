// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

class QHttpServer;

namespace signalbox {

class PgConnection;

/// What check.mjs posts its changes to (`--emit-url http://127.0.0.1:PORT/emit`): commits each before it
/// answers. On the wire the table is Lead with the web product's names, in the database it is lead.
class ChangeEmitter
{
public:
    /// `admin` must outlive it.
    explicit ChangeEmitter(PgConnection &admin);
    ~ChangeEmitter();

    quint16 port() const { return m_port; } ///< 0: it could not listen

private:
    std::unique_ptr<QHttpServer> m_server;
    quint16 m_port = 0;
};

} // namespace signalbox
