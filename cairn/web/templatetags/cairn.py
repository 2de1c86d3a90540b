"""The words with which templates speak to the look: `{% load cairn %}`.

People
    {% stone person %}  {% stone person "small" %}  {% stone person "big" %}  {% stone None %}
        Avatar of a Person (anything with .id and .name) or of a plain name. Hidden from screen readers:
        always write the name beside it. `None` draws the open place of somebody still missing.
    {% stones a b %}
        Two or more avatars that overlap: a pair.

Signs
    {% icon "sun" %}  {% icon "lock" label=words %}
        An icon of Lucide by its file name, in the colour of the text. Give a label only when it stands alone.
    {% mark %}  {% waiting %}  {% landscape %}
        The mark; the drawing of an empty state; the view for welcome pages.

Pictures (each with its numbers folded away under it)
    {% week ours %}  {% week ours theirs name="Bruno" %}  {% week hers his whose="Amina" name="Bruno" %}
        Free time. Each is a list of (weekday 0–6, start, end) in minutes of the day, or of objects with these
        names (FreeHour), already in the READER's zone. `whose` names the first where it is not the reader's.
    {% journey 2 held=3 planned=8 %}
        The five stones of a pair, the first two laid; how many meetings of how many were held.
    {% fit parts %}
        The fit as a cairn. `parts`: a list of (label, how well 0–1, weight), of mappings with label, value
        and weight, or a card that carries one as .parts or ["parts"].
    {% supply balances %}  {% supply balances labels=words %}
        Rows of (skill, wanted, offered) or objects with these names; `labels` turns codes into words.
    {% histogram bins %}  {% histogram bins before=last %}
        Ten counts from stretch to strong; `before` outlines the last run behind them.
    {% mentor_load rows %}
        Rows of (name, mentees, capacity) or objects with these names.
    {% way journey.stones %}
        The stones a mentorship really has, each done, now or ahead, with their names.
    {% constellation seen %}
        You in the middle, mentors above, mentees below, peers beside; a Constellation of mentorships.
    {% levels reached=-1 aim=1 %}
        The five steps of a goal, −2 to +2.
    {% health "drifting" %}
        How a mentorship goes: thriving, drifting, at_risk or forming, as a little cairn with its word.

Sentences
    {% who_sees %}Only you two see this.{% end_who_sees %}
        The "who sees this" line, with its eye and its link to the whole table.
    {% strength "good" %}
        The chip: strong, good or stretch. Never a number.
    {% chips words %}
        Words such as skills, as the items of a list.

    {{ person.name|isolated }}
        A name beside another inside one sentence, where a <bdi> cannot stand.

Forms
    {% field form.name %}  {% field form.name icon="mail" %}
        Label, input, help and error of one bound field, wired for screen readers.
    {% form_errors form %}
        What is wrong with the form as a whole, and how many fields need a look.

Frame (used by shell/base.html)
    {% rail %}  {% topbar %}  {% toasts %}  {% style_sheet %}  {% import_map %}  {% vendor "path" %}
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cairn.kernel.text import isolated
from cairn.web.drawing import constellation as constellations
from cairn.web.drawing import fit as fits
from cairn.web.drawing import health as healths
from cairn.web.drawing import histogram as histograms
from cairn.web.drawing import icon as icons
from cairn.web.drawing import journey as journeys
from cairn.web.drawing import landscape as landscapes
from cairn.web.drawing import levels as scales
from cairn.web.drawing import load as loads
from cairn.web.drawing import mark as marks
from cairn.web.drawing import stone as avatars
from cairn.web.drawing import supply as supplies
from cairn.web.drawing import way as ways
from cairn.web.drawing import week as weeks
from cairn.web.drawing.pen import join
from cairn.web.shell import modules, navigation, sheet

register = template.Library()

register.filter("isolated", isolated)
register.simple_tag(marks.mark, name="mark")
register.simple_tag(marks.waiting, name="waiting")
register.simple_tag(landscapes.landscape, name="landscape")
register.simple_tag(weeks.week, name="week")
register.simple_tag(journeys.journey, name="journey")
register.simple_tag(ways.way, name="way")
register.simple_tag(constellations.constellation, name="constellation")
register.simple_tag(fits.fit, name="fit")
register.simple_tag(supplies.supply, name="supply")
register.simple_tag(histograms.histogram, name="histogram")
register.simple_tag(loads.mentor_load, name="mentor_load")
register.simple_tag(scales.levels, name="levels")
register.simple_tag(healths.health, name="health")
register.simple_tag(sheet.style_sheet, name="style_sheet")
register.simple_tag(modules.vendor, name="vendor")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon by its name."""
    return icons.icon(name, label=label)


