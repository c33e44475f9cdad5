// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The peer of P7: the npm `ws` server, broadcasting at a pace that a client asks for. Speaks what
// tests/bench/fanoutservers.h describes.
import { WebSocketServer } from 'ws';

const TickMs = 1;

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });

/** A thousand bytes that begin with when they were due, in nanoseconds of the machine's steady clock. */
function message(dueAt) {
    return Buffer.from(dueAt.toString().padStart(20, '0').padEnd(1024, 'x'));
}

function broadcast(perSecond, milliseconds) {
    const interval = BigInt(Math.round((server.clients.size * 1e9) / perSecond));
    let due = process.hrtime.bigint();
    const end = due + BigInt(milliseconds) * 1_000_000n;
    const timer = setInterval(() => {
        const now = process.hrtime.bigint();
        for (; due <= now && due < end; due += interval) {
            const data = message(due);
            for (const client of server.clients)
                client.send(data, { binary: false });
        }
        if (due >= end)
            clearInterval(timer);
    }, TickMs);
}

server.on('connection', (socket) => {
    socket.on('message', (data) => {
        const [verb, perSecond, milliseconds] = data.toString().split(' ');
        if (verb === 'start')
            broadcast(Number(perSecond), Number(milliseconds));
        else
            socket.send(data, { binary: false });
    });
    socket.on('error', () => socket.terminate());
});
server.on('listening', () => console.log(`ready ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
