"""What prefectures give while a permit is made, or instead of one: SEJ-REC, SEJ-PRO, SEJ-APS."""

from __future__ import annotations

from datetime import timedelta

from training.desk import Desk, Draft
from training.papers.card_copies import Chooser, Placing, magnified, placed
from training.papers.card_faces import figures
from training.papers.nationalities import foreigner, refugee, ukrainian
from training.papers.residence_sheets import Issued, Notice, Sheet, form, lying, two_columns, upright
from training.papers.writers import Drawer, Drawers, by_family
from training.people import Household


def _given(kind: str, whose: Chooser, sheet: Sheet, ways: tuple[Placing, ...], *notices: Notice) -> Drawer:
    def draw(desk: Desk, home: Household) -> Draft:
        rng = desk.rng
        who, notice, way = whose(desk, home), rng.choice(notices), rng.choice(ways)
        since = desk.day - timedelta(days=rng.randint(3, notice.days - 10))
        until = since + timedelta(days=notice.days)
        issued = Issued(notice, who, home, "99" + figures(rng, 8), since, until)
        return placed(kind, who.role, desk, way, sheet(magnified(desk, way), issued))

    return draw


_WITHDRAWN = "Ce document doit être restitué lors de la remise du titre. Toute falsification est punie par la loi."
_SMALL = "Articles L. 431-3 et R. 431-12 du code de l'entrée et du séjour des étrangers et du droit d'asile."
_WORK = "Il autorise son titulaire à travailler."

_RENEWAL = Notice(
    "RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR",
    "{who}, {born}, de nationalité {nation}, a demandé le {asked} le renouvellement de son titre de séjour, qui expire "
    "le {ended}. Le présent récépissé n'est valable qu'accompagné de ce titre.",
    _WORK,
    f"{_SMALL} {_WITHDRAWN}",
    90,
)
_RENEWAL_OF_RESIDENT = Notice(
    "RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR – RENOUVELLEMENT",
    "Le titulaire du présent récépissé, {who}, a demandé le {asked} le renouvellement de sa carte de résident. Il est "
    "autorisé à séjourner en France jusqu'à la date portée ci-dessous et à franchir les frontières.",
    "IL AUTORISE SON TITULAIRE À TRAVAILLER DANS LA PROFESSION DE SON CHOIX.",
    _SMALL,
    180,
)
_RENEWAL_OF_TODAY = Notice(
    "Récépissé de demande de renouvellement de titre de séjour",
    "Motif : renouvellement d'une carte de séjour pluriannuelle, demande enregistrée le {asked} par le service des "
    "migrations. Ancien titre valable jusqu'au {ended}.",
    "Droit au travail maintenu. Droits sociaux maintenus.",
    "Document provisoire délivré sur papier sécurisé. Vérifiez les dates avant tout déplacement hors de France.",
    120,
)
_CHANGE_OF_STATUS = Notice(
    "Récépissé de demande de titre de séjour",
    "A demandé le {asked} le renouvellement de son titre avec changement de statut. Titre précédent : {ended}.",
    "Le titulaire peut exercer une activité salariée.",
    _SMALL,
    120,
)
_RENEWAL_FOLDED = Notice(
    "Récépissé de demande de renouvellement d'un titre de séjour",
    "L'intéressé(e) dont l'identité figure ci-contre a sollicité, le {asked}, le renouvellement de la carte de séjour "
    "temporaire dont le terme est fixé au {ended}.",
    "Ce récépissé vaut autorisation de séjour et permet d'occuper un emploi.",
    "Il appartient au titulaire de se présenter muni du présent document à chaque convocation.",
    100,
)
_RECOGNISED = Notice(
    "RÉCÉPISSÉ CONSTATANT LA RECONNAISSANCE D'UNE PROTECTION INTERNATIONALE",
    "{who}, {born}, de nationalité {nation}, est reconnu réfugié par décision de l'OFPRA en date du {asked}, et a "
    "demandé à ce titre une carte de résident.",
    _WORK,
    "Article R. 424-1 du code de l'entrée et du séjour des étrangers et du droit d'asile.",
    180,
)
_SUBSIDIARY = Notice(
    "RÉCÉPISSÉ – A OBTENU LE BÉNÉFICE DE LA PROTECTION SUBSIDIAIRE",
    "{who}, {born}, a obtenu le bénéfice de la protection subsidiaire par décision de la Cour nationale du droit "
    "d'asile (CNDA) notifiée le {asked}. Le récépissé est délivré dans l'attente de la carte pluriannuelle.",
    "Il autorise son titulaire à travailler et à se déplacer librement en France.",
    _SMALL,
    180,
)
_PROTECTED = Notice(
    "Récépissé « reconnu réfugié »",
    "Protection internationale accordée le {asked} (OFPRA, statut de réfugié). Le présent récépissé tient lieu de "
    "titre de séjour pour l'ouverture des droits et l'accès au logement.",
    "Droit au travail : oui, sans autorisation.",
    "Renouvelable de plein droit jusqu'à la remise de la carte de résident de dix ans.",
    180,
)
_PROTECTED_FOLDED = Notice(
    "Récépissé constatant une protection internationale",
    "Le directeur général de l'Office français de protection des réfugiés et apatrides a, le {asked}, reconnu la "
    "qualité de réfugié à l'intéressé(e), qui a déposé une demande de titre.",
    "Le titulaire est autorisé à exercer la profession de son choix.",
    "À restituer contre la carte de séjour.",
    180,
)
_TEMPORARY = Notice(
    "AUTORISATION PROVISOIRE DE SÉJOUR",
    "{who}, {born}, de nationalité {nation}, bénéficiaire de la protection temporaire en application de la décision "
    "d'exécution (UE) 2022/382 du Conseil, est admis au séjour en France depuis le {asked}.",
    "AUTORISE SON TITULAIRE À TRAVAILLER.",
    "Article L. 581-1 du code de l'entrée et du séjour des étrangers et du droit d'asile.",
    180,
)
_TEMPORARY_OF_TODAY = Notice(
    "Autorisation provisoire de séjour – Bénéficiaire de la protection temporaire",
    "Délivrée à une personne déplacée d'Ukraine, prise en charge le {asked}. Renouvelable tant que la protection "
    "temporaire est maintenue par le Conseil de l'Union européenne.",
    "Accès au marché du travail, aux soins, au logement et à l'allocation pour demandeur d'asile.",
    "Art. L. 581-1 à L. 581-10 et R. 581-1 du CESEDA.",
    180,
)
_TEMPORARY_FOLDED = Notice(
    "Autorisation provisoire de séjour",
    "Vu l'article L. 581-1 du CESEDA ; le titulaire, de nationalité {nation}, est autorisé à demeurer provisoirement "
    "sur le territoire au titre de la protection temporaire accordée le {asked}.",
    "La présente autorisation permet l'exercice d'une activité professionnelle.",
    "Elle ne dispense pas des formalités de douane et de police.",
    180,
)

