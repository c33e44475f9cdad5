<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Analytics</name>
    <message>
        <source>Read the numbers again</source>
        <translation>Zahlen neu lesen</translation>
    </message>
    <message>
        <source>One period earlier</source>
        <translation>Einen Zeitraum zurück</translation>
    </message>
    <message>
        <source>One period later</source>
        <translation>Einen Zeitraum vor</translation>
    </message>
    <message>
        <source>Compare with another period</source>
        <translation>Mit anderem Zeitraum vergleichen</translation>
    </message>
    <message>
        <source>Choose dates</source>
        <translation>Zeitraum wählen</translation>
    </message>
    <message>
        <source>Chart or table</source>
        <translation>Diagramm oder Tabelle</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Tab</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Tab</translation>
    </message>
    <message>
        <source>Export everything in this tab as CSV</source>
        <translation>Alles in diesem Tab als CSV exportieren</translation>
    </message>
    <message>
        <source>Export everything in this tab as XLSX</source>
        <translation>Alles in diesem Tab als XLSX exportieren</translation>
    </message>
    <message>
        <source>Save this tab as PDF</source>
        <translation>Diesen Tab als PDF speichern</translation>
    </message>
    <message>
        <source>Tab %1</source>
        <translation>Tab %1</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analysen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Response timing</source>
        <translation>Antwortzeiten</translation>
    </message>
    <message>
        <source>CRM rows</source>
        <translation>CRM-Zeilen</translation>
    </message>
</context>
<context>
    <name>AnalyticsCells</name>
    <message>
        <source>The first answer came in less than a minute.</source>
        <translation>Die erste Antwort kam in weniger als einer Minute.</translation>
    </message>
    <message>
        <source>The first answer came after one minute or more, but less than five.</source>
        <translation>Die erste Antwort kam nach einer Minute oder mehr, aber weniger als fünf.</translation>
    </message>
    <message>
        <source>The first answer came after 5 minutes or more, but less than 15.</source>
        <translation>Die erste Antwort kam nach 5 Minuten oder mehr, aber weniger als 15.</translation>
    </message>
    <message>
        <source>The first answer came after 15 minutes or more, but less than an hour.</source>
        <translation>Die erste Antwort kam nach 15 Minuten oder mehr, aber weniger als einer Stunde.</translation>
    </message>
    <message>
        <source>The first answer came after one hour or more, but less than four.</source>
        <translation>Die erste Antwort kam nach einer Stunde oder mehr, aber weniger als vier.</translation>
    </message>
    <message>
        <source>The first answer came after 4 hours or more, but less than a day.</source>
        <translation>Die erste Antwort kam nach 4 Stunden oder mehr, aber weniger als einem Tag.</translation>
    </message>
    <message>
        <source>The first answer came after a day or later.</source>
        <translation>Die erste Antwort kam nach einem Tag oder später.</translation>
    </message>
    <message>
        <source>The AI chose to wait 180 seconds or more, but less than 210.</source>
        <translation>Die KI hat 180 Sekunden oder mehr Wartezeit gewählt, aber weniger als 210.</translation>
    </message>
    <message>
        <source>The AI chose to wait 210 seconds or more, but less than 270.</source>
        <translation>Die KI hat 210 Sekunden oder mehr Wartezeit gewählt, aber weniger als 270.</translation>
    </message>
    <message>
        <source>The AI chose to wait 270 seconds or more, but less than 330.</source>
        <translation>Die KI hat 270 Sekunden oder mehr Wartezeit gewählt, aber weniger als 330.</translation>
    </message>
    <message>
        <source>The AI chose to wait 330 seconds or more, but less than 390.</source>
        <translation>Die KI hat 330 Sekunden oder mehr Wartezeit gewählt, aber weniger als 390.</translation>
    </message>
    <message>
        <source>The AI chose to wait 390 to 420 seconds.</source>
        <translation>Die KI hat 390 bis 420 Sekunden Wartezeit gewählt.</translation>
    </message>
    <message>
        <source>&gt;10 s early</source>
        <translation>&gt;10 s zu früh</translation>
    </message>
    <message>
        <source>The message went out more than 10 s early: more than ten seconds before its planned time.</source>
        <translation>Die Nachricht ging mehr als 10 s zu früh hinaus: mehr als zehn Sekunden vor dem geplanten Zeitpunkt.</translation>
    </message>
    <message>
        <source>on time (±10 s)</source>
        <translation>pünktlich (±10 s)</translation>
    </message>
    <message>
        <source>The message went out at most ten seconds before its planned time, or less than ten after it.</source>
        <translation>Die Nachricht ging höchstens zehn Sekunden vor oder weniger als zehn Sekunden nach dem geplanten Zeitpunkt hinaus.</translation>
    </message>
    <message>
        <source>10–60 s late</source>
        <translation>10–60 s zu spät</translation>
    </message>
    <message>
        <source>The message went out ten seconds or more after its planned time, but less than a minute.</source>
        <translation>Die Nachricht ging zehn Sekunden oder mehr nach dem geplanten Zeitpunkt hinaus, aber weniger als eine Minute.</translation>
    </message>
    <message>
        <source>1–5 min late</source>
        <translation>1–5 Min. zu spät</translation>
    </message>
    <message>
        <source>The message went out one minute or more after its planned time, but less than five.</source>
        <translation>Die Nachricht ging eine Minute oder mehr nach dem geplanten Zeitpunkt hinaus, aber weniger als fünf.</translation>
    </message>
    <message>
        <source>&gt;5 min late</source>
        <translation>&gt;5 Min. zu spät</translation>
    </message>
    <message>
        <source>The message went out five minutes or more after its planned time.</source>
        <translation>Die Nachricht ging fünf Minuten oder mehr nach dem geplanten Zeitpunkt hinaus.</translation>
    </message>
    <message>
        <source>Auto-sent</source>
        <translation>Automatisch gesendet</translation>
    </message>
    <message>
        <source>The AI sent its draft by itself.</source>
        <translation>Die KI hat ihren Entwurf von selbst gesendet.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>A person sent the draft without changing its text.</source>
        <translation>Eine Person hat den Entwurf gesendet, ohne seinen Text zu ändern.</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>A person changed the draft&apos;s text, then sent it.</source>
        <translation>Eine Person hat den Text des Entwurfs geändert und ihn dann gesendet.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Auto-sent, approved and edited together.</source>
        <translation>Automatisch gesendet, freigegeben und bearbeitet zusammen.</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>Setter managed: a person approves each answer before it goes out.</source>
        <translation>Vom Setter betreut: eine Person gibt jede Antwort frei, bevor sie hinausgeht.</translation>
    </message>
    <message>
        <source>AI auto-send</source>
        <translation>KI-Autoversand</translation>
    </message>
    <message>
        <source>AI auto-send: the AI may send its answer by itself when it is sure enough.</source>
        <translation>KI-Autoversand: die KI darf ihre Antwort von selbst senden, wenn sie sicher genug ist.</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation>%1 PP</translation>
    </message>
    <message>
        <source>All responders</source>
        <translation>Alle Antwortenden</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 hr</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>No process</source>
        <translation>Kein Prozess</translation>
    </message>
    <message numerus="yes">
        <source>No change is told: one side has only %n, and below 30 a change of a rate is chance.</source>
        <translation>
            <numerusform>Keine Änderung angegeben: eine Seite hat nur %n Fall, und unter 30 ist die Änderung einer Quote Zufall.</numerusform>
            <numerusform>Keine Änderung angegeben: eine Seite hat nur %n Fälle, und unter 30 ist die Änderung einer Quote Zufall.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to divide by, so there is no figure.</source>
        <translation>Es gibt nichts, wodurch geteilt werden könnte, also auch keine Zahl.</translation>
    </message>
    <message>
        <source>One of the two periods has no figure to compare.</source>
        <translation>Einer der beiden Zeiträume hat keine Zahl zum Vergleichen.</translation>
    </message>
</context>
<context>
    <name>AnalyticsPrint</name>
    <message>
        <source>compared with %1</source>
        <translation>Vergleich: %1</translation>
    </message>
    <message>
        <source>time zone %1</source>
        <translation>Zeitzone %1</translation>
    </message>
    <message>
        <source>computed %1</source>
        <translation>berechnet %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Showing the first %1 of %2 rows. Export as CSV or XLSX has all.</source>
        <translation>Gezeigt sind die ersten %1 von %2 Zeilen. Der Export als CSV oder XLSX enthält alle.</translation>
    </message>
