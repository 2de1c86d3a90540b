"""Mails as the programs of this world send them: headers, parts and encodings each really uses."""

import base64
import quopri
from datetime import UTC, datetime
from textwrap import dedent
from zoneinfo import ZoneInfo

GOOGLE, OUTLOOK, APPLE, THUNDERBIRD = "google", "outlook", "apple", "thunderbird"
BERLIN = ZoneInfo("Europe/Berlin")
PROGRAMS = (GOOGLE, OUTLOOK, APPLE, THUNDERBIRD)


def crlf(text: str) -> bytes:
    return dedent(text).lstrip("\n").replace("\r\n", "\n").replace("\n", "\r\n").encode()


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def google(
    *, to: str, who: str, uid: str, sequence: int, answer: str, at: datetime, until: datetime, **_more: str
) -> bytes:
    """Google Calendar: multipart/mixed with an alternative inside, once more as invite.ics."""
    event = crlf(f"""
        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        METHOD:REPLY
        BEGIN:VEVENT
        DTSTART:{_stamp(at)}
        DTEND:{_stamp(until)}
        DTSTAMP:20260302T080102Z
        ORGANIZER;CN=Bruno Ferreira:mailto:{to}
        UID:{uid}
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};CN={who}
         ;X-NUM-GUESTS=0:mailto:{who}
        CREATED:20260302T070000Z
        DESCRIPTION:
        LAST-MODIFIED:20260302T080102Z
        LOCATION:
        SEQUENCE:{sequence}
        STATUS:CONFIRMED
        SUMMARY:Meeting with Bruno
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR
        """)
    coded = base64.encodebytes(event).decode().replace("\n", "\r\n")
    return crlf(f"""
        MIME-Version: 1.0
        Reply-To: Amina Diallo <{who}>
        Sender: Google Calendar <calendar-notification@google.com>
        Message-ID: <calendar-{uid}-{answer}-{sequence}@google.com>
        Date: Mon, 02 Mar 2026 08:01:03 +0000
        Subject: {answer.title()}: Meeting with Bruno @ Tue 3 Mar 2026 9am - 9:30am (CET)
        From: Amina Diallo <{who}>
        To: {to}
        Content-Type: multipart/mixed; boundary="000000000000f1a2b3064c0d1e2f"

        --000000000000f1a2b3064c0d1e2f
        Content-Type: multipart/alternative; boundary="000000000000f1a2b1064c0d1e2d"

        --000000000000f1a2b1064c0d1e2d
        Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
        Content-Transfer-Encoding: base64

        QW1pbmEgRGlhbGxvIGhhcyBhY2NlcHRlZCB0aGlzIGludml0YXRpb24uDQo=
        --000000000000f1a2b1064c0d1e2d
        Content-Type: text/calendar; charset="UTF-8"; method=REPLY
        Content-Transfer-Encoding: 7bit

        """) + event + b"--000000000000f1a2b1064c0d1e2d--\r\n" + crlf("""
        --000000000000f1a2b3064c0d1e2f
        Content-Type: application/ics; name="invite.ics"
        Content-Disposition: attachment; filename="invite.ics"
        Content-Transfer-Encoding: base64

        """) + coded.encode() + b"--000000000000f1a2b3064c0d1e2f--\r\n"  # fmt: skip


