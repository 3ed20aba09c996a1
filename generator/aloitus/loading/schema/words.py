"""The words that fields take, and what people write instead: Finnish words, other spellings, YAML's own guesses."""

from aloitus.loading.choices import Word
from aloitus.model.client import ChangeKind, ClientStatus, InvoicingStatus, MeetingStatus, Status
from aloitus.model.process import Side

_DONE = ("valmis", "tehty", "kuitattu", "suoritettu", "true", "yes", "kylla", "1", "x", "ok", "finished", "completed")
_NOT_APPLICABLE = ("ei koske", "n/a", "na", "not applicable", "ei tarvita", "tarpeeton")
_CANCELLED = dict.fromkeys(("peruttu", "peruutettu", "canceled"), "cancelled")
_TASK_WORDS = {
    **dict.fromkeys(_DONE, "done"),
    **dict.fromkeys(_NOT_APPLICABLE, "not-applicable"),
    **dict.fromkeys(("avoin", "auki", "aloittamatta", "tekematta", "false", "no", "ei", "0", "todo"), "open"),
    **dict.fromkeys(("kesken", "tyon alla", "aloitettu", "started", "ongoing"), "in-progress"),
    **dict.fromkeys(("odottaa", "odottaa asiakasta", "on hold"), "waiting"),
    **dict.fromkeys(("estynyt", "jumissa", "stuck"), "blocked"),
}

TASK_STATUS = Word({status.value: status for status in Status if status is not Status.CANCELLED}, _TASK_WORDS)
OWN_TASK_STATUS = Word({status.value: status for status in Status}, _TASK_WORDS | _CANCELLED)
CLIENT_STATUS = Word(
    {status.value: status for status in ClientStatus},
    {
        **_CANCELLED,
        **dict.fromkeys(("suunniteltu", "suunnitteilla", "tulossa"), "planned"),
        **dict.fromkeys(("aktiivinen", "kaynnissa", "kesken", "open", "avoin"), "active"),
        **dict.fromkeys(("paatetty", "paattynyt", "suljettu", "valmis", "done"), "closed"),
    },
)
MEETING_STATUS = Word(
    {status.value: status for status in MeetingStatus},
    {
        **_CANCELLED,
        **dict.fromkeys(("sovittu", "suunniteltu", "kutsuttu", "open"), "planned"),
        **dict.fromkeys(("pidetty", "done", "valmis", "true", "yes"), "held"),
    },
)
INVOICING_STATUS = Word(
    {status.value: status for status in InvoicingStatus},
    {
        **dict.fromkeys(("avoin", "auki", "laskuttamatta"), "open"),
        **dict.fromkeys(("laskutettu", "done", "valmis", "billed"), "invoiced"),
        **dict.fromkeys(("ei laskuteta", "hyvitetty", "poistettu", "waived"), "written-off"),
    },
)
CHANGE_KIND = Word(
    {kind.value: kind for kind in ChangeKind},
    {
        **_CANCELLED,
        **dict.fromkeys(("paivan siirto", "siirto", "siirretty", "paiva siirretty"), "date-moved"),
        **dict.fromkeys(("palvelun lisays", "palvelu lisatty", "uusi palvelu"), "service-added"),
        **dict.fromkeys(("palvelun poisto", "palvelun poistaminen", "palvelu poistettu"), "service-removed"),
        **dict.fromkeys(("tosiseikan lisays", "tosiseikka lisatty"), "fact-added"),
        **dict.fromkeys(("tosiseikan poisto", "tosiseikan poistaminen", "tosiseikka poistettu"), "fact-removed"),
        **dict.fromkeys(("myohastynyt palaveri", "myohastynyt pikapalaveri"), "late-review"),
        **dict.fromkeys(("uudelleen avaaminen", "avattu uudelleen", "avattu"), "reopened"),
        **dict.fromkeys(("peruminen", "kayttoonoton peruminen"), "cancelled"),
        **dict.fromkeys(("tuonti", "tuotu"), "imported"),
        **dict.fromkeys(("poistaminen", "tietojen poistaminen"), "purged"),
    },
)
SIDE = Word(
    {side.value: side for side in Side},
    {"asiakas": "client", **dict.fromkeys(("tilitoimisto", "toimisto", "me"), "firm")},
)