</context>
<context>
    <name>AnalyticsTables</name>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>The follow-up sequence that had already sent a step when the lead booked. If several had, the one whose last step is the oldest counts.</source>
        <translation>Die Nachfass-Sequenz, die schon einen Schritt gesendet hatte, als der Lead buchte. Waren es mehrere, zählt die, deren letzter Schritt am längsten zurückliegt.</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Leads whose meeting was booked in the period, counted for this sequence. Meetings cancelled later stay in.</source>
        <translation>Leads, deren Termin im Zeitraum gebucht wurde, für diese Sequenz gezählt. Später abgesagte Termine bleiben enthalten.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Booked now, less that of the period compared with.</source>
        <translation>Gebucht jetzt, minus Gebucht im Vergleichszeitraum.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Of all meetings booked from a workflow, the part that came from this sequence.</source>
        <translation>Der Anteil dieser Sequenz an allen Terminen, die aus einem Workflow gebucht wurden.</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>The reactivation campaign: it writes again to leads that had gone quiet.</source>
        <translation>Die Reaktivierungskampagne: sie schreibt Leads wieder an, die verstummt waren.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Leads this campaign wrote to in the period.</source>
        <translation>Leads, die diese Kampagne im Zeitraum angeschrieben hat.</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Geantwortet</translation>
    </message>
    <message>
        <source>Of those sent, leads that wrote back afterwards, before the period ended.</source>
        <translation>Von den gesendeten die Leads, die danach zurückgeschrieben haben, noch vor Ende des Zeitraums.</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>Antwortquote</translation>
    </message>
    <message>
        <source>Responded divided by sent.</source>
        <translation>Geantwortet geteilt durch Gesendet.</translation>
    </message>
    <message>
        <source>Response rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 sent.</source>
        <translation>Antwortquote jetzt, minus die des Vergleichszeitraums, in Prozentpunkten. Nicht angegeben, wenn eine der beiden Seiten weniger als 30 gesendete hat.</translation>
    </message>
    <message>
        <source>Of those sent, leads that booked a meeting afterwards, before the period ended.</source>
        <translation>Von den gesendeten die Leads, die danach einen Termin gebucht haben, noch vor Ende des Zeitraums.</translation>
    </message>
    <message>
        <source>Booking rate</source>
        <translation>Buchungsquote</translation>
    </message>
    <message>
        <source>Booked divided by sent.</source>
        <translation>Gebucht geteilt durch Gesendet.</translation>
    </message>
    <message>
        <source>Booking rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 sent.</source>
        <translation>Buchungsquote jetzt, minus die des Vergleichszeitraums, in Prozentpunkten. Nicht angegeben, wenn eine der beiden Seiten weniger als 30 gesendete hat.</translation>
    </message>
    <message>
        <source>The e-mail campaign the leads belong to. Choose one to see its industries and company sizes below.</source>
        <translation>Die E-Mail-Kampagne, zu der die Leads gehören. Wählen Sie eine, um unten ihre Branchen und Firmengrößen zu sehen.</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <source>Leads of the campaign whose last reply came in the period and is positive: they want a meeting, a call or information, or are interested.</source>
        <translation>Leads der Kampagne, deren letzte Antwort im Zeitraum kam und positiv ist: sie wünschen einen Termin, einen Anruf oder Informationen oder sind interessiert.</translation>
    </message>
    <message>
        <source>Positive replies now, less that of the period compared with.</source>
        <translation>Positive Antworten jetzt, minus die des Vergleichszeitraums.</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Of the positive, leads that asked for a meeting or a call.</source>
        <translation>Von den positiven die Leads, die um einen Termin oder Anruf gebeten haben.</translation>
    </message>
    <message>
        <source>Leads of the campaign whose meeting was booked in the period and is in the workspace&apos;s own calendar, GoHighLevel or Calendly.</source>
        <translation>Leads der Kampagne, deren Termin im Zeitraum gebucht wurde und im eigenen Kalender des Arbeitsbereichs steht, GoHighLevel oder Calendly.</translation>
    </message>
    <message>
        <source>Booked / Positive</source>
        <translation>Gebucht / Positiv</translation>
    </message>
    <message>
        <source>Meetings booked divided by positive replies. It can exceed 100 %: a meeting booked now may follow a reply of an earlier period.</source>
        <translation>Gebuchte Termine geteilt durch positive Antworten. Der Wert kann 100 % übersteigen: ein jetzt gebuchter Termin kann auf eine Antwort aus einem früheren Zeitraum folgen.</translation>
    </message>
    <message>
        <source>Booked / Positive now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 positive replies.</source>
        <translation>Gebucht / Positiv jetzt, minus der Wert des Vergleichszeitraums, in Prozentpunkten. Nicht angegeben, wenn eine der beiden Seiten weniger als 30 positive Antworten hat.</translation>
    </message>
    <message>
        <source>Requested / Positive</source>
        <translation>Angefragt / Positiv</translation>
    </message>
    <message>
        <source>Leads that asked for a meeting or a call divided by positive replies.</source>
        <translation>Leads, die um einen Termin oder Anruf gebeten haben, geteilt durch positive Antworten.</translation>
    </message>
    <message>
        <source>Booked / Requested</source>
        <translation>Gebucht / Angefragt</translation>
    </message>
    <message>
        <source>Meetings booked divided by leads that asked for a meeting or a call. It can exceed 100 %: some book without asking.</source>
        <translation>Gebuchte Termine geteilt durch Leads, die um einen Termin oder Anruf gebeten haben. Der Wert kann 100 % übersteigen: manche buchen, ohne zu fragen.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Who answers replies of the campaign: a setter who approves each answer, or the AI, which may send by itself.</source>
        <translation>Wer Antworten auf die Kampagne beantwortet: ein Setter, der jede Antwort freigibt, oder die KI, die von selbst senden darf.</translation>
    </message>
    <message>
        <source>The e-mail campaign the leads belong to.</source>
        <translation>Die E-Mail-Kampagne, zu der die Leads gehören.</translation>
    </message>
    <message>
        <source>Leads of the campaign whose last reply came in the period and is positive.</source>
        <translation>Leads der Kampagne, deren letzte Antwort im Zeitraum kam und positiv ist.</translation>
    </message>
    <message>
        <source>Leads of the campaign whose meeting was booked in the period.</source>
        <translation>Leads der Kampagne, deren Termin im Zeitraum gebucht wurde.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Meetings booked divided by positive replies: what the campaigns are ranked by.</source>
        <translation>Gebuchte Termine geteilt durch positive Antworten: danach ist die Rangfolge der Kampagnen gebildet.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Where the draft was sent.</source>
        <translation>Wo der Entwurf gesendet wurde.</translation>
    </message>
    <message>
        <source>Auto-sent</source>
        <translation>Automatisch gesendet</translation>
    </message>
    <message>
        <source>Drafts the AI sent by itself.</source>
        <translation>Entwürfe, die die KI von selbst gesendet hat.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Drafts a person sent without changing the text.</source>
        <translation>Entwürfe, die eine Person gesendet hat, ohne den Text zu ändern.</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Drafts whose text a person changed before sending.</source>
        <translation>Entwürfe, deren Text eine Person vor dem Senden geändert hat.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Drafts whose first message went out in the period. E-mail counts only for campaigns in which the AI may send by itself.</source>
        <translation>Entwürfe, deren erste Nachricht im Zeitraum hinausging. E-Mail zählt nur bei Kampagnen, in denen die KI von selbst senden darf.</translation>
    </message>
    <message>
        <source>All drafts sent now, less that of the period compared with.</source>
        <translation>Alle jetzt gesendeten Entwürfe, minus die des Vergleichszeitraums.</translation>
    </message>
    <message>
        <source>Where the draft was sent. A lead written to on two channels counts on both.</source>
        <translation>Wo der Entwurf gesendet wurde. Ein auf zwei Kanälen angeschriebener Lead zählt auf beiden.</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>What became of the draft&apos;s text: sent by the AI, approved unchanged, or edited by a person.</source>
        <translation>Was aus dem Text des Entwurfs wurde: von der KI gesendet, unverändert freigegeben oder von einer Person bearbeitet.</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>Auswertbar</translation>
    </message>
    <message>
        <source>Leads whose outcome is known: those that booked and those that did not. Left out are pending ones and bookings without a time.</source>
        <translation>Leads, deren Ergebnis bekannt ist: die gebucht haben und die nicht gebucht haben. Ausgelassen sind offene und Buchungen ohne Zeitpunkt.</translation>
    </message>
    <message>
        <source>Booked divided by eligible. “—”: nobody&apos;s outcome is known yet.</source>
        <translation>Gebucht geteilt durch Auswertbar. „—“: noch ist von niemandem das Ergebnis bekannt.</translation>
    </message>
    <message>
        <source>Booking rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 eligible leads.</source>
        <translation>Buchungsquote jetzt, minus die des Vergleichszeitraums, in Prozentpunkten. Nicht angegeben, wenn eine der beiden Seiten weniger als 30 auswertbare Leads hat.</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>No timestamp</source>
        <translation>Ohne Zeitpunkt</translation>
    </message>
    <message>
        <source>Leads with a booking of which nobody knows when it was made, so it cannot be counted for a draft.</source>
        <translation>Leads mit einer Buchung, von der niemand weiß, wann sie gemacht wurde, sodass sie für keinen Entwurf zählen kann.</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>The booking process: which links, times and questions a lead is offered, wave by wave. “No process”: progress that belongs to none.</source>
        <translation>Der Buchungsprozess: welche Links, Zeiten und Fragen ein Lead angeboten bekommt, Welle für Welle. „Kein Prozess“: Fortschritt, der zu keinem gehört.</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Leads whose way through the process began in the period.</source>
        <translation>Leads, deren Weg durch den Prozess im Zeitraum begann.</translation>
    </message>
    <message>
        <source>Leads now, less that of the period compared with.</source>
        <translation>Leads jetzt, minus die des Vergleichszeitraums.</translation>
    </message>
    <message>
        <source>Of those leads, the ones that have booked a meeting by now.</source>
        <translation>Von diesen Leads die, die inzwischen einen Termin gebucht haben.</translation>
    </message>
    <message>
        <source>Booked divided by leads.</source>
        <translation>Gebucht geteilt durch Leads.</translation>
    </message>
    <message>
        <source>Booking rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 leads.</source>
        <translation>Buchungsquote jetzt, minus die des Vergleichszeitraums, in Prozentpunkten. Nicht angegeben, wenn eine der beiden Seiten weniger als 30 Leads hat.</translation>
    </message>
    <message>
        <source>Avg outbounds</source>
        <translation>Ø Nachrichten</translation>
    </message>
    <message>
        <source>How many messages we sent until the meeting was booked, e-mail, SMS and LinkedIn together: the mean over the booked leads.</source>
        <translation>Wie viele Nachrichten wir gesendet haben, bis der Termin gebucht war, E-Mail, SMS und LinkedIn zusammen: der Mittelwert über die Leads, die gebucht haben.</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>The person the leads are assigned to.</source>
        <translation>Die Person, der die Leads zugewiesen sind.</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Leads that were assigned to the setter in the period and are still with them.</source>
        <translation>Leads, die dem Setter im Zeitraum zugewiesen wurden und noch bei ihm sind.</translation>
    </message>
    <message>
        <source>Of the assigned, leads the setter has written to at least once.</source>
        <translation>Von den zugewiesenen die Leads, denen der Setter mindestens einmal geschrieben hat.</translation>
    </message>
    <message>
        <source>Of the assigned, leads whose sentiment is positive now: they want a meeting, a call or information, or are interested.</source>
        <translation>Von den zugewiesenen die Leads, deren Stimmung jetzt positiv ist: sie wünschen einen Termin, einen Anruf oder Informationen oder sind interessiert.</translation>
    </message>
    <message>
        <source>Of the assigned, leads that ask for a meeting or a call.</source>
        <translation>Von den zugewiesenen die Leads, die um einen Termin oder Anruf bitten.</translation>
    </message>
    <message>
        <source>Of the assigned, leads that have booked a meeting by now.</source>
        <translation>Von den zugewiesenen die Leads, die inzwischen einen Termin gebucht haben.</translation>
    </message>
    <message>
        <source>Resp. / Assigned</source>
        <translation>Geantw. / Zugewiesen</translation>
    </message>
    <message>
        <source>Responded divided by assigned: how many of the leads were written to.</source>
        <translation>Geantwortet geteilt durch Zugewiesen: wie viele der Leads angeschrieben wurden.</translation>
    </message>
    <message>
        <source>Pos. / Resp.</source>
        <translation>Pos. / Geantw.</translation>
    </message>
    <message>
        <source>Positive divided by responded.</source>
        <translation>Positiv geteilt durch Geantwortet.</translation>
    </message>
    <message>
        <source>Req. / Pos.</source>
        <translation>Angefr. / Pos.</translation>
    </message>
    <message>
        <source>Requested divided by positive.</source>
        <translation>Angefragt geteilt durch Positiv.</translation>
    </message>
    <message>
        <source>Booked / Req.</source>
        <translation>Gebucht / Angefr.</translation>
    </message>
    <message>
        <source>Booked divided by requested. It can exceed 100 %: some book without asking.</source>
        <translation>Gebucht geteilt durch Angefragt. Der Wert kann 100 % übersteigen: manche buchen, ohne zu fragen.</translation>
    </message>
    <message>
        <source>Booked / Assigned</source>
        <translation>Gebucht / Zugewiesen</translation>
    </message>
    <message>
        <source>Booked divided by assigned: the whole funnel in one number.</source>
        <translation>Gebucht geteilt durch Zugewiesen: der ganze Trichter in einer Zahl.</translation>
    </message>
    <message>
        <source>Rate now, less that of the period compared with, in percentage points. Not told when either side has fewer than 30 eligible leads.</source>
        <translation>Quote jetzt, minus die des Vergleichszeitraums, in Prozentpunkten. Nicht angegeben, wenn eine der beiden Seiten weniger als 30 auswertbare Leads hat.</translation>
    </message>
    <message>
        <source>Responder</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Who gave the first answer: a setter, by address, or the AI. Each lead counts once, for its earliest answer. The channel counts here, the choice of a responder does not.</source>
        <translation>Wer die erste Antwort gegeben hat: ein Setter, nach Adresse, oder die KI. Jeder Lead zählt einmal, für seine früheste Antwort. Der gewählte Kanal gilt hier, die Auswahl unter „Beantwortet von“ nicht.</translation>
    </message>
    <message>
        <source>Avg response</source>
        <translation>Ø Antwortzeit</translation>
    </message>
    <message>
        <source>From the lead&apos;s message to our first answer, by the clock, nights and weekends included: the mean over the leads.</source>
        <translation>Von der Nachricht des Leads bis zu unserer ersten Antwort, nach der Uhr, Nächte und Wochenenden eingeschlossen: der Mittelwert über die Leads.</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Zeitklasse</translation>
    </message>
    <message>
        <source>How long the lead waited for our first answer, by the clock, nights and weekends included.</source>
        <translation>Wie lange der Lead auf unsere erste Antwort gewartet hat, nach der Uhr, Nächte und Wochenenden eingeschlossen.</translation>
    </message>
    <message>
        <source>How long the AI chose to wait before its answer went out, so that it is not there at once.</source>
        <translation>Wie lange die KI zu warten gewählt hat, bevor ihre Antwort hinausging, damit sie nicht sofort da ist.</translation>
    </message>
    <message>
        <source>How far from its planned time the AI&apos;s answer really went out.</source>
        <translation>Wie weit vom geplanten Zeitpunkt entfernt die Antwort der KI wirklich hinausging.</translation>
    </message>
    <message numerus="yes">
        <source>Leads that booked at most %n day(s) after the last such draft was sent, before the period ended, and did not cancel.</source>
        <translation>
            <numerusform>Leads, die höchstens %n Tag nach dem Versand des letzten solchen Entwurfs und vor Ende des Zeitraums gebucht und nicht abgesagt haben.</numerusform>
            <numerusform>Leads, die höchstens %n Tage nach dem Versand des letzten solchen Entwurfs und vor Ende des Zeitraums gebucht und nicht abgesagt haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that booked at most %n day(s) after our first answer, before the period ended, and did not cancel.</source>
        <translation>
            <numerusform>Leads, die höchstens %n Tag nach unserer ersten Antwort und vor Ende des Zeitraums gebucht und nicht abgesagt haben.</numerusform>
            <numerusform>Leads, die höchstens %n Tage nach unserer ersten Antwort und vor Ende des Zeitraums gebucht und nicht abgesagt haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that have not booked and got the draft less than %n day(s) before the period&apos;s end: too early to tell.</source>
        <translation>
            <numerusform>Leads, die nicht gebucht und den Entwurf weniger als %n Tag vor Ende des Zeitraums bekommen haben: noch zu früh für ein Ergebnis.</numerusform>
            <numerusform>Leads, die nicht gebucht und den Entwurf weniger als %n Tage vor Ende des Zeitraums bekommen haben: noch zu früh für ein Ergebnis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads that have not booked and were answered less than %n day(s) before the period&apos;s end: too early to tell.</source>
        <translation>
            <numerusform>Leads, die nicht gebucht haben und weniger als %n Tag vor Ende des Zeitraums eine Antwort bekamen: noch zu früh für ein Ergebnis.</numerusform>
            <numerusform>Leads, die nicht gebucht haben und weniger als %n Tage vor Ende des Zeitraums eine Antwort bekamen: noch zu früh für ein Ergebnis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalyticsTabs</name>
    <message numerus="yes">
        <source>%Ln booked</source>
        <translation>
            <numerusform>%Ln gebucht</numerusform>
            <numerusform>%Ln gebucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Positive replies of the group, and the meetings it booked: %1 of the positive replies.</source>
        <translation>Positive Antworten der Gruppe und die Termine, die sie gebucht hat: %1 der positiven Antworten.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Signalbox cannot start its database.</source>
        <translation>Signalbox kann seine Datenbank nicht starten.</translation>
    </message>
</context>
<context>
    <name>CrmColumns</name>
    <message>
        <source>Interest date</source>
        <translation>Interesse am</translation>
    </message>
    <message>
        <source>When the lead first showed interest.</source>
        <translation>Wann der Lead zum ersten Mal Interesse gezeigt hat.</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>The campaign the interest came from, else the lead&apos;s e-mail, SMS or workflow campaign.</source>
        <translation>Die Kampagne, aus der das Interesse kam, sonst die E-Mail-, SMS- oder Workflow-Kampagne des Leads.</translation>
    </message>
    <message>
        <source>Company Name</source>
        <translation>Firmenname</translation>
    </message>
    <message>
        <source>The lead&apos;s company.</source>
        <translation>Die Firma des Leads.</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>The company&apos;s website.</source>
        <translation>Die Website der Firma.</translation>
    </message>
    <message>
        <source>First Name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>The lead&apos;s first name.</source>
        <translation>Der Vorname des Leads.</translation>
    </message>
    <message>
        <source>Last Name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>The lead&apos;s last name.</source>
        <translation>Der Nachname des Leads.</translation>
    </message>
    <message>
        <source>Job Title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>The lead&apos;s position in the company.</source>
        <translation>Die Position des Leads in der Firma.</translation>
    </message>
    <message>
        <source>Lead&apos;s Email</source>
        <translation>E-Mail des Leads</translation>
    </message>
    <message>
        <source>The lead&apos;s own e-mail address.</source>
        <translation>Die eigene E-Mail-Adresse des Leads.</translation>
    </message>
    <message>
        <source>Lead LinkedIn</source>
        <translation>LinkedIn des Leads</translation>
    </message>
    <message>
        <source>The lead&apos;s LinkedIn profile.</source>
        <translation>Das LinkedIn-Profil des Leads.</translation>
    </message>
    <message>
        <source>Phone Number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>The lead&apos;s phone number.</source>
        <translation>Die Telefonnummer des Leads.</translation>
    </message>
    <message>
        <source>Email/LinkedIn Step Responded</source>
        <translation>Beantworteter Schritt (E-Mail/LinkedIn)</translation>
    </message>
    <message>
        <source>How many messages on the interest&apos;s channel went out before the interest.</source>
        <translation>Wie viele Nachrichten auf dem Kanal des Interesses vor dem Interesse hinausgingen.</translation>
    </message>
    <message>
        <source>Lead Category</source>
        <translation>Lead-Kategorie</translation>
    </message>
    <message>
        <source>The category set by hand, else the kind of interest, else the sentiment of the lead.</source>
        <translation>Die von Hand gesetzte Kategorie, sonst die Art des Interesses, sonst die Stimmung des Leads.</translation>
    </message>
    <message>
        <source>Response Type</source>
        <translation>Art der Antwort</translation>
    </message>
    <message>
        <source>What the lead asked for: a meeting, information, later contact, or it objected.</source>
        <translation>Worum der Lead gebeten hat: einen Termin, Informationen, späteren Kontakt, oder ob er Einwände hatte.</translation>
    </message>
    <message>
        <source>Lead Status</source>
        <translation>Lead-Status</translation>
    </message>
    <message>
        <source>The status in the pipeline when one is set, else the status of the lead.</source>
        <translation>Der Status in der Pipeline, wenn einer gesetzt ist, sonst der Status des Leads.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>The channel the interest came in on.</source>
        <translation>Der Kanal, auf dem das Interesse kam.</translation>
    </message>
    <message>
        <source>Lead Type</source>
        <translation>Lead-Typ</translation>
    </message>
    <message>
        <source>The type of lead, as the team notes it.</source>
        <translation>Der Typ des Leads, wie das Team ihn notiert.</translation>
    </message>
    <message>
        <source>Application Status</source>
        <translation>Antragsstatus</translation>
    </message>
    <message>
        <source>How far the application is, as the team notes it.</source>
        <translation>Wie weit der Antrag ist, wie das Team es notiert.</translation>
    </message>
    <message>
        <source>Appointment Setter</source>
        <translation>Terminsetter</translation>
    </message>
    <message>
        <source>Whom the lead is assigned to.</source>
        <translation>Wem der Lead zugewiesen ist.</translation>
    </message>
    <message>
        <source>Setter Assignment</source>
        <translation>Setter-Zuordnung</translation>
    </message>
    <message>
        <source>Who sent the first answer to the interest.</source>
        <translation>Wer die erste Antwort auf das Interesse gesendet hat.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes of the team on this row.</source>
        <translation>Notizen des Teams zu dieser Zeile.</translation>
    </message>
    <message>
        <source>Initial response date</source>
        <translation>Datum der ersten Antwort</translation>
    </message>
    <message>
        <source>When the lead first answered with interest: the interest date.</source>
        <translation>Wann der Lead zum ersten Mal mit Interesse geantwortet hat: das Datum des Interesses.</translation>
    </message>
    <message>
        <source>Follow-up 1</source>
        <translation>Nachfassen 1</translation>
    </message>
    <message>
        <source>When the next open follow-up task is due.</source>
        <translation>Wann die nächste offene Nachfass-Aufgabe fällig ist.</translation>
    </message>
    <message>
        <source>Follow-up 2</source>
        <translation>Nachfassen 2</translation>
    </message>
    <message>
        <source>When the second open follow-up task is due.</source>
        <translation>Wann die zweite offene Nachfass-Aufgabe fällig ist.</translation>
    </message>
    <message>
        <source>Follow-up 3</source>
        <translation>Nachfassen 3</translation>
    </message>
    <message>
        <source>When the third open follow-up task is due.</source>
        <translation>Wann die dritte offene Nachfass-Aufgabe fällig ist.</translation>
    </message>
    <message>
        <source>Follow-up 4</source>
        <translation>Nachfassen 4</translation>
    </message>
    <message>
        <source>When the fourth open follow-up task is due.</source>
        <translation>Wann die vierte offene Nachfass-Aufgabe fällig ist.</translation>
    </message>
    <message>
        <source>Follow-up 5</source>
        <translation>Nachfassen 5</translation>
    </message>
    <message>
        <source>When the fifth open follow-up task is due.</source>
        <translation>Wann die fünfte offene Nachfass-Aufgabe fällig ist.</translation>
    </message>
    <message>
        <source>Response step complete</source>
        <translation>Antwortschritt erledigt</translation>
    </message>
    <message>
        <source>Whether the interest was answered on its channel; empty when channel or date is unknown.</source>
        <translation>Ob das Interesse auf seinem Kanal beantwortet wurde; leer, wenn Kanal oder Datum unbekannt ist.</translation>
    </message>
    <message>
        <source>Date of Booking</source>
        <translation>Buchungsdatum</translation>
    </message>
    <message>
        <source>When the current appointment was booked.</source>
        <translation>Wann der aktuelle Termin gebucht wurde.</translation>
    </message>
    <message>
        <source>Date of Meeting</source>
        <translation>Termindatum</translation>
    </message>
    <message>
        <source>When the current appointment begins.</source>
        <translation>Wann der aktuelle Termin beginnt.</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifiziert</translation>
    </message>
    <message>
        <source>Yes for qualified and booked leads, no for unqualified, uninterested and blacklisted ones.</source>
        <translation>Ja bei qualifizierten Leads und solchen mit Buchung, Nein bei nicht qualifizierten, nicht interessierten und gesperrten.</translation>
    </message>
    <message>
        <source>Follow-up Date Requested</source>
        <translation>Gewünschtes Nachfassdatum</translation>
    </message>
    <message>
        <source>Until when the conversation is snoozed.</source>
        <translation>Bis wann die Unterhaltung zurückgestellt ist.</translation>
    </message>
    <message>
        <source>Setters</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>AI vs Human Response</source>
        <translation>Antwort: KI oder Mensch</translation>
    </message>
    <message>
        <source>Who answered the interest first: the AI, a human, or nobody known.</source>
        <translation>Wer das Interesse zuerst beantwortet hat: die KI, ein Mensch oder niemand Bekanntes.</translation>
    </message>
    <message>
        <source>Lead Score</source>
        <translation>Lead-Bewertung</translation>
    </message>
    <message>
        <source>The score at the time of the interest, else the current one.</source>
        <translation>Die Bewertung zum Zeitpunkt des Interesses, sonst die aktuelle.</translation>
    </message>