def outlook(
    *, to: str, who: str, uid: str, sequence: int, answer: str, at: datetime, until: datetime, **more: str
) -> bytes:
    """Outlook with Exchange: upper-case MAILTO, its own zone names, X-MICROSOFT lines, in base64."""
    method = more.get("method", "REPLY")
    proposed = f"\r\n        X-MS-OLK-ORIGINALSTART:{more['original']}" if more.get("original") else ""
    event = crlf(f"""
        BEGIN:VCALENDAR
        METHOD:{method}
        PRODID:Microsoft Exchange Server 2010
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        ATTENDEE;PARTSTAT={answer};CN=Amina Diallo:MAILTO:{who.upper()}
        COMMENT;LANGUAGE=en-US:\\n
        UID:{uid}
        SUMMARY;LANGUAGE=en-US:Accepted: Meeting with Bruno
        DTSTART;TZID=W. Europe Standard Time:{at.astimezone(BERLIN):%Y%m%dT%H%M%S}
        DTEND;TZID=W. Europe Standard Time:{until.astimezone(BERLIN):%Y%m%dT%H%M%S}
        CLASS:PRIVATE
        PRIORITY:5
        DTSTAMP:20260302T080105Z
        TRANSP:OPAQUE
        STATUS:CONFIRMED
        SEQUENCE:{sequence}
        LOCATION;LANGUAGE=en-US:
        X-MICROSOFT-CDO-APPT-SEQUENCE:{sequence}
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY
        X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
        X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
        X-MICROSOFT-CDO-IMPORTANCE:1
        X-MICROSOFT-CDO-INSTTYPE:0{proposed}
        X-MICROSOFT-DISALLOW-COUNTER:FALSE
        END:VEVENT
        END:VCALENDAR
        """)
    coded = base64.encodebytes(event).decode().replace("\n", "\r\n").encode()
    return crlf(f"""
        From: Amina Diallo <{who}>
        To: Bruno Ferreira <{to}>
        Subject: Accepted: Meeting with Bruno
        Thread-Topic: Meeting with Bruno
        Thread-Index: AQHar1sGk2WmJ5vL0kq3gQZ5w7Yk4rF0pT1A
        Date: Mon, 2 Mar 2026 08:01:05 +0000
        Message-ID: <AM0PR07MB{sequence}{answer}{method}@AM0PR07MB1234.eurprd07.prod.outlook.com>
        Accept-Language: en-GB, de-DE
        Content-Language: en-GB
        X-MS-Has-Attach:
        X-MS-TNEF-Correlator:
        x-ms-exchange-organization-recordreviewcfmtype: 0
        Content-Type: multipart/alternative;
        \tboundary="_000_AM0PR07MB1234eurprd07prod_"
        MIME-Version: 1.0

        --_000_AM0PR07MB1234eurprd07prod_
        Content-Type: text/plain; charset="us-ascii"
        Content-Transfer-Encoding: quoted-printable

        =20

        --_000_AM0PR07MB1234eurprd07prod_
        Content-Type: text/html; charset="us-ascii"
        Content-Transfer-Encoding: quoted-printable

        <html><head><meta http-equiv=3D"Content-Type" content=3D"text/html"></head><body></body></html>

        --_000_AM0PR07MB1234eurprd07prod_
        Content-Type: text/calendar; charset="utf-8"; method={method}
        Content-Transfer-Encoding: base64

        """) + coded + b"--_000_AM0PR07MB1234eurprd07prod_--\r\n"  # fmt: skip