@register.simple_tag
def stone(person: Any, size: str = "") -> SafeString:
    """One avatar."""
    return avatars.stone(person, size=size)


@register.simple_tag
def stones(*people: Any) -> SafeString:
    """Avatars that overlap."""
    return format_html('<span class="stones">{}</span>', join(avatars.stone(person) for person in people))


@register.simple_tag
def strength(code: str) -> SafeString:
    """How strong a match is, as a chip."""
    words = {
        "strong": ("chip--good", _("Strong match")),
        "good": ("", _("Good match")),
        "stretch": ("chip--ochre", pgettext("a match that asks more of both", "A stretch")),
    }
    colour, said = words[code]
    return format_html('<span class="chip {}">{}</span>', colour, said)


@register.simple_tag
def chips(labels: Iterable[str]) -> SafeString:
    """Words as the items of a list; a page shows hundreds, so they are written in one go."""
    return format_html_join("", '<li class="chip">{}</li>', ((label,) for label in labels))


@register.inclusion_tag("shell/field.html")
def field(bound: BoundField, icon: str = "") -> dict[str, Any]:
    """One field of a form."""
    described = [f"{bound.auto_id}_help"] if bound.help_text else []
    described += [f"{bound.auto_id}_error"] if bound.errors else []
    # A placeholder that repeats the label is noise, and vanishes when it is needed.
    bound.field.widget.attrs.pop("placeholder", None)
    attributes: dict[str, str | bool] = {"aria-describedby": " ".join(described)} if described else {}
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return {"field": bound, "input": bound.as_widget(attrs=attributes), "icon": icon, "kind": _kind(bound)}


def _kind(bound: BoundField) -> str:
    return getattr(bound.field.widget, "input_type", bound.widget_type)


@register.inclusion_tag("shell/form_errors.html")
def form_errors(form: BaseForm) -> dict[str, Any]:
    """What is wrong with a form as a whole."""
    return {"form": form, "fields": [bound for bound in form.visible_fields() if bound.errors]}


@register.simple_block_tag(end_name="end_who_sees")
def who_sees(content: str) -> SafeString:
    """Who sees this, in one line."""
    link = format_html('<a href="{}">{}</a>', navigation.who_sees_what(), _("Who sees what"))
    return format_html('<p class="who">{}<span>{} {}</span></p>', icons.icon("eye"), content, link)


@register.inclusion_tag("shell/rail.html", takes_context=True)
def rail(context: Context) -> dict[str, Any]:
    """The navigation: a rail on a desk, a bar on a phone."""
    return navigation.frame_of(context)


@register.inclusion_tag("shell/topbar.html", takes_context=True)
def topbar(context: Context) -> dict[str, Any]:
    """What a phone shows above the page: the mark, help, and who I am."""
    return navigation.frame_of(context)


@register.inclusion_tag("shell/toasts.html", takes_context=True)
def toasts(context: Context) -> dict[str, Any]:
    """What just happened, said once."""
    messages: Iterable[Any] = context.get("messages") or ()
    return {"messages": messages}


@register.simple_tag(takes_context=True)
def import_map(context: Context) -> SafeString:
    """Names of our modules and where they are, in the one inline script a page may hold."""
    return modules.import_map(nonce=str(getattr(context.get("request"), "csp_nonce", "")))


@register.inclusion_tag("shell/menu.html", takes_context=True)
def topbar_menu(context: Context) -> dict[str, Any]:
    """Language, look and who I am, where there is no navigation; nothing at all where there is no request."""
    return navigation.frame_of(context) if "request" in context else {}
