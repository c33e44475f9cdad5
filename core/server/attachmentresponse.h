// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httpresponse.h"
#include "core/storage/inboxstore.h"

namespace signalbox {

/// The bytes of an attachment, to be saved and never to be run: a stranger wrote its name, its type and its
/// content.
HttpResponse attachmentResponse(QUuid id, const AttachmentContent &content);

} // namespace signalbox