</context>
<context>
    <name>CrmTable</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Meeting request</source>
        <translation>Terminanfrage</translation>
    </message>
    <message>
        <source>Information request</source>
        <translation>Informationsanfrage</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Einwand</translation>
    </message>
    <message>
        <source>Follow-up later</source>
        <translation>Später nachfassen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>Human</source>
        <translation>Mensch</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Computed from the conversation: it cannot be edited.</source>
        <translation>Aus der Unterhaltung berechnet: lässt sich nicht bearbeiten.</translation>
    </message>
    <message>
        <source>Your role may look at this table, not edit it.</source>
        <translation>Ihre Rolle darf diese Tabelle ansehen, aber nicht bearbeiten.</translation>
    </message>
    <message>
        <source>This lead is not assigned to you.</source>
        <translation>Dieser Lead ist Ihnen nicht zugewiesen.</translation>
    </message>
    <message>
        <source>A manager assigns leads.</source>
        <translation>Leads weist die Leitung zu.</translation>
    </message>
    <message>
        <source>The row is still being loaded.</source>
        <translation>Die Zeile wird noch geladen.</translation>
    </message>
    <message>
        <source>New rows are being loaded.</source>
        <translation>Neue Zeilen werden geladen.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Reading was switched off by an operator.</source>
        <translation>Das Lesen wurde vom Betrieb abgeschaltet.</translation>
    </message>
    <message>
        <source>It comes back as soon as they switch it on again; nothing is lost.</source>
        <translation>Es geht weiter, sobald es wieder eingeschaltet ist; nichts geht verloren.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask whoever runs the server to renew it, or check this computer&apos;s clock.</source>
        <translation>Es wurde nichts gesendet. Bitten Sie den Betreiber des Servers, es zu erneuern, oder prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>Das wurde angehalten.</translation>
    </message>
    <message>
        <source>The service does not answer.</source>
        <translation>Der Dienst antwortet nicht.</translation>
    </message>
    <message>
        <source>Check your connection, or try again in a moment.</source>
        <translation>Prüfen Sie Ihre Verbindung oder versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The service took too long to answer.</source>
        <translation>Der Dienst hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>Ihre Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>Sign in again; this page stays as it is.</source>
        <translation>Melden Sie sich wieder an; diese Seite bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>You may not see this.</source>
        <translation>Das dürfen Sie nicht sehen.</translation>
    </message>
    <message>
        <source>An owner or admin of the workspace can give you access.</source>
        <translation>Ein Inhaber oder Administrator des Arbeitsbereichs kann Ihnen Zugriff geben.</translation>
    </message>
    <message>
        <source>This is not here any more, or was never yours to see.</source>
        <translation>Das gibt es nicht mehr, oder es war nie für Sie bestimmt.</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation>Jemand anderes hat das inzwischen geändert.</translation>
    </message>
    <message>
        <source>Refresh to see their version.</source>
        <translation>Aktualisieren Sie, um dessen Fassung zu sehen.</translation>
    </message>
    <message>
        <source>The service did not accept this.</source>
        <translation>Der Dienst hat das nicht angenommen.</translation>
    </message>
    <message>
        <source>Something failed on our side.</source>
        <translation>Bei uns ist etwas fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The request id tells us what happened.</source>
        <translation>Die Anfragekennung sagt uns, was geschehen ist.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 pt</source>
        <translation>%1 PP</translation>
    </message>
    <message>
        <source>none before</source>
        <translation>vorher 0</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamter Zeitraum</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>Letzte %1 Tage</translation>
    </message>
    <message>
        <source>previous day</source>
        <translation>Vortag</translation>
    </message>
    <message>
        <source>previous %1 days</source>
        <translation>Vorperiode (%1 Tage)</translation>
    </message>
    <message>
        <source>same period last year</source>
        <translation>Vorjahreszeitraum</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1d</source>
        <translation>%1 T.</translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message numerus="yes">
        <source>%n change(s) have not reached the service yet.</source>
        <translation>
            <numerusform>%n Änderung hat den Dienst noch nicht erreicht.</numerusform>
            <numerusform>%n Änderungen haben den Dienst noch nicht erreicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are written and not sent.</source>
        <translation>
            <numerusform>%n Text ist geschrieben und nicht gesendet.</numerusform>
            <numerusform>%n Texte sind geschrieben und nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and lose this?</source>
        <translation>Beenden und das verlieren?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit and stop exporting?</source>
        <translation>Beenden und das Exportieren abbrechen?</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are running. What they wrote so far is thrown away.</source>
        <translation>
            <numerusform>%n Export läuft. Was er bisher geschrieben hat, wird verworfen.</numerusform>
            <numerusform>%n Exporte laufen. Was sie bisher geschrieben haben, wird verworfen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source> · before %1</source>
        <translation> · vorher %1</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Polling every 60 s</source>
        <translation>Abfrage alle 60 s</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbindet neu</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Wieder anmelden</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>%1 · try %2</source>
        <translation>%1 · Versuch %2</translation>
    </message>
    <message>
        <source>%1 · try %2 in %3 s</source>
        <translation>%1 · Versuch %2 in %3 s</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>the feed did not answer within 5 s</source>
        <translation>der Feed hat nicht innerhalb von 5 s geantwortet</translation>
    </message>
    <message>
        <source>a heartbeat was not answered</source>
        <translation>ein Lebenszeichen wurde nicht beantwortet</translation>
    </message>
    <message>
        <source>the feed&apos;s connection was cut</source>
        <translation>die Verbindung des Feeds wurde getrennt</translation>
    </message>
    <message>
        <source>the service ended the subscription</source>
        <translation>der Dienst hat das Abonnement beendet</translation>
    </message>
    <message>
        <source>the service does not answer</source>
        <translation>der Dienst antwortet nicht</translation>
    </message>
    <message>
        <source>the service refused the session</source>
        <translation>der Dienst hat die Sitzung abgelehnt</translation>
    </message>
    <message>
        <source>the session is over</source>
        <translation>die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Connecting to the live feed</source>
        <translation>Verbindet mit dem Live-Feed</translation>
    </message>
    <message>
        <source>The service answers</source>
        <translation>Der Dienst antwortet</translation>
    </message>
    <message>
        <source>Changes arrive as they happen</source>
        <translation>Änderungen kommen an, sobald sie geschehen</translation>
    </message>
    <message>
        <source>Asking for changes every 60 s</source>
        <translation>Fragt alle 60 s nach Änderungen</translation>
    </message>
    <message>
        <source>The last request failed; trying again</source>
        <translation>Die letzte Anfrage ist fehlgeschlagen; neuer Versuch läuft</translation>
    </message>
    <message>
        <source>The service does not answer</source>
        <translation>Der Dienst antwortet nicht</translation>
    </message>
    <message>
        <source>The session may not follow any more: sign in again</source>
        <translation>Die Sitzung darf nicht mehr mitlesen: bitte wieder anmelden</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>Latenz, ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Follow the newest events</source>
        <translation>Den neuesten Ereignissen folgen</translation>
    </message>
    <message>
        <source>Back to the newest events</source>
        <translation>Zurück zu den neuesten Ereignissen</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Open the event&apos;s lead</source>
        <translation>Lead des Ereignisses öffnen</translation>
    </message>
    <message>
        <source>Copy the event as JSON</source>
        <translation>Ereignis als JSON kopieren</translation>
    </message>
    <message>
        <source>Export what matches as CSV</source>
        <translation>Treffer als CSV exportieren</translation>
    </message>
    <message>
        <source>Export what matches as JSON</source>
        <translation>Treffer als JSON exportieren</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>wrote</source>
        <translation>hat geschrieben</translation>
    </message>
    <message>
        <source>was written to</source>
        <translation>wurde angeschrieben</translation>
    </message>
    <message>
        <source>touched, nothing of these fields changed</source>
        <translation>berührt, keines dieser Felder geändert</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Lead %1</source>
        <translation>Lead %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>neu: %1</translation>
    </message>
    <message>
        <source>left what you may see</source>
        <translation>für Sie nicht mehr sichtbar</translation>
    </message>
    <message>
        <source>counts are of version %1</source>
        <translation>die Zahlen sind vom Stand %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>hat geantwortet</translation>
    </message>
    <message>
        <source>%1 without the feed</source>
        <translation>%1 ohne den Feed</translation>
    </message>
    <message>
        <source>everything was read again: %1</source>
        <translation>alles wurde neu gelesen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lead(s) in this second</source>
        <translation>
            <numerusform>%Ln neuer Lead in dieser Sekunde</numerusform>
            <numerusform>%Ln neue Leads in dieser Sekunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) left in this second</source>
        <translation>
            <numerusform>%Ln Lead in dieser Sekunde verschwunden</numerusform>
            <numerusform>%Ln Leads in dieser Sekunde verschwunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln update(s) in this second</source>
        <translation>
            <numerusform>%Ln Änderung in dieser Sekunde</numerusform>
            <numerusform>%Ln Änderungen in dieser Sekunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) in this second</source>
        <translation>
            <numerusform>%Ln Ereignis in dieser Sekunde</numerusform>
            <numerusform>%Ln Ereignisse in dieser Sekunde</numerusform>
        </translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>setter</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>snoozed until</source>
        <translation>zurückgestellt bis</translation>
    </message>
    <message>
        <source>last wrote</source>
        <translation>schrieb zuletzt</translation>
    </message>
    <message>
        <source>last written to</source>
        <translation>zuletzt angeschrieben</translation>
    </message>
    <message>
        <source>last message</source>
        <translation>letzte Nachricht</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>There is no field “%1”: kind, setter, status, sentiment, lead, latency and is are known</source>
        <translation>Es gibt kein Feld „%1“: bekannt sind kind, setter, status, sentiment, lead, latency und is</translation>
    </message>
    <message>
        <source>There is no kind “%1”</source>
        <translation>Es gibt keine Art „%1“</translation>
    </message>
    <message>
        <source>“is:” knows replay, not “%1”</source>
        <translation>„is:“ kennt replay, nicht „%1“</translation>
    </message>
    <message>
        <source>“%1” is no latency: &gt;500, &lt;=80 or 100..500, in ms</source>
        <translation>„%1“ ist keine Latenz: &gt;500, &lt;=80 oder 100..500, in ms</translation>
    </message>
    <message>
        <source>“%1” has no value yet</source>
        <translation>„%1“ hat noch keinen Wert</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>away for too long</source>
        <translation>zu lange weg</translation>
    </message>
    <message>
        <source>the service began a new history</source>
        <translation>der Dienst hat einen neuen Verlauf begonnen</translation>
    </message>
    <message>
        <source>events were missing</source>
        <translation>Ereignisse haben gefehlt</translation>
    </message>
    <message>
        <source>an event could not be read</source>
        <translation>ein Ereignis war nicht lesbar</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