def apple(
    *, to: str, who: str, uid: str, sequence: int, answer: str, at: datetime, until: datetime, **_more: str
) -> bytes:
    """Calendar on a Mac: quoted-printable, the attendee's EMAIL beside a folded address."""
    event = crlf(f"""
        BEGIN:VCALENDAR
        CALSCALE:GREGORIAN
        VERSION:2.0
        METHOD:REPLY
        X-WR-CALNAME:Calendar
        PRODID:-//Apple Inc.//macOS 15.3//EN
        BEGIN:VEVENT
        TRANSP:OPAQUE
        DTEND:{_stamp(until)}
        ORGANIZER;CN="Bruno Ferreira":mailto:{to}
        UID:{uid}
        DTSTAMP:20260302T080106Z
        LOCATION:
        DESCRIPTION:
        SEQUENCE:{sequence}
        SUMMARY:Meeting with Bruno
        LAST-MODIFIED:20260302T080100Z
        DTSTART:{_stamp(at)}
        CREATED:20260302T070000Z
        ATTENDEE;CN="Amina Diallo";CUTYPE=INDIVIDUAL;EMAIL="{who}";PARTSTAT={answer}:mailto:{who}
        END:VEVENT
        END:VCALENDAR
        """)
    coded = quopri.encodestring(event.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
    return crlf(f"""
        From: Amina Diallo <{who}>
        Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3826.400.131.1.6\\))
        Content-Type: multipart/alternative; boundary="Apple-Mail=_5C0B8A7E-1F2D-4E3C-9B8A-7D6E5F4C3B2A"
        Date: Mon, 2 Mar 2026 09:01:06 +0100
        Subject: =?utf-8?Q?Accepted=3A_Meeting_with_Bruno?=
        To: {to}
        Message-Id: <5C0B8A7E-{sequence}-{answer}@lakeside.example>
        X-Mailer: Apple Mail (2.3826.400.131.1.6)

        --Apple-Mail=_5C0B8A7E-1F2D-4E3C-9B8A-7D6E5F4C3B2A
        Content-Transfer-Encoding: 7bit
        Content-Type: text/plain;
        \tcharset=us-ascii

        Amina Diallo has accepted your invitation to the event: Meeting with Bruno.
        --Apple-Mail=_5C0B8A7E-1F2D-4E3C-9B8A-7D6E5F4C3B2A
        Content-Transfer-Encoding: quoted-printable
        Content-Type: text/calendar;
        \tcharset=utf-8;
        \tmethod=REPLY

        """) + coded + b"\r\n--Apple-Mail=_5C0B8A7E-1F2D-4E3C-9B8A-7D6E5F4C3B2A--\r\n"  # fmt: skip


def thunderbird(
    *, to: str, who: str, uid: str, sequence: int, answer: str, at: datetime, until: datetime, **more: str
) -> bytes:
    """Thunderbird: 8bit, and a counter as METHOD:COUNTER with the proposed hours in the zone they came in."""
    method = more.get("method", "REPLY")
    event = crlf(f"""
        BEGIN:VCALENDAR
        PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
        VERSION:2.0
        METHOD:{method}
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        DTSTART:19700329T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        DTSTART:19701025T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        CREATED:20260302T080107Z
        LAST-MODIFIED:20260302T080107Z
        DTSTAMP:20260302T080107Z
        UID:{uid}
        SUMMARY:Meeting with Bruno – é
        ORGANIZER;CN=Bruno Ferreira:mailto:{to}
        ATTENDEE;CN=Amina Diallo;PARTSTAT={answer};ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:{who}
        DTSTART;TZID=Europe/Berlin:{at.astimezone(BERLIN):%Y%m%dT%H%M%S}
        DTEND;TZID=Europe/Berlin:{until.astimezone(BERLIN):%Y%m%dT%H%M%S}
        SEQUENCE:{sequence}
        COMMENT:Könnten wir später?
        X-MOZ-RECEIVED-SEQUENCE:{sequence}
        X-MOZ-RECEIVED-DTSTAMP:20260302T070000Z
        END:VEVENT
        END:VCALENDAR
        """)
    return crlf(f"""
        Message-ID: <b1946ac9-{sequence}-{answer}-{method}@lakeside.example>
        Date: Mon, 2 Mar 2026 09:01:07 +0100
        MIME-Version: 1.0
        User-Agent: Mozilla Thunderbird
        Content-Language: de-DE
        From: Amina Diallo <{who}>
        To: {to}
        Subject: Event Invitation Reply (Accepted): Meeting with Bruno
        Content-Type: multipart/mixed; boundary="------------Boundary_(ID_qyG4ZdjoAsiZ+Jo19dCbWQ)"

        --------------Boundary_(ID_qyG4ZdjoAsiZ+Jo19dCbWQ)
        Content-Type: multipart/alternative;
         boundary="------------Boundary_(ID_ryU4ZdJoASiZ+Jo21dCbwA)"

        --------------Boundary_(ID_ryU4ZdJoASiZ+Jo21dCbwA)
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Amina Diallo hat die Einladung angenommen.

        --------------Boundary_(ID_ryU4ZdJoASiZ+Jo21dCbwA)
        Content-Type: text/calendar; method={method}; charset=utf-8
        Content-Transfer-Encoding: 8bit

        """) + event + crlf("""

        --------------Boundary_(ID_ryU4ZdJoASiZ+Jo21dCbwA)--

        --------------Boundary_(ID_qyG4ZdjoAsiZ+Jo19dCbWQ)--
        """)  # fmt: skip


def plain(*, to: str, who: str, words: str, more: str = "", key: str = "one") -> bytes:
    """A plain reply somebody typed; `more` are further header lines."""
    head = f"From: Amina Diallo <{who}>\r\nTo: {to}\r\nSubject: Re: Bruno wrote\r\n"
    head += f"Message-ID: <{key}@x.example>\r\n"
    head += "".join(f"{line}\r\n" for line in more.splitlines())
    kind = 'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    return (head + kind).encode() + words.replace("\n", "\r\n").encode()


WRITERS = {GOOGLE: google, OUTLOOK: outlook, APPLE: apple, THUNDERBIRD: thunderbird}
