#!/bin/sh
# SPDX-FileCopyrightText: 2026 Signalbox authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of the real program on its demo data, for the README: tests/shots/real.sh [DIR]
# Needs a build, and the Debian packages xvfb, xdotool, imagemagick, openbox and fonts-noto-cjk.
set -eu

directory=${1:-docs/images}
program=${SIGNALBOX_BIN:-build/bin}/signalbox
work=$(mktemp -d /tmp/signalbox-real.XXXXXX)
chmod 755 "$work" # the database's user goes through it
mkdir -p "$directory"
pids=

finish() {
    for pid in $pids; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap finish EXIT INT TERM

Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$work/display" 2>/dev/null &
pids=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -s "$work/display" ] && break
    sleep 0.3
done
DISPLAY=:$(cat "$work/display")
export DISPLAY LANG=en_GB.UTF-8 XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"
openbox >/dev/null 2>&1 &
pids="$! $pids"

# One start of the console in a theme; $1 light or dark.
console() {
    mkdir -p "$XDG_CONFIG_HOME/signalbox"
    printf '[appearance]\ntheme=%s\n' "$1" >"$XDG_CONFIG_HOME/signalbox/signalbox.conf"
    "$program" --demo --embedded "$work/db" --leads 3000 --new-instance >"$work/out" 2>"$work/log" &
    console=$!
    pids="$console $pids"
    tries=0
    until grep -q '/api/inbox/conversations' "$work/log"; do
        tries=$((tries + 1))
        [ "$tries" -lt 120 ] || { cat "$work/log" >&2; exit 1; }
        sleep 0.5
    done
    sleep 2
    window=$(timeout 10 xdotool search --onlyvisible --name 'Signalbox' | tail -n 1)
    timeout 10 xdotool windowsize "$window" 1440 900 windowmove "$window" 0 0 windowactivate "$window" || true
    sleep 2
}

close() {
    kill "$console"
    wait "$console" || true
    pids=${pids#"$console "}
}

keys() {
    for key in "$@"; do
        xdotool key "$key"
        sleep 0.3
    done
    sleep 1
}

# 256 colours of its own are plenty for flat colour and text, and a quarter of the bytes.
picture() {
    import -window root -strip -dither None -colors 256 "png8:$directory/$1.png"
}

console light
keys 2 j j
picture inbox-light
keys ctrl+k
xdotool type --delay 60 'sh'
sleep 1
picture palette-light
keys Escape ctrl+2
sleep 2
picture analytics-light
keys ctrl+1 # it opens again where it was left
close

console dark
keys 2 j j j j j j j j j
picture inbox-dark
for _ in 1 2 3 4 5 6; do
    keys s Return j # snoozed: the feed tells of it
done
keys ctrl+3
picture live-dark
keys ctrl+2
sleep 2
xdotool mousemove 555 72 click 1 # the tab of the CRM rows
sleep 1
xdotool mousemove 460 655 click 1
sleep 2
picture analytics-crm-dark
close