</context>
<context>
    <name>MessageItem</name>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Note by %1 · only your team sees this</source>
        <translation>Notiz von %1 · nur Ihr Team sieht sie</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ihnen</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Campaign step</source>
        <translation>Kampagnenschritt</translation>
    </message>
    <message>
        <source>Sent by AI</source>
        <translation>Von der KI gesendet</translation>
    </message>
    <message>
        <source>Sent by a person</source>
        <translation>Von einer Person gesendet</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Cc %1</source>
        <translation>Cc %1</translation>
    </message>
    <message>
        <source>Hide quoted text · %1</source>
        <translation>Zitierten Text ausblenden · %1</translation>
    </message>
    <message>
        <source>Quoted text · %1</source>
        <translation>Zitierter Text · %1</translation>
    </message>
    <message>
        <source>Remote images are off · %1 not loaded</source>
        <translation>Externe Bilder sind aus · %1 nicht geladen</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>nobody was written to</source>
        <translation>niemand wurde angeschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%1, the mean of %Ln answer(s)</source>
        <translation>
            <numerusform>%1, Mittelwert aus %Ln Antwort</numerusform>
            <numerusform>%1, Mittelwert aus %Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer in business hours</source>
        <translation>keine Antwort in der Geschäftszeit</translation>
    </message>
    <message>
        <source>answers: %1</source>
        <translation>Antworten: %1</translation>
    </message>
    <message>
        <source>%1 over %2 answers</source>
        <translation>%1 bei %2 Antworten</translation>
    </message>
    <message>
        <source>%1 booked · %2 free</source>
        <translation>%1 gebucht · %2 frei</translation>
    </message>
    <message>
        <source>%1: %2 booked, %3 free</source>
        <translation>%1: %2 gebucht, %3 frei</translation>
    </message>
    <message>
        <source>direct booking calendar</source>
        <translation>Kalender für Direktbuchung</translation>
    </message>
    <message>
        <source>default calendar</source>
        <translation>Standardkalender</translation>
    </message>
    <message>
        <source>%1 booked in other calendars</source>
        <translation>%1 in anderen Kalendern gebucht</translation>
    </message>
    <message>
        <source>stale %1</source>
        <translation>veraltet (%1)</translation>
    </message>
    <message>
        <source>Total leads</source>
        <translation>Leads gesamt</translation>
    </message>
    <message>
        <source>Leads that were created in the period, whether or not anybody has written to them.</source>
        <translation>Leads, die im Zeitraum angelegt wurden, ob sie jemand angeschrieben hat oder nicht.</translation>
    </message>
    <message>
        <source>Outbound leads contacted</source>
        <translation>Angeschriebene Leads</translation>
    </message>
    <message>
        <source>Different leads that were sent at least one message in the period, by a person, the AI or a campaign. A lead counts once, however many messages it got.</source>
        <translation>Verschiedene Leads, denen im Zeitraum mindestens eine Nachricht gesendet wurde, von einer Person, der KI oder einer Kampagne. Ein Lead zählt einmal, wie viele Nachrichten er auch bekam.</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Different leads that sent us at least one message in the period. A lead counts once, however often it wrote.</source>
        <translation>Verschiedene Leads, die uns im Zeitraum mindestens eine Nachricht gesendet haben. Ein Lead zählt einmal, wie oft er auch schrieb.</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>Antwortquote</translation>
    </message>
    <message>
        <source>Responses as a percentage of the outbound leads contacted. It may exceed 100 %: who answers now may have been written to before the period.</source>
        <translation>Antworten in Prozent der angeschriebenen Leads. Der Wert kann 100 % übersteigen: wer jetzt antwortet, wurde vielleicht vor dem Zeitraum angeschrieben.</translation>
    </message>
    <message>
        <source>Meetings booked</source>
        <translation>Termine gebucht</translation>
    </message>
    <message>
        <source>Leads whose meeting was booked in the period, whenever it takes place. Meetings that were cancelled later still count.</source>
        <translation>Leads, deren Termin im Zeitraum gebucht wurde, wann immer er stattfindet. Später abgesagte Termine zählen weiterhin.</translation>
    </message>
    <message>
        <source>Setter response</source>
        <translation>Antwortzeit Setter</translation>
    </message>
    <message>
        <source>How long a lead waits for us: the mean time from its message to our next one on the same channel. Only where both lie in business hours (Monday to Friday, 9 to 17 in New York) and at most 7 days apart; AI and campaign messages count as answers.</source>
        <translation>Wie lange ein Lead auf uns wartet: die mittlere Zeit von seiner Nachricht bis zu unserer nächsten auf demselben Kanal. Nur wo beide in der Geschäftszeit (Montag bis Freitag, 9 bis 17 Uhr in New York) und höchstens 7 Tage auseinander liegen; Nachrichten von KI und Kampagnen zählen als Antworten.</translation>
    </message>
    <message>
        <source>Client response</source>
        <translation>Antwortzeit Leads</translation>
    </message>
    <message>
        <source>How long we wait for a lead: the mean time from our message to its next one on the same channel. Only where both lie in business hours (Monday to Friday, 9 to 17 in New York) and at most 7 days apart.</source>
        <translation>Wie lange wir auf einen Lead warten: die mittlere Zeit von unserer Nachricht bis zu seiner nächsten auf demselben Kanal. Nur wo beide in der Geschäftszeit (Montag bis Freitag, 9 bis 17 Uhr in New York) und höchstens 7 Tage auseinander liegen.</translation>
    </message>
    <message>
        <source>Capacity (30 d)</source>
        <translation>Auslastung (30 Tage)</translation>
    </message>
    <message>
        <source>How full the calendars are in the next 30 days, whatever the period: confirmed appointments as a share of these and the slots that are still free.</source>
        <translation>Wie voll die Kalender in den nächsten 30 Tagen sind, unabhängig vom Zeitraum: bestätigte Termine als Anteil an diesen und den noch freien Zeitfenstern.</translation>
    </message>
    <message>
        <source>leads created a day</source>
        <translation>angelegte Leads pro Tag</translation>
    </message>
    <message>
        <source>messages sent a day</source>
        <translation>gesendete Nachrichten pro Tag</translation>
    </message>
    <message>
        <source>messages received a day</source>
        <translation>empfangene Nachrichten pro Tag</translation>
    </message>
    <message>
        <source>meetings booked a day</source>
        <translation>gebuchte Termine pro Tag</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>(not a whole day)</source>
        <translation>(kein ganzer Tag)</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>Nicht eingeordnet</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>Who sent the answer. Former members are marked.</source>
        <translation>Wer die Antwort gesendet hat. Ehemalige Mitglieder sind gekennzeichnet.</translation>
    </message>
    <message>
        <source>Average response</source>
        <translation>Mittlere Antwortzeit</translation>
    </message>
    <message>
        <source>Mean time from a lead&apos;s message to this setter&apos;s next one on the same channel, both in business hours, at most 7 days apart.</source>
        <translation>Mittlere Zeit von der Nachricht eines Leads bis zur nächsten dieses Setters auf demselben Kanal, beide in der Geschäftszeit, höchstens 7 Tage auseinander.</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Quick: under 30 minutes. Fair: under 2 hours. Slow: longer.</source>
        <translation>Schnell: unter 30 Minuten. Mittel: unter 2 Stunden. Langsam: länger.</translation>
    </message>
    <message>
        <source>vs before</source>
        <translation>ggü. vorher</translation>
    </message>
    <message>
        <source>Against the period compared with. Below 30 answers on either side only their number is shown.</source>
        <translation>Gegenüber dem Vergleichszeitraum. Bei weniger als 30 Antworten auf einer der beiden Seiten wird nur deren Anzahl gezeigt.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>How many answers the average is of.</source>
        <translation>Aus wie vielen Antworten der Mittelwert gebildet ist.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>%1 (former member)</source>
        <translation>%1 (ehemaliges Mitglied)</translation>
    </message>
    <message>
        <source>Sub-client</source>
        <translation>Unterkunde</translation>
    </message>
    <message>
        <source>The SMS campaign a lead came from; “Unattributed” are leads without one.</source>
        <translation>Die SMS-Kampagne, aus der ein Lead kam; „Nicht zugeordnet“ sind Leads ohne eine.</translation>
    </message>
    <message>
        <source>Leads (positive)</source>
        <translation>Leads (positiv)</translation>
    </message>
    <message>
        <source>Leads whose sentiment is positive and whose last message to us lies in the period.</source>
        <translation>Leads, deren Stimmung positiv ist und deren letzte Nachricht an uns im Zeitraum liegt.</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Leads that wrote to us in the period.</source>
        <translation>Leads, die uns im Zeitraum geschrieben haben.</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Leads whose meeting was booked in the period.</source>
        <translation>Leads, deren Termin im Zeitraum gebucht wurde.</translation>
    </message>
    <message>
        <source>Positive rate</source>
        <translation>Positivquote</translation>
    </message>
    <message>
        <source>Positive leads as a share of the replies.</source>
        <translation>Positive Leads als Anteil an den Antworten.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>The workspace.</source>
        <translation>Der Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Leads created in the period.</source>
        <translation>Im Zeitraum angelegte Leads.</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversion</translation>
    </message>
    <message>
        <source>Meetings as a share of the leads.</source>
        <translation>Termine als Anteil an den Leads.</translation>
    </message>
    <message>
        <source>Unattributed</source>
        <translation>Nicht zugeordnet</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Meeting booked</source>
        <translation>Termin gebucht</translation>
    </message>
    <message>
        <source>Meeting requested</source>
        <translation>Termin gewünscht</translation>
    </message>
    <message>
        <source>Call requested</source>
        <translation>Anruf gewünscht</translation>
    </message>
    <message>
        <source>Information requested</source>
        <translation>Informationen gewünscht</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Einwand</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>Nicht interessiert</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Nachfassen</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Automated reply</source>
        <translation>Automatische Antwort</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Interessiert</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifiziert</translation>
    </message>
    <message>
        <source>Unqualified</source>
        <translation>Nicht qualifiziert</translation>
    </message>
    <message>
        <source>Blacklisted</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Needs repair</source>
        <translation>Zu reparieren</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Inbox manager</source>
        <translation>Postfachleitung</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>Client portal</source>
        <translation>Kundenportal</translation>
    </message>
    <message>
        <source>Not classified</source>
        <translation>Nicht eingeordnet</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Unterhaltungen</translation>
    </message>
    <message>
        <source>All responses</source>
        <translation>Alle Antworten</translation>
    </message>
    <message>
        <source>Requires attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Previously required attention</source>
        <translation>Brauchte Aufmerksamkeit</translation>
    </message>
    <message>
        <source>AI sent</source>
        <translation>Von KI gesendet</translation>
    </message>
    <message>
        <source>AI needs review</source>
        <translation>KI-Entwurf zu prüfen</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n Min.</numerusform>
            <numerusform>%n Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Unterhaltung</numerusform>
            <numerusform>%n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Zugewiesen an %1</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Niemandem zugewiesen</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>No longer snoozed</source>
        <translation>Nicht mehr zurückgestellt</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Sentiment: %1</source>
        <translation>Stimmung: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Antwort an %1</translation>
    </message>
    <message>
        <source>Taking back the reply to %1</source>
        <translation>Antwort an %1 wird zurückgenommen</translation>
    </message>
    <message>
        <source>Draft rejected · %1</source>
        <translation>Entwurf abgelehnt · %1</translation>
    </message>
    <message>
        <source>Draft saved · %1</source>
        <translation>Entwurf gespeichert · %1</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Marked as read · %1</source>
        <translation>Als gelesen markiert · %1</translation>
    </message>
    <message>
        <source>Marked as unread · %1</source>
        <translation>Als ungelesen markiert · %1</translation>
    </message>
    <message>
        <source>Meanwhile somebody assigned this to %1.</source>
        <translation>Inzwischen hat jemand das %1 zugewiesen.</translation>
    </message>
    <message>
        <source>Meanwhile somebody took the assignment away.</source>
        <translation>Inzwischen hat jemand die Zuweisung aufgehoben.</translation>
    </message>
    <message>
        <source>Meanwhile somebody snoozed this until %1.</source>
        <translation>Inzwischen hat jemand das bis %1 zurückgestellt.</translation>
    </message>
    <message>
        <source>Meanwhile somebody ended the snooze.</source>
        <translation>Inzwischen hat jemand das Zurückstellen beendet.</translation>
    </message>
    <message>
        <source>Meanwhile somebody set the status to %1.</source>
        <translation>Inzwischen hat jemand den Status auf %1 gesetzt.</translation>
    </message>
    <message>
        <source>Meanwhile somebody set the sentiment to %1.</source>
        <translation>Inzwischen hat jemand die Stimmung auf %1 gesetzt.</translation>
    </message>
    <message>
        <source>Not sent: %1 opted out.</source>
        <translation>Nicht gesendet: %1 möchte nichts mehr erhalten.</translation>
    </message>
    <message>
        <source>Too late: the reply to %1 has left.</source>
        <translation>Zu spät: die Antwort an %1 ist hinausgegangen.</translation>
    </message>
    <message>
        <source>Not done: the draft for %1 is another one by now.</source>
        <translation>Nicht ausgeführt: der Entwurf für %1 ist inzwischen ein anderer.</translation>
    </message>
    <message>
        <source>Not done: %1 was changed meanwhile.</source>
        <translation>Nicht ausgeführt: %1 wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>Not done: these are too many conversations at once. Narrow the list by a filter.</source>
        <translation>Nicht ausgeführt: das sind zu viele Unterhaltungen auf einmal. Grenzen Sie die Liste mit einem Filter ein.</translation>
    </message>
    <message>
        <source>Not done: %1. %2</source>
        <translation>Nicht ausgeführt: %1. %2</translation>
    </message>
    <message>
        <source>the lead has no address for this channel</source>
        <translation>der Lead hat keine Adresse für diesen Kanal</translation>
    </message>
    <message>
        <source>no account is connected for this channel</source>
        <translation>für diesen Kanal ist kein Konto verbunden</translation>
    </message>
    <message>
        <source>the lead is on do not disturb</source>
        <translation>der Lead möchte nicht gestört werden</translation>
    </message>
    <message>
        <source>the receiving server refused it</source>
        <translation>der empfangende Server hat es abgelehnt</translation>
    </message>
    <message>
        <source>the reason is not known</source>
        <translation>der Grund ist nicht bekannt</translation>
    </message>
    <message>
        <source>changed by somebody else meanwhile</source>
        <translation>inzwischen von jemand anderem geändert</translation>
    </message>
    <message>
        <source>your role may not</source>
        <translation>Ihre Rolle darf das nicht</translation>
    </message>
    <message>
        <source>no longer in your inbox</source>
        <translation>nicht mehr in Ihrem Postfach</translation>
    </message>
</context>
<context>
    <name>signalbox::AnalyticsHead</name>
    <message>
        <source>nothing</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>New data available</source>
        <translation>Neue Daten verfügbar</translation>
    </message>
    <message>
        <source>Something changed since these numbers were computed. They stay as they are until you refresh.</source>
        <translation>Seit diese Zahlen berechnet wurden, hat sich etwas geändert. Sie bleiben, wie sie sind, bis Sie aktualisieren.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Custom dates</source>
        <translation>Eigener Zeitraum</translation>
    </message>
    <message>
        <source>%1 and %2 go one period back and forth</source>
        <translation>%1 und %2 gehen einen Zeitraum zurück und vor</translation>
    </message>
    <message>
        <source>Compare: %1</source>
        <translation>Vergleich: %1</translation>
    </message>
    <message>
        <source>Days begin and end in this time zone, the workspace&apos;s.</source>
        <translation>Tage beginnen und enden in dieser Zeitzone, der des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>as of %1 (%2)</source>
        <translation>Stand %1 (%2)</translation>
    </message>
    <message>
        <source>Computed at %1</source>
        <translation>Berechnet: %1</translation>
    </message>
    <message>
        <source>Custom dates…</source>
        <translation>Eigener Zeitraum…</translation>
    </message>
</context>
<context>
    <name>signalbox::AnalyticsPage</name>
    <message>
        <source>Analytics</source>
        <translation>Analysen</translation>
    </message>
    <message>
        <source>Chart as %1</source>
        <translation>Diagramm als %1</translation>
    </message>
    <message>
        <source>Panels that failed: %1 of %2. The others are up to date.</source>
        <translation>Fehlgeschlagene Kacheln: %1 von %2. Die übrigen sind aktuell.</translation>
    </message>
    <message>
        <source>%1 of %2 panels</source>
        <translation>%1 von %2 Kacheln</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>The PDF could not be written</source>
        <translation>Das PDF konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The PDF will not hold every row</source>
        <translation>Die PDF-Datei enthält nicht alle Zeilen</translation>
    </message>
</context>
<context>
    <name>signalbox::ApproveSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Only the first %1 are looked at</source>
        <translation>Nur die ersten %1 werden angesehen</translation>
    </message>
    <message>
        <source>Approve the others afterwards.</source>
        <translation>Geben Sie die übrigen danach frei.</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>No draft waits here.</source>
        <translation>Hier wartet kein Entwurf.</translation>
    </message>
    <message>
        <source>No address for %1: left out.</source>
        <translation>Keine Adresse für %1: ausgelassen.</translation>
    </message>
    <message>
        <source>Blacklisted: left out.</source>
        <translation>Gesperrt: ausgelassen.</translation>
    </message>
    <message>
        <source>SMS do not disturb: left out.</source>
        <translation>SMS nicht stören: ausgelassen.</translation>
    </message>
    <message>
        <source>Reading draft %1 of %2…</source>
        <translation>Entwurf %1 von %2 wird gelesen…</translation>
    </message>
    <message>
        <source>Approve these drafts?</source>
        <translation>Diese Entwürfe freigeben?</translation>
    </message>
    <message numerus="yes">
        <source>Send %n reply(s)</source>
        <translation>
            <numerusform>%n Antwort senden</numerusform>
            <numerusform>%n Antworten senden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::BookingTab</name>
    <message>
        <source>Leads in a process</source>
        <translation>Leads im Prozess</translation>
    </message>
    <message>
        <source>Leads whose way through a booking process began in the period.</source>
        <translation>Leads, deren Weg durch einen Buchungsprozess im Zeitraum begann.</translation>
    </message>
    <message>
        <source>Leads booked</source>
        <translation>Leads mit Buchung</translation>
    </message>
    <message>
        <source>Of those leads, the ones that have booked a meeting by now.</source>
        <translation>Von diesen Leads jene, die inzwischen einen Termin gebucht haben.</translation>
    </message>
    <message>
        <source>Booking rate</source>
        <translation>Buchungsquote</translation>
    </message>
    <message>
        <source>Leads booked divided by leads in a process. “—”: no lead began one.</source>
        <translation>Leads mit Buchung geteilt durch Leads im Prozess. „—“: kein Lead hat einen begonnen.</translation>
    </message>
    <message>
        <source>Avg outbounds to book</source>
        <translation>Ø Nachrichten bis Buchung</translation>
    </message>
    <message>
        <source>How many messages we sent until the meeting was booked, e-mail, SMS and LinkedIn together: the mean over the booked leads. Fewer is better.</source>
        <translation>Wie viele Nachrichten wir gesendet haben, bis der Termin gebucht war, E-Mail, SMS und LinkedIn zusammen: der Mittelwert über die Leads mit Buchung. Weniger ist besser.</translation>
    </message>
    <message>
        <source>Booking processes</source>
        <translation>Buchungsprozesse</translation>
    </message>
    <message>
        <source>Each process by itself: the leads that began it in the period, and how many of them booked.</source>
        <translation>Jeder Prozess für sich: die Leads, die ihn im Zeitraum begonnen haben, und wie viele davon gebucht haben.</translation>
    </message>
    <message>
        <source>No lead began a booking process. A longer period may show some.</source>
        <translation>Kein Lead hat einen Buchungsprozess begonnen. Ein längerer Zeitraum zeigt vielleicht welche.</translation>
    </message>
    <message>
        <source>Drop-off by wave</source>
        <translation>Absprung nach Welle</translation>
    </message>
    <message>
        <source>Leads that have not booked, by the wave of the process they stand at: wave 1 is the first message with an offer to book.</source>
        <translation>Leads ohne Buchung, nach der Welle des Prozesses, in der sie stehen: Welle 1 ist die erste Nachricht mit einem Buchungsangebot.</translation>
    </message>
    <message>
        <source>Every lead has booked, or none began a process.</source>
        <translation>Alle Leads haben gebucht, oder keiner hat einen Prozess begonnen.</translation>
    </message>
    <message>
        <source>Setter funnel</source>
        <translation>Setter-Funnel</translation>
    </message>
    <message>
        <source>What each setter made of the leads assigned to him in the period, step by step. Each ratio divides a step by the one before it, the last one divides the end by the beginning.</source>
        <translation>Was jeder Setter aus den Leads gemacht hat, die ihm im Zeitraum zugewiesen wurden, Schritt für Schritt. Jede Quote teilt einen Schritt durch den davor, die letzte das Ende durch den Anfang.</translation>
    </message>
    <message>
        <source>No lead was assigned to a setter. A longer period may show some.</source>
        <translation>Keinem Setter wurde ein Lead zugewiesen. Ein längerer Zeitraum zeigt vielleicht welche.</translation>
    </message>
    <message>
        <source>Leads that have not booked, by wave, and their part of the leads in the process.</source>
        <translation>Leads ohne Buchung, nach Welle, und ihr Anteil an den Leads im Prozess.</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>Welle %1</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
</context>
<context>
    <name>signalbox::BucketChart</name>
    <message>
        <source>%1: %2, n = %3</source>
        <translation>%1: %2, n = %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::BulkBar</name>
    <message>
        <source>Tick nothing (Esc)</source>
        <translation>Auswahl aufheben (Esc)</translation>
    </message>
    <message>
        <source>Tick nothing</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>All %1 matching</source>
        <translation>Alle %1 Treffer</translation>
    </message>
    <message>
        <source>%1 ticked</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Also those that are not loaded (Ctrl+A twice)</source>
        <translation>Auch die nicht geladenen (zweimal Strg+A)</translation>
    </message>
</context>
<context>
    <name>signalbox::CampaignDetail</name>
    <message>
        <source>Positive replies by industry</source>
        <translation>Positive Antworten nach Branche</translation>
    </message>
    <message>
        <source>Leads with a positive last reply in the period, by the industry of their company.</source>
        <translation>Leads mit positiver letzter Antwort im Zeitraum, nach der Branche ihrer Firma.</translation>
    </message>
    <message>
        <source>Positive replies by headcount</source>
        <translation>Positive Antworten nach Mitarbeiterzahl</translation>
    </message>
    <message>
        <source>Leads with a positive last reply in the period, by how many employees their company has. A range counts by its upper end.</source>
        <translation>Leads mit positiver letzter Antwort im Zeitraum, nach der Mitarbeiterzahl ihrer Firma. Bei einer Spanne zählt das obere Ende.</translation>
    </message>
