#!/bin/sh
# SPDX-FileCopyrightText: 2026 Signalbox authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One committed change for check.mjs --emit-cmd 'DB=… emit.sh': on the wire the table is Lead and its columns are the web
# product's, in the database it is lead. The note is the status, the number the score.
set -eu
: "${DB:?connection string}"
as="nullif(:'as', '')::uuid"
case $RT_OP in
  INSERT) q="insert into lead (id, workspace_id, assigned_to_user_id, status, overall_score)
               values (:'id', :'ws', $as, :'note', :'num')" ;;
  UPDATE) q="update lead set workspace_id = :'ws', assigned_to_user_id = $as, status = :'note', overall_score = :'num'
               where id = :'id'" ;;
  DELETE) q="delete from lead where id = :'id'" ;;
esac
printf '%s;\n' "$q" | psql "$DB" -X -q -v ON_ERROR_STOP=1 -v id="$RT_ID" -v ws="$RT_WS" -v as="$RT_ASSIGNEE" \
  -v note="$RT_NOTE" -v num="$RT_NUM"
