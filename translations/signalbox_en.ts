<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AnalyticsCells</name>
    <message numerus="yes">
        <source>No change is told: one side has only %n, and below 30 a change of a rate is chance.</source>
        <translation>
            <numerusform>No change is told: one side has only %n, and below 30 a change of a rate is chance.</numerusform>
            <numerusform>No change is told: one side has only %n, and below 30 a change of a rate is chance.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalyticsTables</name>
    <message numerus="yes">
        <source>Leads that booked at most %n day(s) after the last such draft was sent, before the period ended, and did not cancel.</source>
        <translation>
            <numerusform>Leads that booked at most %n day after the last such draft was sent, before the period ended, and did not cancel.</numerusform>
            <numerusform>Leads that booked at most %n days after the last such draft was sent, before the period ended, and did not cancel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that booked at most %n day(s) after our first answer, before the period ended, and did not cancel.</source>
        <translation>
            <numerusform>Leads that booked at most %n day after our first answer, before the period ended, and did not cancel.</numerusform>
            <numerusform>Leads that booked at most %n days after our first answer, before the period ended, and did not cancel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that have not booked and got the draft less than %n day(s) before the period&apos;s end: too early to tell.</source>
        <translation>
            <numerusform>Leads that have not booked and got the draft less than %n day before the period&apos;s end: too early to tell.</numerusform>
            <numerusform>Leads that have not booked and got the draft less than %n days before the period&apos;s end: too early to tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that have not booked and were answered less than %n day(s) before the period&apos;s end: too early to tell.</source>
        <translation>
            <numerusform>Leads that have not booked and were answered less than %n day before the period&apos;s end: too early to tell.</numerusform>
            <numerusform>Leads that have not booked and were answered less than %n days before the period&apos;s end: too early to tell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalyticsTabs</name>
    <message numerus="yes">
        <source>%Ln booked</source>
        <translation>
            <numerusform>%Ln booked</numerusform>
            <numerusform>%Ln booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message numerus="yes">
        <source>%n change(s) have not reached the service yet.</source>
        <translation>
            <numerusform>%n change has not reached the service yet.</numerusform>
            <numerusform>%n changes have not reached the service yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are written and not sent.</source>
        <translation>
            <numerusform>%n text is written and not sent.</numerusform>
            <numerusform>%n texts are written and not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are running. What they wrote so far is thrown away.</source>
        <translation>
            <numerusform>%n export is running. What it wrote so far is thrown away.</numerusform>
            <numerusform>%n exports are running. What they wrote so far is thrown away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message numerus="yes">
        <source>%Ln new lead(s) in this second</source>
        <translation>
            <numerusform>%Ln new lead in this second</numerusform>
            <numerusform>%Ln new leads in this second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) left in this second</source>
        <translation>
            <numerusform>%Ln lead left in this second</numerusform>
            <numerusform>%Ln leads left in this second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln update(s) in this second</source>
        <translation>
            <numerusform>%Ln update in this second</numerusform>
            <numerusform>%Ln updates in this second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) in this second</source>
        <translation>
            <numerusform>%Ln event in this second</numerusform>
            <numerusform>%Ln events in this second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%1, the mean of %Ln answer(s)</source>
        <translation>
            <numerusform>%1, the mean of %Ln answer</numerusform>
            <numerusform>%1, the mean of %Ln answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ApproveSheet</name>
    <message numerus="yes">
        <source>Send %n reply(s)</source>
        <translation>
            <numerusform>Send %n reply</numerusform>
            <numerusform>Send %n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::CampaignsTab</name>
    <message numerus="yes">
        <source>What leads did after a draft of the AI was sent to them. A booking counts up to %n day(s) after it.</source>
        <translation>
            <numerusform>What leads did after a draft of the AI was sent to them. A booking counts up to %n day after it.</numerusform>
            <numerusform>What leads did after a draft of the AI was sent to them. A booking counts up to %n days after it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads written to in the last %n day(s) that have not booked are pending.</source>
        <translation>
            <numerusform>Leads written to in the last %n day that have not booked are pending.</numerusform>
            <numerusform>Leads written to in the last %n days that have not booked are pending.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionPill</name>
    <message numerus="yes">
        <source>Everything was read again %n time(s), last at %1</source>
        <translation>
            <numerusform>Everything was read again %n time, last at %1</numerusform>
            <numerusform>Everything was read again %n times, last at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ConversationPane</name>
    <message numerus="yes">
        <source>%n new message(s) ↓</source>
        <translation>
            <numerusform>%n new message ↓</numerusform>
            <numerusform>%n new messages ↓</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::CrmColumnChooser</name>
    <message numerus="yes">
        <source>The first %Ln</source>
        <translation>
            <numerusform>The first %Ln</numerusform>
            <numerusform>The first %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::CrmFilterBar</name>
    <message numerus="yes">
        <source>Clear %n filter(s)</source>
        <translation>
            <numerusform>Clear %n filter</numerusform>
            <numerusform>Clear %n filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::CrmSummaryView</name>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln kept</numerusform>
            <numerusform>%Ln kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::CrmTab</name>
    <message numerus="yes">
        <source>%Ln filter(s) are set. Without them there may be leads in this period.</source>
        <translation>
            <numerusform>%Ln filter is set. Without it there may be leads in this period.</numerusform>
            <numerusform>%Ln filters are set. Without them there may be leads in this period.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln cell(s)…</source>
        <translation>
            <numerusform>Saving %Ln cell…</numerusform>
            <numerusform>Saving %Ln cells…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied</source>
        <translation>
            <numerusform>%Ln row copied</numerusform>
            <numerusform>%Ln rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%Ln further away are not in memory; use Export for all)</source>
        <translation>
            <numerusform>(%Ln further away is not in memory; use Export for all)</numerusform>
            <numerusform>(%Ln further away are not in memory; use Export for all)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::FilterBar</name>
    <message numerus="yes">
        <source>Clear %n filter(s)</source>
        <translation>
            <numerusform>Clear %n filter</numerusform>
            <numerusform>Clear %n filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::FirstRunView</name>
    <message numerus="yes">
        <source>The password needs at least %n characters.</source>
        <translation>
            <numerusform>The password needs at least %n character.</numerusform>
            <numerusform>The password needs at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ListPane</name>
    <message numerus="yes">
        <source>%n new conversation(s)</source>
        <translation>
            <numerusform>%n new conversation</numerusform>
            <numerusform>%n new conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::LiveBar</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::LivePage</name>
    <message numerus="yes">
        <source>%Ln event(s) are recorded; the filter hides all of them.</source>
        <translation>
            <numerusform>%Ln event is recorded; the filter hides it.</numerusform>
            <numerusform>%Ln events are recorded; the filter hides all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) waiting.</source>
        <translation>
            <numerusform>%n change waiting.</numerusform>
            <numerusform>%n changes waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::Notifier</name>
    <message numerus="yes">
        <source>%n new reply(s)</source>
        <translation>
            <numerusform>%n new reply</numerusform>
            <numerusform>%n new replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) assigned to you</source>
        <translation>
            <numerusform>%n lead assigned to you</numerusform>
            <numerusform>%n leads assigned to you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new lead(s)</source>
        <translation>
            <numerusform>%n new lead</numerusform>
            <numerusform>%n new leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ReplyDock</name>
    <message numerus="yes">
        <source>%1 and %n other(s) are viewing</source>
        <translation>
            <numerusform>%1 and %n other are viewing</numerusform>
            <numerusform>%1 and %n others are viewing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::StatePanel</name>
    <message numerus="yes">
        <source>Retry (%n s)</source>
        <translation>
            <numerusform>Retry (%n s)</numerusform>
            <numerusform>Retry (%n s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::StatusStrip</name>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::TriageDesk</name>
    <message numerus="yes">
        <source>%n not changed</source>
        <translation>
            <numerusform>%n not changed</numerusform>
            <numerusform>%n not changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n conversation(s)</source>
        <translation>
            <numerusform>For %n conversation</numerusform>
            <numerusform>For %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::UndoBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