</context>
<context>
    <name>signalbox::CampaignReport</name>
    <message>
        <source>Top 5</source>
        <translation>Top 5</translation>
    </message>
    <message>
        <source>Most meetings booked for each positive reply, the best first.</source>
        <translation>Die meisten gebuchten Termine je positiver Antwort, die beste zuerst.</translation>
    </message>
    <message>
        <source>Bottom 5</source>
        <translation>Flop 5</translation>
    </message>
    <message>
        <source>Fewest meetings booked for each positive reply, the weakest first.</source>
        <translation>Die wenigsten gebuchten Termine je positiver Antwort, die schwächste zuerst.</translation>
    </message>
    <message>
        <source>Many positives, few bookings</source>
        <translation>Viele positive Antworten, wenige Buchungen</translation>
    </message>
    <message>
        <source>At least 8 positive replies, and at most one meeting for every ten of them.</source>
        <translation>Mindestens 8 positive Antworten und höchstens ein Termin je zehn davon.</translation>
    </message>
    <message>
        <source>No campaign fits the rule</source>
        <translation>Keine Kampagne erfüllt die Regel</translation>
    </message>
    <message>
        <source>Positive replies by sentiment</source>
        <translation>Positive Antworten nach Stimmung</translation>
    </message>
    <message>
        <source>What the leads with a positive last reply want, over all campaigns.</source>
        <translation>Was die Leads mit positiver letzter Antwort möchten, über alle Kampagnen.</translation>
    </message>
    <message>
        <source>Campaign report, %1</source>
        <translation>Kampagnenbericht, %1</translation>
    </message>
    <message>
        <source>Leads with a positive last reply in the period that was read so.</source>
        <translation>Leads mit positiver letzter Antwort im Zeitraum, die so eingeordnet wurde.</translation>
    </message>
</context>
<context>
    <name>signalbox::CampaignsTab</name>
    <message>
        <source>Reactivation campaigns</source>
        <translation>Reaktivierungskampagnen</translation>
    </message>
    <message>
        <source>Campaigns that write again to leads that had gone quiet: who was written to in the period, and what came of it before the period ended.</source>
        <translation>Kampagnen, die verstummte Leads wieder anschreiben: wer im Zeitraum angeschrieben wurde und was bis zu dessen Ende daraus wurde.</translation>
    </message>
    <message>
        <source>No reactivation message went out. A longer period may show some.</source>
        <translation>Keine Reaktivierungsnachricht ging hinaus. Ein längerer Zeitraum zeigt vielleicht welche.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Leads that a reactivation campaign wrote to in the period.</source>
        <translation>Leads, die eine Reaktivierungskampagne im Zeitraum angeschrieben hat.</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Geantwortet</translation>
    </message>
    <message>
        <source>Of those sent, leads that wrote back afterwards, before the period ended.</source>
        <translation>Von den angeschriebenen Leads jene, die danach geantwortet haben, vor dem Ende des Zeitraums.</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>Antwortquote</translation>
    </message>
    <message>
        <source>Responded divided by sent. “—”: nothing was sent.</source>
        <translation>Geantwortet geteilt durch Gesendet. „—“: nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Meetings booked</source>
        <translation>Termine gebucht</translation>
    </message>
    <message>
        <source>Of those sent, leads that booked a meeting afterwards, before the period ended.</source>
        <translation>Von den angeschriebenen Leads jene, die danach einen Termin gebucht haben, vor dem Ende des Zeitraums.</translation>
    </message>
    <message>
        <source>Booking rate</source>
        <translation>Buchungsquote</translation>
    </message>
    <message>
        <source>Meetings booked divided by sent. “—”: nothing was sent.</source>
        <translation>Termine gebucht geteilt durch Gesendet. „—“: nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>E-mail campaigns</source>
        <translation>E-Mail-Kampagnen</translation>
    </message>
    <message>
        <source>What each e-mail campaign brought in the period: positive replies, requests for a meeting, and meetings.</source>
        <translation>Was jede E-Mail-Kampagne im Zeitraum gebracht hat: positive Antworten, Terminwünsche und Termine.</translation>
    </message>
    <message>
        <source>The workspace has no e-mail campaign yet.</source>
        <translation>Der Arbeitsbereich hat noch keine E-Mail-Kampagne.</translation>
    </message>
    <message>
        <source>AI draft outcomes</source>
        <translation>Was aus KI-Entwürfen wurde</translation>
    </message>
    <message>
        <source>Drafts of the AI whose first message went out in the period, by what became of the text. E-mail counts only for campaigns in which the AI may send by itself.</source>
        <translation>KI-Entwürfe, deren erste Nachricht im Zeitraum hinausging, danach, was aus dem Text wurde. E-Mail zählt nur für Kampagnen, in denen die KI von selbst senden darf.</translation>
    </message>
    <message>
        <source>No draft of the AI was sent. A longer period may show some.</source>
        <translation>Kein KI-Entwurf wurde gesendet. Ein längerer Zeitraum zeigt vielleicht welche.</translation>
    </message>
    <message>
        <source>AI draft booking conversion</source>
        <translation>Buchungs-Conversion der KI-Entwürfe</translation>
    </message>
    <message>
        <source>No lead got a draft of the AI. A longer period may show some.</source>
        <translation>Kein Lead hat einen KI-Entwurf erhalten. Ein längerer Zeitraum zeigt vielleicht welche.</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>Alle Kampagnen</translation>
    </message>
    <message numerus="yes">
        <source>What leads did after a draft of the AI was sent to them. A booking counts up to %n day(s) after it.</source>
        <translation>
            <numerusform>Was Leads taten, nachdem ihnen ein KI-Entwurf gesendet wurde. Eine Buchung zählt bis %n Tag danach.</numerusform>
            <numerusform>Was Leads taten, nachdem ihnen ein KI-Entwurf gesendet wurde. Eine Buchung zählt bis %n Tage danach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leads written to in the last %n day(s) that have not booked are pending.</source>
        <translation>
            <numerusform>Leads ohne Buchung, die vor höchstens %n Tag angeschrieben wurden, sind offen.</numerusform>
            <numerusform>Leads ohne Buchung, die vor höchstens %n Tagen angeschrieben wurden, sind offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: positive replies by industry</source>
        <translation>%1: positive Antworten nach Branche</translation>
    </message>
    <message>
        <source>%1: positive replies by headcount</source>
        <translation>%1: positive Antworten nach Mitarbeiterzahl</translation>
    </message>
    <message>
        <source>Top 5 campaigns</source>
        <translation>Top-5-Kampagnen</translation>
    </message>
    <message>
        <source>Bottom 5 campaigns</source>
        <translation>Flop-5-Kampagnen</translation>
    </message>
    <message>
        <source>Many positives, few bookings</source>
        <translation>Viele positive Antworten, wenige Buchungen</translation>
    </message>
</context>
<context>
    <name>signalbox::CategorySidebar</name>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Counts could not be read. %1</source>
        <translation>Die Zahlen konnten nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Awaiting reply %1 · Total %2</source>
        <translation>Warten auf Antwort %1 · Gesamt %2</translation>
    </message>
    <message>
        <source>as of %1, not refreshed since</source>
        <translation>Stand %1, seitdem nicht aktualisiert</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Age of the counts</source>
        <translation>Alter der Zahlen</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartFrame</name>
    <message>
        <source>Show as chart</source>
        <translation>Als Diagramm zeigen</translation>
    </message>
    <message>
        <source>Open as table</source>
        <translation>Als Tabelle öffnen</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save picture as %1…</source>
        <translation>Bild als %1 speichern…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>The picture could not be written</source>
        <translation>Das Bild konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>signalbox::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type a command, a page or a workspace</source>
        <translation>Befehl, Seite oder Arbeitsbereich eingeben</translation>
    </message>
    <message>
        <source>Nothing here goes by that name.</source>
        <translation>Nichts hier heißt so.</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter run   Esc close</source>
        <translation>↑ ↓ wählen   Enter ausführen   Esc schließen</translation>
    </message>
</context>
<context>
    <name>signalbox::CompareSheet</name>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Serverfassung nehmen</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre Fassung</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Ihr Text</translation>
    </message>
    <message>
        <source>Text on the server</source>
        <translation>Text auf dem Server</translation>
    </message>
</context>
<context>
    <name>signalbox::Composer</name>
    <message>
        <source>Write a reply</source>
        <translation>Antwort schreiben</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Write a note for your team</source>
        <translation>Notiz für Ihr Team schreiben</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>The lead has no address for this.</source>
        <translation>Der Lead hat dafür keine Adresse.</translation>
    </message>
    <message>
        <source>Only your team sees this. It is never sent.</source>
        <translation>Das sieht nur Ihr Team. Es wird nie gesendet.</translation>
    </message>
    <message>
        <source>No address for this channel</source>
        <translation>Keine Adresse für diesen Kanal</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>There is nothing written yet.</source>
        <translation>Es ist noch nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionPill</name>
    <message>
        <source>Last answer %1</source>
        <translation>Letzte Antwort %1</translation>
    </message>
    <message>
        <source>Click to try again now</source>
        <translation>Klicken, um es jetzt erneut zu versuchen</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>Last request: %1 ms</source>
        <translation>Letzte Anfrage: %1 ms</translation>
    </message>
    <message>
        <source>Last heartbeat of the feed: %1 ms</source>
        <translation>Letztes Lebenszeichen des Feeds: %1 ms</translation>
    </message>
    <message numerus="yes">
        <source>Everything was read again %n time(s), last at %1</source>
        <translation>
            <numerusform>Alles wurde %n-mal neu gelesen, zuletzt um %1</numerusform>
            <numerusform>Alles wurde %n-mal neu gelesen, zuletzt um %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ConversationDelegate</name>
    <message>
        <source>AI draft</source>
        <translation>KI-Entwurf</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Could not be loaded. Retry loads it again.</source>
        <translation>Konnte nicht geladen werden. Erneut versuchen lädt es neu.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>requires attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Bewertung %1</translation>
    </message>
    <message>
        <source>AI draft ready</source>
        <translation>KI-Entwurf bereit</translation>
    </message>
    <message>
        <source>do not disturb (SMS)</source>
        <translation>nicht stören (SMS)</translation>
    </message>
    <message>
        <source>follow-ups blocked: %1</source>
        <translation>Nachfassen blockiert: %1</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>zugewiesen an %1</translation>
    </message>
    <message>
        <source>no longer here</source>
        <translation>nicht mehr hier</translation>
    </message>
    <message>
        <source>in no category now</source>
        <translation>jetzt in keiner Kategorie</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>now snoozed</source>
        <translation>jetzt zurückgestellt</translation>
    </message>
    <message>
        <source>filtered out now</source>
        <translation>jetzt ausgefiltert</translation>
    </message>
    <message>
        <source>no longer yours</source>
        <translation>nicht mehr bei Ihnen</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
</context>
<context>
    <name>signalbox::ConversationHead</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Copy link (Ctrl+Shift+C)</source>
        <translation>Link kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>campaign %1</source>
        <translation>Kampagne %1</translation>
    </message>
    <message>
        <source>Requires attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>SMS do not disturb</source>
        <translation>SMS nicht stören</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
</context>
<context>
    <name>signalbox::ConversationPane</name>
    <message numerus="yes">
        <source>%n new message(s) ↓</source>
        <translation>
            <numerusform>%n neue Nachricht ↓</numerusform>
            <numerusform>%n neue Nachrichten ↓</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Keine Unterhaltung geöffnet</translation>
    </message>
    <message>
        <source>Choose one in the list, or walk with J and K.</source>
        <translation>Wählen Sie eine in der Liste, oder gehen Sie mit J und K durch.</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>This conversation is no longer in your inbox. What you see was read before.</source>
        <translation>Diese Unterhaltung ist nicht mehr in Ihrem Postfach. Was Sie sehen, wurde vorher gelesen.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Anhang speichern</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmCellEditor</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves, Esc gives up.</source>
        <translation>Strg+Enter speichert, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Another category…</source>
        <translation>Andere Kategorie…</translation>
    </message>
    <message>
        <source>Name of the category</source>
        <translation>Name der Kategorie</translation>
    </message>
    <message>
        <source>Update automation</source>
        <translation>Automatik anpassen</translation>
    </message>
    <message>
        <source>Also sets the lead&apos;s sentiment, so that drafts and follow-ups go by the new category.</source>
        <translation>Setzt auch die Stimmung des Leads, damit sich Entwürfe und Nachfassen nach der neuen Kategorie richten.</translation>
    </message>
    <message>
        <source>Also sets the lead&apos;s own status, so that the inbox and follow-ups go by it.</source>
        <translation>Setzt auch den eigenen Status des Leads, damit sich Postfach und Nachfassen danach richten.</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmColumnChooser</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Reset to all columns</source>
        <translation>Auf alle Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns that stay when you scroll</source>
        <translation>Spalten, die beim Scrollen stehen bleiben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>Spalten in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt with an arrow moves it.</source>
        <translation>Leertaste zeigt oder verbirgt eine Spalte, Alt mit Pfeiltaste verschiebt sie.</translation>
    </message>
    <message>
        <source>Drag a column to its place, or press Alt with an arrow.</source>
        <translation>Ziehen Sie eine Spalte an ihren Platz oder drücken Sie Alt mit einer Pfeiltaste.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln</source>
        <translation>
            <numerusform>Die erste (%Ln)</numerusform>
            <numerusform>Die ersten %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved sets</source>
        <translation>Gespeicherte Spaltensätze</translation>
    </message>
    <message>
        <source>Save this set as…</source>
        <translation>Diesen Spaltensatz speichern als…</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Name des Spaltensatzes</translation>
    </message>
    <message>
        <source>No saved sets yet</source>
        <translation>Noch keine Spaltensätze</translation>
    </message>
    <message>
        <source>Saved sets…</source>
        <translation>Gespeicherte Spaltensätze…</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmConflictSheet</name>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Serverfassung nehmen</translation>
    </message>
    <message>
        <source>Somebody else changed this cell</source>
        <translation>Jemand anderes hat diese Zelle geändert</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>Ihre Eingabe</translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation>Was jetzt dort steht</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1 of %2 is another one than when you began to edit it. Nothing has been overwritten.</source>
        <translation>%1 (%2): der Wert ist ein anderer als zu Beginn Ihrer Bearbeitung. Es wurde nichts überschrieben.</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmFilterBar</name>
    <message>
        <source>Campaign contains…</source>
        <translation>Kampagne enthält…</translation>
    </message>
    <message>
        <source>Category contains…</source>
        <translation>Kategorie enthält…</translation>
    </message>
    <message>
        <source>Your leads only</source>
        <translation>Nur Ihre Leads</translation>
    </message>
    <message>
        <source>Lead status</source>
        <translation>Lead-Status</translation>
    </message>
    <message>
        <source>Who responded</source>
        <translation>Wer geantwortet hat</translation>
    </message>
    <message>
        <source>A setter sees the leads that are assigned to them. The other tabs count everybody&apos;s.</source>
        <translation>Ein Setter sieht die ihm zugewiesenen Leads. Die anderen Tabs zählen die Leads von allen.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Show or hide the figures of these leads</source>
        <translation>Kennzahlen dieser Leads zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Alle Status</translation>
    </message>
    <message>
        <source>All responses</source>
        <translation>Alle Antworten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n filter(s)</source>
        <translation>
            <numerusform>%n Filter löschen</numerusform>
            <numerusform>%n Filter löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::CrmSummaryView</name>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>A human, not known who</source>
        <translation>Ein Mensch, nicht bekannt wer</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Leads whose first interest falls into the period and passes the filters.</source>
        <translation>Leads, deren erstes Interesse in den Zeitraum fällt und zu den Filtern passt.</translation>
    </message>
    <message>
        <source>Booked ever</source>
        <translation>Je gebucht</translation>
    </message>
    <message>
        <source>Those of them that ever booked a meeting, cancelled ones included.</source>
        <translation>Davon jene, die irgendwann einen Termin gebucht haben, abgesagte eingeschlossen.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Nicht abgesagt</translation>
    </message>
    <message>
        <source>Those whose booking has not been cancelled.</source>
        <translation>Davon jene, deren Buchung nicht abgesagt wurde.</translation>
    </message>
    <message>
        <source>Booked in period</source>
        <translation>Im Zeitraum gebucht</translation>
    </message>
    <message>
        <source>Those that booked within the period itself, cancelled ones included.</source>
        <translation>Davon jene, die im Zeitraum selbst gebucht haben, abgesagte eingeschlossen.</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Conversion</translation>
    </message>
    <message>
        <source>Share of the leads whose booking was kept.</source>
        <translation>Anteil der Leads, deren Buchung nicht abgesagt wurde.</translation>
    </message>
    <message>
        <source>Response type</source>
        <translation>Art der Antwort</translation>
    </message>
    <message>
        <source>The same leads by what they asked for.</source>
        <translation>Dieselben Leads danach, worum sie gebeten haben.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>AI vs human</source>
        <translation>KI vs. Mensch</translation>
    </message>
    <message>
        <source>The same leads by who answered first.</source>
        <translation>Dieselben Leads danach, wer zuerst geantwortet hat.</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Setters</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>The same leads by who is responsible, the ten largest.</source>
        <translation>Dieselben Leads danach, wer zuständig ist, die zehn größten.</translation>
    </message>
    <message>
        <source>Setter</source>
        <translation>Setter</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Which bookings count</source>
        <translation>Welche Buchungen zählen</translation>
    </message>
    <message>
        <source>Which bookings the three tables count</source>
        <translation>Welche Buchungen die drei Tabellen zählen</translation>
    </message>
    <message>
        <source>Booked: any</source>
        <translation>Gebucht: alle</translation>
    </message>
    <message>
        <source>Booked: kept</source>
        <translation>Gebucht: nicht abgesagt</translation>
    </message>
    <message>
        <source>%1 of the leads</source>
        <translation>%1 der Leads</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln abgesagt</numerusform>
            <numerusform>%Ln abgesagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln nicht abgesagt</numerusform>
            <numerusform>%Ln nicht abgesagt</numerusform>
        </translation>
    </message>
    <message>
        <source>kept, of all leads</source>
        <translation>nicht abgesagt, von allen Leads</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmTab</name>
    <message>
        <source>The rows could not be read again; these are the ones from before.</source>
        <translation>Die Zeilen konnten nicht neu gelesen werden; dies sind die vorigen.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>More rows could not be read.</source>
        <translation>Weitere Zeilen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No lead passes the filters</source>
        <translation>Kein Lead passt zu den Filtern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln filter(s) are set. Without them there may be leads in this period.</source>
        <translation>
            <numerusform>%Ln Filter ist gesetzt. Ohne ihn gibt es in diesem Zeitraum vielleicht Leads.</numerusform>
            <numerusform>%Ln Filter sind gesetzt. Ohne sie gibt es in diesem Zeitraum vielleicht Leads.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>A row appears when a lead first shows interest. Choose a longer period.</source>
        <translation>Eine Zeile erscheint, sobald ein Lead erstmals Interesse zeigt. Wählen Sie einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>End of list: %1 rows</source>
        <translation>Ende der Liste: %1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows, more below</source>
        <translation>%1 Zeilen, weiter unten mehr</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>Weitere werden geladen…</translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln cell(s)…</source>
        <translation>
            <numerusform>%Ln Zelle wird gespeichert…</numerusform>
            <numerusform>%Ln Zellen werden gespeichert…</numerusform>
        </translation>
    </message>
    <message>
        <source>F2 edits · Ctrl+Z undoes · Ctrl+C copies · Enter opens</source>
        <translation>F2 bearbeitet · Strg+Z macht rückgängig · Strg+C kopiert · Enter öffnet</translation>
    </message>
    <message>
        <source>CRM rows</source>
        <translation>CRM-Zeilen</translation>
    </message>
    <message>
        <source>The rows could not be loaded.</source>
        <translation>Die Zeilen konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied</source>
        <translation>
            <numerusform>%Ln Zeile kopiert</numerusform>
            <numerusform>%Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%Ln further away are not in memory; use Export for all)</source>
        <translation>
            <numerusform>(%Ln weiter entfernte ist nicht im Speicher; „Exportieren“ liefert alle)</numerusform>
            <numerusform>(%Ln weiter entfernte sind nicht im Speicher; „Exportieren“ liefert alle)</numerusform>
        </translation>
    </message>
    <message>
        <source>a lead</source>
        <translation>ein Lead</translation>
    </message>
    <message>
        <source>“%1” was not saved for %2: %3</source>
        <translation>„%1“ wurde nicht gespeichert (%2): %3</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy what I typed</source>
        <translation>Meine Eingabe kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>„%1“ ausblenden</translation>
    </message>
    <message>
        <source>Keep the columns up to here in view</source>
        <translation>Spalten bis hier fixieren</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Export has all of them, as CSV or XLSX.</source>
        <translation>Der Export enthält alle, als CSV oder XLSX.</translation>
    </message>
    <message>
        <source>Rows %1–%2; there are more.</source>
        <translation>Zeilen %1–%2; es gibt weitere.</translation>
    </message>
    <message>
        <source>Rows %1–%2 of %3.</source>
        <translation>Zeilen %1–%2 von %3.</translation>
    </message>