_TOP = Placing(1.0, ((0.15, 0.06), (0.15, 0.06)))
_COPIED = Placing(1.0, ((0.5, 0.4), (0.5, 0.4)), "sheet", grey=True)
_LARGER = Placing(1.3, ((0.5, 0.4), (0.5, 0.4)))
_CORNER = Placing(1.0, ((0.95, 0.03), (0.95, 0.03)))
_TURNED = Placing(1.0, ((0.3, 0.6), (0.3, 0.6)), turn=90, grey=True)
_MIDDLE = Placing(1.0, ((0.5, 0.3), (0.5, 0.3)), grey=True)
_LOW = Placing(0.95, ((0.1, 0.95), (0.1, 0.95)))
_FIRST, _SECOND, _THIRD = (_TOP, _LARGER), (_CORNER, _TURNED), (_MIDDLE, _LOW)

DRAWERS: Drawers = {
    "SEJ-REC": by_family(
        first=(
            _given("SEJ-REC", foreigner, upright, _FIRST, _RENEWAL, _RENEWAL_OF_RESIDENT),
            _given("SEJ-REC", foreigner, lying, (_COPIED,), _RENEWAL, _RENEWAL_OF_RESIDENT),
        ),
        second=(_given("SEJ-REC", foreigner, form, _SECOND, _RENEWAL_OF_TODAY, _CHANGE_OF_STATUS),),
        third=(_given("SEJ-REC", foreigner, two_columns, _THIRD, _RENEWAL_FOLDED),),
    ),
    "SEJ-PRO": by_family(
        first=(
            _given("SEJ-PRO", refugee, upright, _FIRST, _RECOGNISED, _SUBSIDIARY),
            _given("SEJ-PRO", refugee, lying, (_COPIED,), _RECOGNISED, _SUBSIDIARY),
        ),
        second=(_given("SEJ-PRO", refugee, form, _SECOND, _PROTECTED),),
        third=(_given("SEJ-PRO", refugee, two_columns, _THIRD, _PROTECTED_FOLDED),),
    ),
    "SEJ-APS": by_family(
        first=(_given("SEJ-APS", ukrainian, upright, _FIRST, _TEMPORARY),),
        second=(_given("SEJ-APS", ukrainian, form, _SECOND, _TEMPORARY_OF_TODAY),),
        third=(_given("SEJ-APS", ukrainian, two_columns, _THIRD, _TEMPORARY_FOLDED),),
    ),
}