</context>
<context>
    <name>signalbox::CrmTable</name>
    <message>
        <source>Click to sort.</source>
        <translation>Klicken zum Sortieren.</translation>
    </message>
    <message>
        <source>Computed for each row: the service cannot sort by it.</source>
        <translation>Für jede Zeile berechnet: der Dienst kann nicht danach sortieren.</translation>
    </message>
    <message>
        <source>CRM rows</source>
        <translation>CRM-Zeilen</translation>
    </message>
    <message>
        <source>Being saved…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>signalbox::DatesPopup</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Days: %1, both included</source>
        <translation>Tage: %1, erster und letzter eingeschlossen</translation>
    </message>
    <message>
        <source>The first day is after the last.</source>
        <translation>Der erste Tag liegt nach dem letzten.</translation>
    </message>
</context>
<context>
    <name>signalbox::DraftStrip</name>
    <message>
        <source>needs review</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>will be sent now</source>
        <translation>wird jetzt gesendet</translation>
    </message>
    <message>
        <source>will be sent later</source>
        <translation>wird später gesendet</translation>
    </message>
    <message>
        <source>not sent by itself</source>
        <translation>nicht von selbst gesendet</translation>
    </message>
    <message>
        <source>could not be judged</source>
        <translation>konnte nicht beurteilt werden</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>AI draft</source>
        <translation>KI-Entwurf</translation>
    </message>
    <message>
        <source>%1 sure, %2 needed</source>
        <translation>%1 sicher, %2 nötig</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>%1 sicher</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Text of the draft</source>
        <translation>Text des Entwurfs</translation>
    </message>
    <message>
        <source>Draft changed on the server</source>
        <translation>Entwurf auf dem Server geändert</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Serverfassung nehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>This draft is gone: it was sent, rejected or replaced.</source>
        <translation>Diesen Entwurf gibt es nicht mehr: er wurde gesendet, abgelehnt oder ersetzt.</translation>
    </message>
    <message>
        <source>Keep my text as a reply</source>
        <translation>Meinen Text als Antwort behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>von Ihnen bearbeitet</translation>
    </message>
    <message>
        <source>Approve with changes</source>
        <translation>Mit Änderungen freigeben</translation>
    </message>
    <message>
        <source>No address for this channel</source>
        <translation>Keine Adresse für diesen Kanal</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message>
        <source>First say which text counts.</source>
        <translation>Sagen Sie zuerst, welcher Text gilt.</translation>
    </message>
</context>
<context>
    <name>signalbox::ErrorBanner</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>signalbox::ExportCenter</name>
    <message>
        <source>CRM rows</source>
        <translation>CRM-Zeilen</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Response timing</source>
        <translation>Antwortzeiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ExportLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Saving %1 of %2</source>
        <translation>%1 von %2 gespeichert</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Being prepared…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>waiting for the connection</source>
        <translation>wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 rows a second</source>
        <translation>%1 Zeilen pro Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Make room or check the folder, then retry.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1. Schaffen Sie Platz oder prüfen Sie den Ordner, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 (request %2)</source>
        <translation>%1 (Anfrage %2)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>signalbox::FaultPanel</name>
    <message>
        <source>%1 ran into a fault and was stopped</source>
        <translation>%1 ist auf einen Fehler gestoßen und wurde angehalten</translation>
    </message>
    <message>
        <source>The rest of the console goes on working. Reload builds the page anew.</source>
        <translation>Der Rest der Konsole läuft weiter. Neu laden baut die Seite neu auf.</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>Bericht %1</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::FilterBar</name>
    <message>
        <source>Any score</source>
        <translation>Jede Bewertung</translation>
    </message>
    <message>
        <source>Score 4</source>
        <translation>Bewertung 4</translation>
    </message>
    <message>
        <source>Score 3 and more</source>
        <translation>Bewertung 3 und mehr</translation>
    </message>
    <message>
        <source>Score 2 and more</source>
        <translation>Bewertung 2 und mehr</translation>
    </message>
    <message>
        <source>Score 1 and more</source>
        <translation>Bewertung 1 und mehr</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Search in messages</source>
        <translation>In Nachrichten suchen</translation>
    </message>
    <message>
        <source>SMS client</source>
        <translation>SMS-Kunde</translation>
    </message>
    <message>
        <source>Could not be loaded. Retry</source>
        <translation>Konnte nicht geladen werden. Erneut versuchen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Unattributed</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sentiment · %1</source>
        <translation>Stimmung · %1</translation>
    </message>
    <message>
        <source>More · %1</source>
        <translation>Mehr · %1</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n filter(s)</source>
        <translation>
            <numerusform>%n Filter löschen</numerusform>
            <numerusform>%n Filter löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Search name, company, address</source>
        <translation>Name, Firma, Adresse suchen</translation>
    </message>
</context>
<context>
    <name>signalbox::FirstRunView</name>
    <message>
        <source>Your name is missing.</source>
        <translation>Ihr Name fehlt.</translation>
    </message>
    <message>
        <source>Your email is missing.</source>
        <translation>Ihre E-Mail-Adresse fehlt.</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n characters.</source>
        <translation>
            <numerusform>Das Passwort braucht mindestens %n Zeichen.</numerusform>
            <numerusform>Das Passwort braucht mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace needs a name.</source>
        <translation>Der Arbeitsbereich braucht einen Namen.</translation>
    </message>
    <message>
        <source>Set up Signalbox</source>
        <translation>Signalbox einrichten</translation>
    </message>
    <message>
        <source>Nobody works here yet. You become the owner of the first workspace; you can add people afterwards.</source>
        <translation>Hier arbeitet noch niemand. Sie werden Inhaber des ersten Arbeitsbereichs; danach können Sie Personen hinzufügen.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Name of the &amp;workspace</source>
        <translation>Name des &amp;Arbeitsbereichs</translation>
    </message>
    <message>
        <source>&amp;Time zone of the workspace</source>
        <translation>&amp;Zeitzone des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Create owner and workspace</source>
        <translation>Inhaber und Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>Name des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Time zone of the workspace</source>
        <translation>Zeitzone des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>The service did not accept this field.</source>
        <translation>Der Dienst hat dieses Feld nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>signalbox::InboxDesk</name>
    <message>
        <source>Counts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>list %1 = counts %2</source>
        <translation>Liste %1 = Zahlen %2</translation>
    </message>
    <message>
        <source>list %1 ~ counts %2</source>
        <translation>Liste %1 ~ Zahlen %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Unterhaltung</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Vorige Unterhaltung</translation>
    </message>
    <message>
        <source>Show new conversations</source>
        <translation>Neue Unterhaltungen zeigen</translation>
    </message>
    <message>
        <source>Lead card</source>
        <translation>Lead-Karte</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Unterhaltungen</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>Zu einem Datum gehen</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>asking each minute</source>
        <translation>fragt jede Minute ab</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>not live: sign in again</source>
        <translation>nicht live: wieder anmelden</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
</context>
<context>
    <name>signalbox::InboxListView</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>signalbox::KeyboardSettings</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Key for %1</source>
        <translation>Taste für %1</translation>
    </message>
    <message>
        <source>Taken by “%1”</source>
        <translation>Belegt durch „%1“</translation>
    </message>
</context>
<context>
    <name>signalbox::KpiCard</name>
    <message>
        <source>%1 could not be loaded</source>
        <translation>%1 konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Click to try again.</source>
        <translation>Klicken, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>Linie: %1</translation>
    </message>
    <message>
        <source>vs %1</source>
        <translation>ggü. %1</translation>
    </message>
    <message>
        <source>Could not be loaded. Click to try again.</source>
        <translation>Konnte nicht geladen werden. Klicken, um es erneut zu versuchen.</translation>
    </message>
</context>
<context>
    <name>signalbox::LeadCard</name>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Replies come from</source>
        <translation>Antworten kommen von</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Qualifizierung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Enrichment</source>
        <translation>Anreicherung</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automatik</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>SMS client</source>
        <translation>SMS-Kunde</translation>
    </message>
    <message>
        <source>Auto reply</source>
        <translation>Automatische Antwort</translation>
    </message>
    <message>
        <source>Auto follow-up</source>
        <translation>Automatisches Nachfassen</translation>
    </message>
    <message>
        <source>Follow-ups blocked</source>
        <translation>Nachfassen blockiert</translation>
    </message>
    <message>
        <source>SMS do not disturb</source>
        <translation>SMS nicht stören</translation>
    </message>
    <message>
        <source>Last SMS block</source>
        <translation>Letzte SMS-Sperre</translation>
    </message>
</context>
<context>
    <name>signalbox::ListNotice</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ListPane</name>
    <message>
        <source>Most recent</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Name A–Z</source>
        <translation>Name A–Z</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>Aktualisieren (F5)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Unterhaltungen</translation>
    </message>
    <message>
        <source>Sorted by: %1</source>
        <translation>Sortiert nach: %1</translation>
    </message>
    <message>
        <source>The count and the list are of the same version.</source>
        <translation>Zahl und Liste sind vom selben Stand.</translation>
    </message>
    <message>
        <source>The count and the list are of different versions.</source>
        <translation>Zahl und Liste sind von verschiedenem Stand.</translation>
    </message>
    <message>
        <source>List: %1, %2 old</source>
        <translation>Liste: %1, %2 alt</translation>
    </message>
    <message>
        <source>Count: %1, %2 old</source>
        <translation>Zahl: %1, %2 alt</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>No matching conversations</source>
        <translation>Keine passenden Unterhaltungen</translation>
    </message>
    <message>
        <source>The filters hide everything in this list.</source>
        <translation>Die Filter verbergen alles in dieser Liste.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Unterhaltungen</translation>
    </message>
    <message>
        <source>They appear here as soon as mail is imported or a channel delivers a message.</source>
        <translation>Sie erscheinen hier, sobald E-Mails importiert sind oder ein Kanal eine Nachricht liefert.</translation>
    </message>
    <message>
        <source>All clear</source>
        <translation>Alles erledigt</translation>
    </message>
    <message>
        <source>Nothing in this category needs you now.</source>
        <translation>In dieser Kategorie braucht Sie gerade nichts.</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Alle Unterhaltungen zeigen</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>%1 verschoben</translation>
    </message>
    <message numerus="yes">
        <source>%n new conversation(s)</source>
        <translation>
            <numerusform>%n neue Unterhaltung</numerusform>
            <numerusform>%n neue Unterhaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n verschoben</numerusform>
            <numerusform>%n verschoben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::LiveBar</name>
    <message>
        <source>Follow tail</source>
        <translation>Neuesten folgen</translation>
    </message>
    <message>
        <source>Follow the newest events</source>
        <translation>Den neuesten Ereignissen folgen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What matches as CSV…</source>
        <translation>Treffer als CSV…</translation>
    </message>
    <message>
        <source>What matches as JSON…</source>
        <translation>Treffer als JSON…</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Words are joined by “and”; a minus before a word turns it round.
kind:  setter:  status:  sentiment:  lead:  latency:  is:replay</source>
        <translation>Wörter werden mit „und“ verknüpft; ein Minus vor einem Wort kehrt es um.
kind:  setter:  status:  sentiment:  lead:  latency:  is:replay</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume · %1 held</source>
        <translation>Fortsetzen · %1 warten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Buffer of %1, empty</source>
        <translation>Puffer für %1, leer</translation>
    </message>
    <message>
        <source>Buffer %1 of %2 · %3 · %4</source>
        <translation>Puffer %1 von %2 · %3 · %4</translation>
    </message>
    <message>
        <source>%1 match of %2</source>
        <translation>%1 Treffer von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::LiveDetail</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Open lead</source>
        <translation>Lead öffnen</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Close the event</source>
        <translation>Ereignis schließen</translation>
    </message>
    <message>
        <source>Close the event (Esc)</source>
        <translation>Ereignis schließen (Esc)</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>Das Ereignis als JSON</translation>
    </message>
    <message>
        <source>What changed, and where the time went</source>
        <translation>Was sich geändert hat und wo die Zeit blieb</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Vorher → nachher</translation>
    </message>
    <message>
        <source>None of the fields the feed carries.</source>
        <translation>Keines der Felder, die der Feed überträgt.</translation>
    </message>
    <message>
        <source>Not known: this is the lead&apos;s first event in the recording.</source>
        <translation>Nicht bekannt: dies ist das erste Ereignis des Leads in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>festgeschrieben</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>angezeigt</translation>
    </message>
    <message>
        <source>The service&apos;s clock is ahead of this computer&apos;s: the latency cannot be told.</source>
        <translation>Die Uhr des Dienstes geht der dieses Rechners voraus: die Latenz lässt sich nicht bestimmen.</translation>
    </message>
    <message>
        <source>It happened while this client was away, and was told afterwards.</source>
        <translation>Es geschah, während dieser Client weg war, und wurde danach gemeldet.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>signalbox::LivePage</name>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are recorded; the filter hides all of them.</source>
        <translation>
            <numerusform>%Ln Ereignis ist aufgezeichnet; der Filter verbirgt es.</numerusform>
            <numerusform>%Ln Ereignisse sind aufgezeichnet; der Filter verbirgt alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>What changes in this workspace appears here as it happens.</source>
        <translation>Was sich in diesem Arbeitsbereich ändert, erscheint hier, sobald es geschieht.</translation>
    </message>
    <message>
        <source>The feed does not answer. New events appear when it does; other pages ask every 60 s.</source>
        <translation>Der Feed antwortet nicht. Neue Ereignisse erscheinen, sobald er es wieder tut; andere Seiten fragen alle 60 s ab.</translation>
    </message>
    <message>
        <source>New events appear when the feed is back; until then other pages ask every 60 s: %1.</source>
        <translation>Neue Ereignisse erscheinen, sobald der Feed zurück ist; bis dahin fragen andere Seiten alle 60 s ab: %1.</translation>
    </message>
    <message>
        <source>The session may not follow any more. Sign in again; this page stays as it is.</source>
        <translation>Die Sitzung darf nicht mehr mitlesen. Melden Sie sich wieder an; diese Seite bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The view is paused; the recording goes on</source>
        <translation>Die Ansicht ist angehalten; die Aufzeichnung läuft weiter</translation>
    </message>
    <message>
        <source>Recorded in memory only</source>
        <translation>Nur im Arbeitsspeicher aufgezeichnet</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>The events could not be written</source>
        <translation>Die Ereignisse konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>signalbox::LiveSidebar</name>
    <message>
        <source>The feed tells what this session may see as %1, and nothing else.</source>
        <translation>Der Feed meldet, was diese Sitzung als %1 sehen darf, und sonst nichts.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Half of the events arrived within the first figure, 95 % within the second: from the commit to this computer.</source>
        <translation>Die Hälfte der Ereignisse kam innerhalb der ersten Zahl an, 95 % innerhalb der zweiten: vom Festschreiben bis zu diesem Rechner.</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Moments of which this recording may lack events. What other pages show was read again.</source>
        <translation>Zeiträume, aus denen dieser Aufzeichnung Ereignisse fehlen können. Was andere Seiten zeigen, wurde neu gelesen.</translation>
    </message>
    <message>
        <source>Resyncs</source>
        <translation>Neu gelesen</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <translation>seit %1, %2</translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2 ms</source>
        <translation>p50 %1 · p95 %2 ms</translation>
    </message>
    <message>
        <source>Latency over the last minute: %1</source>
        <translation>Latenz der letzten Minute: %1</translation>
    </message>
    <message>
        <source>Events over the last minute: %1 per second</source>
        <translation>Ereignisse der letzten Minute: %1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>signalbox::LiveView</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>%1 new ↓</source>
        <translation>%1 neu ↓</translation>
    </message>
    <message>
        <source>Show the newest events</source>
        <translation>Die neuesten Ereignisse zeigen</translation>
    </message>
</context>
<context>
    <name>signalbox::MainWindow</name>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>A part of the window was slowed down: %1</source>
        <translation>Ein Teil des Fensters wurde gebremst: %1</translation>
    </message>
    <message>
        <source>You are in no workspace yet</source>
        <translation>Sie gehören noch zu keinem Arbeitsbereich</translation>
    </message>
    <message>
        <source>An owner or admin can add you: give them %1.</source>
        <translation>Ein Inhaber oder Administrator kann Sie hinzufügen: nennen Sie ihm %1.</translation>
    </message>
    <message>
        <source>Offline since %1.</source>
        <translation>Offline seit %1.</translation>
    </message>
    <message>
        <source>You no longer have access to %1.</source>
        <translation>Sie haben keinen Zugriff mehr auf %1.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Switch workspace</source>
        <translation>Arbeitsbereich wechseln</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Copy link to this place</source>
        <translation>Link zu dieser Stelle kopieren</translation>
    </message>
    <message>
        <source>Copy id of the last request</source>
        <translation>Kennung der letzten Anfrage kopieren</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Comfortable or compact rows</source>
        <translation>Bequeme oder enge Zeilen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Normale Größe</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Request id copied</source>
        <translation>Anfragekennung kopiert</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>This link cannot be read: it may have been cut off.</source>
        <translation>Dieser Link ist nicht lesbar: vielleicht wurde er abgeschnitten.</translation>
    </message>
    <message>
        <source>This link is for the profile “%1”; this window is “%2”.</source>
        <translation>Dieser Link gehört zum Profil „%1“; dieses Fenster ist „%2“.</translation>
    </message>
    <message>
        <source>This leads to a workspace that is not among yours. Ask one of its owners or admins.</source>
        <translation>Das führt zu einem Arbeitsbereich, der nicht zu Ihren gehört. Fragen Sie einen seiner Inhaber oder Administratoren.</translation>
    </message>
    <message>
        <source>This leads to a page that this version does not have.</source>
        <translation>Das führt zu einer Seite, die es in dieser Version nicht gibt.</translation>
    </message>
    <message>
        <source>Your role in %1 does not include the page %2.</source>
        <translation>Ihre Rolle in %1 umfasst die Seite %2 nicht.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>Offline since %1, showing what was read at %2. Reading goes on; changes wait, nothing is sent.</source>
        <translation>Offline seit %1, gezeigt wird der Stand von %2. Lesen geht weiter; Änderungen warten, nichts wird gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting.</source>
        <translation>
            <numerusform>%n Änderung wartet.</numerusform>
            <numerusform>%n Änderungen warten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::MembersSettings</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Members people roles add remove</source>
        <translation>Mitglieder Personen Rollen hinzufügen entfernen</translation>
    </message>
    <message>
        <source>A workspace needs at least one owner: make somebody else an owner first.</source>
        <translation>Ein Arbeitsbereich braucht mindestens einen Inhaber: machen Sie zuerst jemand anderen dazu.</translation>
    </message>
    <message>
        <source>Role of the chosen member</source>
        <translation>Rolle des gewählten Mitglieds</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Chosen member:</source>
        <translation>Gewähltes Mitglied:</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>Erstes Passwort</translation>
    </message>
    <message>
        <source>Only needed for somebody who has no account on this server yet.</source>
        <translation>Nur nötig für jemanden, der auf diesem Server noch kein Konto hat.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>They lose access to %1 at once. Leads assigned to them keep the name.</source>
        <translation>Der Zugriff auf %1 endet sofort. Zugewiesene Leads behalten den Namen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>signalbox::NotificationSettings</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>Figures only, without names or texts. Never while you look at the inbox, at most one each 30 s.</source>
        <translation>Nur Zahlen, ohne Namen oder Texte. Nie, während Sie ins Postfach sehen, höchstens eine alle 30 s.</translation>
    </message>
    <message>
        <source>New replies</source>
        <translation>Neue Antworten</translation>
    </message>
    <message>
        <source>Somebody wrote to the workspace.</source>
        <translation>Jemand hat dem Arbeitsbereich geschrieben.</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Ihnen zugewiesen</translation>
    </message>
    <message>
        <source>A lead became yours.</source>
        <translation>Ein Lead ist jetzt Ihrer.</translation>
    </message>
    <message>
        <source>New leads</source>
        <translation>Neue Leads</translation>
    </message>
    <message>
        <source>A lead came in, before it wrote.</source>
        <translation>Ein Lead ist hinzugekommen, bevor er geschrieben hat.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Nothing is shown, and nothing is made up for later.</source>
        <translation>Es wird nichts gezeigt und später nichts nachgeholt.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>signalbox::Notifier</name>
    <message numerus="yes">
        <source>%n new reply(s)</source>
        <translation>
            <numerusform>%n neue Antwort</numerusform>
            <numerusform>%n neue Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) assigned to you</source>
        <translation>
            <numerusform>%n Lead Ihnen zugewiesen</numerusform>
            <numerusform>%n Leads Ihnen zugewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new lead(s)</source>
        <translation>
            <numerusform>%n neuer Lead</numerusform>
            <numerusform>%n neue Leads</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>signalbox::OverviewTab</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Choose a longer period, or go back with [ to an earlier one.</source>
        <translation>Wählen Sie einen längeren Zeitraum oder gehen Sie mit [ zu einem früheren zurück.</translation>
    </message>
    <message>
        <source>Activity per day</source>
        <translation>Aktivität pro Tag</translation>
    </message>
    <message>
        <source>Messages that leads sent (inbound) and that were sent to them (outbound) on each day of the workspace&apos;s time zone. Dotted: the period compared with. Dashed: a day that is not over.</source>
        <translation>Nachrichten, die Leads gesendet haben (eingehend) und die an sie gesendet wurden (ausgehend), je Tag in der Zeitzone des Arbeitsbereichs. Gepunktet: der Vergleichszeitraum. Gestrichelt: ein Tag, der noch nicht vorbei ist.</translation>
    </message>
    <message>
        <source>Response sentiment</source>
        <translation>Stimmung der Antworten</translation>
    </message>
    <message>
        <source>What the leads that answered in the period are classified as, as a share of all that answered.</source>
        <translation>Wie die Leads eingeordnet sind, die im Zeitraum geantwortet haben, als Anteil an allen, die geantwortet haben.</translation>
    </message>
    <message>
        <source>Messages by channel</source>
        <translation>Nachrichten nach Kanal</translation>
    </message>
    <message>
        <source>Messages of the period, those we got and those we sent.</source>
        <translation>Nachrichten des Zeitraums, empfangene und gesendete.</translation>
    </message>
    <message>
        <source>Leads by status</source>
        <translation>Leads nach Status</translation>
    </message>
    <message>
        <source>Where the leads that were created in the period stand now.</source>
        <translation>Wo die im Zeitraum angelegten Leads jetzt stehen.</translation>
    </message>
    <message>
        <source>Setter response times</source>
        <translation>Antwortzeiten der Setter</translation>
    </message>
    <message>
        <source>How long leads wait for the answer of each setter: mean time from a lead&apos;s message to the setter&apos;s next one on the same channel, in business hours (Monday to Friday, 9 to 17 in New York), at most 7 days apart.</source>
        <translation>Wie lange Leads auf die Antwort jedes Setters warten: mittlere Zeit von der Nachricht eines Leads bis zur nächsten des Setters auf demselben Kanal, in der Geschäftszeit (Montag bis Freitag, 9 bis 17 Uhr in New York), höchstens 7 Tage auseinander.</translation>
    </message>
    <message>
        <source>SMS sub-clients</source>
        <translation>SMS-Unterkunden</translation>
    </message>
    <message>
        <source>Answers to SMS by the campaign the lead came from.</source>
        <translation>Antworten auf SMS nach der Kampagne, aus der der Lead kam.</translation>
    </message>
    <message>
        <source>Top clients</source>
        <translation>Top-Kunden</translation>
    </message>
    <message>
        <source>The five workspaces with the most leads created.</source>
        <translation>Die fünf Arbeitsbereiche mit den meisten angelegten Leads.</translation>
    </message>
    <message>
        <source>next 30 days</source>
        <translation>nächste 30 Tage</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>New leads</source>
        <translation>Neue Leads</translation>
    </message>
    <message>
        <source>Leads created on the day.</source>
        <translation>An diesem Tag angelegte Leads.</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Messages from leads.</source>
        <translation>Nachrichten von Leads.</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Messages to leads.</source>
        <translation>Nachrichten an Leads.</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Meetings booked on the day.</source>
        <translation>An diesem Tag gebuchte Termine.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Could not be loaded.</source>
        <translation>Konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
</context>
<context>
    <name>signalbox::Panel</name>
    <message>
        <source>Slow: cancel</source>
        <translation>Langsam: abbrechen</translation>
    </message>
    <message>
        <source>This takes longer than usual. Cancel it; what is shown stays.</source>
        <translation>Das dauert länger als sonst. Brechen Sie es ab; was zu sehen ist, bleibt.</translation>
    </message>
    <message>
        <source>What can be done with this panel</source>
        <translation>Aktionen für diese Kachel</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Computed at %1</source>
        <translation>Berechnet: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::PanelTable</name>
    <message>
        <source>No data in this period</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
</context>
<context>
    <name>signalbox::ReadingTab</name>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save chart as PNG…</source>
        <translation>Diagramm als PNG speichern…</translation>
    </message>
    <message>
        <source>Save chart as SVG…</source>
        <translation>Diagramm als SVG speichern…</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>This part could not be loaded.</source>
        <translation>Dieser Teil konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>No data in this period.</source>
        <translation>Keine Daten in diesem Zeitraum.</translation>
    </message>
</context>
<context>
    <name>signalbox::ReplayStrip</name>
    <message>
        <source>Recording over time</source>
        <translation>Aufzeichnung im Zeitverlauf</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Back to the newest events</source>
        <translation>Zurück zu den neuesten Ereignissen</translation>
    </message>
</context>
<context>
    <name>signalbox::ReplyDock</name>
    <message>
        <source>AI draft</source>
        <translation>KI-Entwurf</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Your role can read here, but not write. An owner or admin can change that.</source>
        <translation>Ihre Rolle darf hier lesen, aber nicht schreiben. Ein Inhaber oder Administrator kann das ändern.</translation>
    </message>
    <message>
        <source>This conversation is no longer in your inbox. Your text can still be copied.</source>
        <translation>Diese Unterhaltung ist nicht mehr in Ihrem Postfach. Ihr Text lässt sich noch kopieren.</translation>
    </message>
    <message>
        <source>Offline: nothing is sent until the service answers again. Your text stays.</source>
        <translation>Offline: es wird nichts gesendet, bis der Dienst wieder antwortet. Ihr Text bleibt.</translation>
    </message>
    <message>
        <source>The lead is blacklisted: nothing is sent there.</source>
        <translation>Der Lead ist gesperrt: dorthin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The lead is on SMS do not disturb.</source>
        <translation>Für den Lead gilt: SMS nicht stören.</translation>
    </message>
    <message>
        <source>The lead has no address for this channel.</source>
        <translation>Der Lead hat keine Adresse für diesen Kanal.</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 schreibt</translation>
    </message>
    <message>
        <source>%1 are writing</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>%1 is viewing</source>
        <translation>%1 liest gerade</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are viewing</source>
        <translation>
            <numerusform>%1 und %n weitere Person lesen gerade</numerusform>
            <numerusform>%1 und %n weitere Personen lesen gerade</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Set mine anyway</source>
        <translation>Trotzdem meines setzen</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Waits for the service · To %1</source>
        <translation>Wartet auf den Dienst · An %1</translation>
    </message>
    <message>
        <source>Leaving now · To %1</source>
        <translation>Geht jetzt hinaus · An %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Leaves in %1 s · To %2</source>
        <translation>Geht in %1 s hinaus · An %2</translation>
    </message>
    <message>
        <source>Being sent · To %1</source>
        <translation>Wird gesendet · An %1</translation>
    </message>
    <message>
        <source>Sent · To %1</source>
        <translation>Gesendet · An %1</translation>
    </message>
    <message>
        <source>Not sent to %1: %2.</source>
        <translation>Nicht an %1 gesendet: %2.</translation>
    </message>
    <message>
        <source>Not sure whether this was sent to %1. Check before sending again.</source>
        <translation>Unklar, ob das an %1 gesendet wurde. Prüfen Sie es, bevor Sie erneut senden.</translation>
    </message>
    <message>
        <source>Send it a second time?</source>
        <translation>Ein zweites Mal senden?</translation>
    </message>
    <message>
        <source>It may have arrived. Look into the mailbox it was sent from, or ask the lead, before it is sent again.</source>
        <translation>Vielleicht ist es angekommen. Sehen Sie im Absenderpostfach nach oder fragen Sie den Lead, bevor es noch einmal gesendet wird.</translation>
    </message>
</context>
<context>
    <name>signalbox::ResponseTimingTab</name>
    <message>
        <source>Median first response</source>
        <translation>Median der ersten Antwort</translation>
    </message>
    <message>
        <source>Half of the leads got their first answer within this time, by the clock, nights and weekends included.</source>
        <translation>Die Hälfte der Leads erhielt ihre erste Antwort innerhalb dieser Zeit, durchgehend gemessen, Nächte und Wochenenden eingeschlossen.</translation>
    </message>
    <message>
        <source>90 % answered within</source>
        <translation>90 % beantwortet innerhalb von</translation>
    </message>
    <message>
        <source>Nine of ten leads got their first answer within this time (p90); the last tenth waited longer.</source>
        <translation>Neun von zehn Leads erhielten ihre erste Antwort innerhalb dieser Zeit (p90); das letzte Zehntel wartete länger.</translation>
    </message>
    <message>
        <source>Eligible leads</source>
        <translation>Auswertbare Leads</translation>
    </message>
    <message>
        <source>Answered leads whose outcome is known: they booked, or had time to and did not.</source>
        <translation>Beantwortete Leads, deren Ergebnis bekannt ist: sie haben gebucht, oder sie hatten Zeit dafür und haben es nicht getan.</translation>
    </message>
    <message>
        <source>Booking rate</source>
        <translation>Buchungsquote</translation>
    </message>
    <message>
        <source>Of the eligible leads, those that booked after the first answer. “—”: nobody&apos;s outcome is known yet.</source>
        <translation>Von den auswertbaren Leads jene, die nach der ersten Antwort gebucht haben. „—“: noch ist von niemandem das Ergebnis bekannt.</translation>
    </message>
    <message>
        <source>First response time</source>
        <translation>Zeit bis zur ersten Antwort</translation>
    </message>
    <message>
        <source>How often leads book, by how long they waited for the first answer. Each lead that wrote in the period counts once, for the earliest answer it got.</source>
        <translation>Wie oft Leads buchen, danach, wie lange sie auf die erste Antwort gewartet haben. Jeder Lead, der im Zeitraum geschrieben hat, zählt einmal, für die früheste Antwort, die er erhielt.</translation>
    </message>
    <message>
        <source>No lead was answered. Other filters or a longer period may show some.</source>
        <translation>Kein Lead wurde beantwortet. Andere Filter oder ein längerer Zeitraum zeigen vielleicht welche.</translation>
    </message>
    <message>
        <source>AI chosen delay</source>
        <translation>Gewählte Wartezeit der KI</translation>
    </message>
    <message>
        <source>How often leads book, by how long the AI chose to wait before it answered. Only first answers of the AI; delays outside 180 to 420 seconds are left out.</source>
        <translation>Wie oft Leads buchen, danach, wie lange die KI vor ihrer Antwort warten wollte. Nur erste Antworten der KI; Wartezeiten außerhalb von 180 bis 420 Sekunden sind ausgelassen.</translation>
    </message>
    <message>
        <source>AI drift</source>
        <translation>Zeitabweichung der KI</translation>
    </message>
    <message>
        <source>How often leads book, by how far from its planned time the AI&apos;s first answer really went out.</source>
        <translation>Wie oft Leads buchen, danach, wie weit vom geplanten Zeitpunkt entfernt die erste Antwort der KI wirklich hinausging.</translation>
    </message>
    <message>
        <source>The AI gave no first answer. Other filters may show some.</source>
        <translation>Die KI hat keine erste Antwort gegeben. Andere Filter zeigen vielleicht welche.</translation>
    </message>
    <message>
        <source>Responders</source>
        <translation>Antwortende</translation>
    </message>
    <message>
        <source>Who gave the first answer, and how often the lead booked. The channel counts here; the choice of a responder does not, so that all can be compared.</source>
        <translation>Wer die erste Antwort gab und wie oft der Lead gebucht hat. Der gewählte Kanal gilt hier; die Auswahl unter „Beantwortet von“ nicht, damit sich alle vergleichen lassen.</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>Booked divided by eligible leads of this responder.</source>
        <translation>Gebucht geteilt durch die auswertbaren Leads dieses Antwortenden.</translation>
    </message>
    <message>
        <source>%1 booked, %2 pending</source>
        <translation>%1 gebucht, %2 offen</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>p90 %1</source>
        <translation>p90 %1</translation>
    </message>
    <message>
        <source>Response timing</source>
        <translation>Antwortzeiten</translation>
    </message>
</context>
<context>
    <name>signalbox::SavedViewsList</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Keep the list as it is now under a name</source>
        <translation>Die Liste, wie sie jetzt ist, unter einem Namen speichern</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>%1, shared with everybody here</source>
        <translation>%1, mit allen hier geteilt</translation>
    </message>
    <message>
        <source>Saved views: %1</source>
        <translation>Gespeicherte Ansichten: %1</translation>
    </message>
    <message>
        <source>Shared by somebody else</source>
        <translation>Von jemand anderem geteilt</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Keep the filters set now</source>
        <translation>Jetzige Filter übernehmen</translation>
    </message>
    <message>
        <source>Keep to myself</source>
        <translation>Für mich behalten</translation>
    </message>
    <message>
        <source>Share with everybody here</source>
        <translation>Mit allen hier teilen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete a shared view?</source>
        <translation>Geteilte Ansicht löschen?</translation>
    </message>
    <message>
        <source>%1 goes away for everybody here.</source>
        <translation>%1 verschwindet für alle hier.</translation>
    </message>
</context>
<context>
    <name>signalbox::SettingsPage</name>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung finden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>System follows what your desktop is set to, also while it changes.</source>
        <translation>„System“ folgt der Einstellung Ihres Desktops, auch wenn sie sich ändert.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Compact shows half as many lines again.</source>
        <translation>„Eng“ zeigt anderthalbmal so viele Zeilen.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Also with Ctrl and plus or minus.</source>
        <translation>Auch mit Strg und Plus oder Minus.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Off: nothing fades, slides or tints.</source>
        <translation>Aus: nichts blendet, gleitet oder färbt sich.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Changes at once, with dates, numbers and the direction of reading.</source>
        <translation>Wechselt sofort, mit Datum, Zahlen und Leserichtung.</translation>
    </message>
    <message>
        <source>On start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>Where to begin when the console is opened again.</source>
        <translation>Wo es weitergeht, wenn die Konsole wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>Where I left off</source>
        <translation>Wo ich aufgehört habe</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Signing out ends it on the server too.</source>
        <translation>Abmelden beendet sie auch auf dem Server.</translation>
    </message>
    <message>
        <source>Names on the Live page</source>
        <translation>Namen auf der Live-Seite</translation>
    </message>
    <message>
        <source>Masked shows ids instead, for a screen that others see.</source>
        <translation>„Verdeckt“ zeigt stattdessen Kennungen, für einen Bildschirm, den andere sehen.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>After a reply</source>
        <translation>Nach einer Antwort</translation>
    </message>
    <message>
        <source>Where to go when a conversation is answered, rejected or done.</source>
        <translation>Wohin es geht, wenn eine Unterhaltung beantwortet, abgelehnt oder erledigt ist.</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Unterhaltung</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>signalbox::SettingsSection</name>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
</context>
<context>
    <name>signalbox::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>signalbox::SignInView</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>Ihre Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Sign in to Signalbox</source>
        <translation>Bei Signalbox anmelden</translation>
    </message>
    <message>
        <source>Sign in again to go on where you were.</source>
        <translation>Melden Sie sich wieder an, um dort weiterzumachen, wo Sie waren.</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Die Feststelltaste ist an</translation>
    </message>
    <message>
        <source>&amp;Stay signed in on this computer</source>
        <translation>&amp;Auf diesem Rechner angemeldet bleiben</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Email or password is wrong.</source>
        <translation>E-Mail-Adresse oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>You are known here but have no role in any workspace. An owner or admin can give you one.</source>
        <translation>Sie sind hier bekannt, haben aber in keinem Arbeitsbereich eine Rolle. Ein Inhaber oder Administrator kann Ihnen eine geben.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted, so your password was not sent.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut, daher wurde Ihr Passwort nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the address and your connection.</source>
        <translation>%1 antwortet nicht. Prüfen Sie die Adresse und Ihre Verbindung.</translation>
    </message>
</context>
<context>
    <name>signalbox::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>signalbox::StatePanel</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>This was not loaded before the connection was lost.</source>
        <translation>Das war noch nicht geladen, als die Verbindung abbrach.</translation>
    </message>
    <message numerus="yes">
        <source>Retry (%n s)</source>
        <translation>
            <numerusform>Erneut versuchen (%n s)</numerusform>
            <numerusform>Erneut versuchen (%n s)</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::StatusStrip</name>
    <message>
        <source>Request id copied</source>
        <translation>Anfragekennung kopiert</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>Copy the id of the last request: %1</source>
        <translation>Kennung der letzten Anfrage kopieren: %1</translation>
    </message>
    <message>
        <source>Copy the id of the last request</source>
        <translation>Kennung der letzten Anfrage kopieren</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 um %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of yours that wait until the service answers again</source>
        <translation>Ihre Änderungen, die warten, bis der Dienst wieder antwortet</translation>
    </message>
</context>
<context>
    <name>signalbox::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Loading earlier messages…</source>
        <translation>Frühere Nachrichten werden geladen…</translation>
    </message>
    <message>
        <source>Load earlier messages</source>
        <translation>Frühere Nachrichten laden</translation>
    </message>
</context>
<context>
    <name>signalbox::TimingBar</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Leads whose first answered message came on this channel. Choosing SMS shows leads whose first answer was to an SMS, not every SMS.</source>
        <translation>Leads, deren erste beantwortete Nachricht auf diesem Kanal kam. Die Wahl SMS zeigt Leads, deren erste Antwort einer SMS galt, nicht jede SMS.</translation>
    </message>
    <message>
        <source>Responder</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Who gave the lead its first answer. The number of leads with a known outcome stands behind the name.</source>
        <translation>Wer dem Lead die erste Antwort gab. Die Zahl der Leads mit bekanntem Ergebnis steht hinter dem Namen.</translation>
    </message>
    <message>
        <source>Days after the answer in which a booking counts</source>
        <translation>Tage nach der Antwort, in denen eine Buchung zählt</translation>
    </message>
    <message>
        <source>Attribution window: a meeting booked later than this after our first answer is not counted for it.</source>
        <translation>Zuordnungsfenster: ein Termin, der später als diese Frist nach unserer ersten Antwort gebucht wird, zählt nicht für sie.</translation>
    </message>
    <message>
        <source>Days a lead has before it counts as not booked</source>
        <translation>Tage, die ein Lead hat, bevor er als nicht gebucht zählt</translation>
    </message>
    <message>
        <source>Maturity: a lead answered less than this before the period&apos;s end that has not booked is pending, neither booked nor not booked.</source>
        <translation>Reifezeit: ein Lead, der weniger als diese Frist vor dem Ende des Zeitraums beantwortet wurde und nicht gebucht hat, ist offen, weder gebucht noch nicht gebucht.</translation>
    </message>
    <message>
        <source>A booking counts up to</source>
        <translation>Eine Buchung zählt bis</translation>
    </message>
    <message>
        <source>after the answer; a lead is pending for</source>
        <translation>nach der Antwort; ein Lead ist offen für</translation>
    </message>
    <message>
        <source>Another setter</source>
        <translation>Ein anderer Setter</translation>
    </message>
</context>
<context>
    <name>signalbox::TopBar</name>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Search or command…</source>
        <translation>Suche oder Befehl…</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Vorstufe</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
</context>
<context>
    <name>signalbox::TriageDesk</name>
    <message>
        <source>Later today</source>
        <translation>Später heute</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Heute Abend</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Nächsten Montag</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>That is in the past</source>
        <translation>Das liegt in der Vergangenheit</translation>
    </message>
    <message>
        <source>That is more than a year away</source>
        <translation>Das liegt mehr als ein Jahr voraus</translation>
    </message>
    <message>
        <source>Try: fri 14:30, in 3 days, 24 dec</source>
        <translation>Bitte auf Englisch: fri 14:30, in 3 days, 24 dec</translation>
    </message>
    <message>
        <source>End the snooze</source>
        <translation>Nicht mehr zurückstellen</translation>
    </message>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (ich)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Reading the people…</source>
        <translation>Personen werden gelesen…</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Zuweisen an</translation>
    </message>
    <message>
        <source>Nobody has this in the name.</source>
        <translation>Niemand hat das im Namen.</translation>
    </message>
    <message>
        <source>fri 14:30, in 3 days, 24 dec</source>
        <translation>Englisch: fri 14:30, in 3 days, 24 dec</translation>
    </message>
    <message>
        <source>Times of %1</source>
        <translation>Zeiten nach %1</translation>
    </message>
    <message>
        <source>Set the status</source>
        <translation>Status setzen</translation>
    </message>
    <message>
        <source>No status has this in its name.</source>
        <translation>Kein Status hat das im Namen.</translation>
    </message>
    <message>
        <source>Set the sentiment</source>
        <translation>Stimmung setzen</translation>
    </message>
    <message>
        <source>No sentiment has this in its name.</source>
        <translation>Keine Stimmung hat das im Namen.</translation>
    </message>
    <message>
        <source>A conversation that you cannot see</source>
        <translation>Eine Unterhaltung, die Sie nicht sehen können</translation>
    </message>
    <message numerus="yes">
        <source>%n not changed</source>
        <translation>
            <numerusform>%n nicht geändert</numerusform>
            <numerusform>%n nicht geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>None has this in its name.</source>
        <translation>Keine hat das im Namen.</translation>
    </message>
    <message>
        <source>Enter opens the conversation.</source>
        <translation>Enter öffnet die Unterhaltung.</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Approve the draft</source>
        <translation>Entwurf freigeben</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>Entwurf ablehnen</translation>
    </message>
    <message>
        <source>Send what is written</source>
        <translation>Geschriebenes senden</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Set status</source>
        <translation>Status setzen</translation>
    </message>
    <message>
        <source>Set sentiment</source>
        <translation>Stimmung setzen</translation>
    </message>
    <message>
        <source>Done: mark as read and go on</source>
        <translation>Erledigt: als gelesen markieren und weiter</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>Gelesen oder ungelesen</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Tick all that match</source>
        <translation>Alle Treffer auswählen</translation>
    </message>
    <message numerus="yes">
        <source>For %n conversation(s)</source>
        <translation>
            <numerusform>Für %n Unterhaltung</numerusform>
            <numerusform>Für %n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Blacklist?</source>
        <translation>Sperren?</translation>
    </message>
    <message>
        <source>%1: nothing is sent there any more, and it no longer requires attention.</source>
        <translation>%1: dorthin wird nichts mehr gesendet, und Aufmerksamkeit ist nicht mehr nötig.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>signalbox::UndoBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 leaves in %2 s</source>
        <translation>%1 geht in %2 s hinaus</translation>
    </message>
    <message>
        <source>%1 in %2 s</source>
        <translation>%1 in %2 s</translation>
    </message>
    <message>
        <source>%1 · waits for the service</source>
        <translation>%1 · wartet auf den Dienst</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>signalbox::WorkflowsTab</name>
    <message>
        <source>Total booked</source>
        <translation>Gebucht gesamt</translation>
    </message>
    <message>
        <source>Leads whose meeting was booked in the period. Meetings cancelled later stay in.</source>
        <translation>Leads, deren Termin im Zeitraum gebucht wurde. Später abgesagte Termine bleiben enthalten.</translation>
    </message>
    <message>
        <source>Booked from initial</source>
        <translation>Gebucht aus Erstnachricht</translation>
    </message>
    <message>
        <source>Meetings no follow-up sequence had a part in: the lead booked before any sequence sent a step.</source>
        <translation>Termine, an denen keine Nachfass-Sequenz beteiligt war: der Lead hat gebucht, bevor eine Sequenz einen Schritt gesendet hat.</translation>
    </message>
    <message>
        <source>Booked from workflow</source>
        <translation>Gebucht aus Workflow</translation>
    </message>
    <message>
        <source>Meetings of leads that a follow-up sequence had already sent a step to when they booked.</source>
        <translation>Termine von Leads, denen eine Nachfass-Sequenz bei der Buchung schon einen Schritt gesendet hatte.</translation>
    </message>
    <message>
        <source>Workflow share</source>
        <translation>Workflow-Anteil</translation>
    </message>
    <message>
        <source>Booked from workflow divided by total booked. “—”: nothing was booked.</source>
        <translation>Gebucht aus Workflow geteilt durch gebucht gesamt. „—“: nichts wurde gebucht.</translation>
    </message>
    <message>
        <source>Initial message or workflow</source>
        <translation>Erstnachricht oder Workflow</translation>
    </message>
    <message>
        <source>All meetings booked, divided by whether a follow-up sequence had sent the lead a step before.</source>
        <translation>Alle gebuchten Termine, aufgeteilt danach, ob eine Nachfass-Sequenz dem Lead vorher einen Schritt gesendet hatte.</translation>
    </message>
    <message>
        <source>Booked by sequence</source>
        <translation>Gebucht nach Sequenz</translation>
    </message>
    <message>
        <source>Meetings booked from a workflow, each counted once, for the sequence that brought it.</source>
        <translation>Aus einem Workflow gebuchte Termine, jeder einmal gezählt, für die Sequenz, die ihn gebracht hat.</translation>
    </message>
    <message>
        <source>No lead that a follow-up sequence wrote to has booked. A longer period may show some.</source>
        <translation>Kein Lead, den eine Nachfass-Sequenz angeschrieben hat, hat gebucht. Ein längerer Zeitraum zeigt vielleicht welche.</translation>
    </message>
    <message>
        <source>%1 from the initial message, %2 from a workflow</source>
        <translation>%1 aus der Erstnachricht, %2 aus einem Workflow</translation>
    </message>
    <message>
        <source>%1 workflow</source>
        <translation>%1 Workflow</translation>
    </message>
    <message>
        <source>Initial message</source>
        <translation>Erstnachricht</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>Dieser Zeitraum</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Vergleichszeitraum</translation>
    </message>
    <message>
        <source>Meetings booked</source>
        <translation>Termine gebucht</translation>
    </message>
</context>
<context>
    <name>signalbox::WorkspaceSwitcher</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Find a workspace</source>
        <translation>Arbeitsbereich finden</translation>
    </message>
    <message>
        <source>No workspace has this in its name.</source>
        <translation>Kein Arbeitsbereich hat das im Namen.</translation>
    </message>
</context>
</TS>
