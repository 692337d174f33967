"""Couples that part without a trial or without divorce: agreements, notaries, dissolved PACS, lives kept apart."""

from __future__ import annotations

from training.desk import short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.court_asides import AGREEMENT, SEPARATION
from training.papers.kin import former_couple, offspring, wedding
from training.papers.registry_asides import PACS_ENDED
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _agreement_of_divorce(case: Case) -> Paper:
    wife, husband = former_couple(case)
    children = " et ".join(child.prenom for child in offspring(case))
    first, second = f"Maître {case.third()}", f"Maître {case.third()}"
    return Paper(
        "FAM-AVO",
        None,
        case.one("ACTE D'AVOCATS", f"{first} - {second}", "e-Acte d'avocat"),
        case.one("Convention de divorce", "Divorce sans juge - Convention", "Convention (article 229-1 du Code civil)"),
        (
            Text(case.one("ENTRE LES SOUSSIGNES :", "Les parties à l'acte :", "ONT ETABLI LES PRESENTES")),
            Fields(((wife.full, f"assistée de {first}"), (husband.full, f"assisté de {second}"))),
            *texts(
                f"Mariés le {short_date(wedding(case, wife, husband, 500))} à {case.commune.title()}, ils "
                f"{case.one('conviennent', 'ont convenu')} de la rupture du mariage et de ses effets.",
                f"{children}, {case.one('avisés de leurs droits', 'mineurs')}, n'ont pas demandé leur "
                "audition par le juge.",
            ),
            Heading(case.one("Article 1 - Effets entre époux", "I. LES EPOUX", "Conséquences personnelles")),
            *texts(
                "Chacun perd l'usage du nom de l'autre. La date d'effet entre les époux est celle du dépôt.",
                f"Le droit au bail du logement, {case.address}, est attribué à {case.who.full}.",
            ),
            Leaf(),
            Heading(case.one("Article 2 - Enfants", "II. LES ENFANTS")),
            Text(f"Autorité conjointe. Résidence fixée d'un commun accord. Contribution : {case.some(8, 30) * 10} €."),
            Heading(case.one("Article 3 - Dépôt", "III. FORMALITES", "Dépôt au rang des minutes")),
            *texts(
                f"Maître {case.third()}, notaire, contrôlera les exigences formelles et le délai de réflexion de quinze"
                " jours, puis déposera la convention au rang de ses minutes, ce qui lui donne force exécutoire.",
                "Fait en quatre exemplaires, chaque page étant paraphée.",
            ),
        ),
        signer=case.one("Les époux et leurs avocats", "Signatures électroniques"),
        numbered=True,
        foot=case.one("Paraphes :", "", "Contreseing électronique des avocats"),
    )


def _deposit_with_notary(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-AVO",
        None,
        case.one(f"ETUDE DE ME {case.third()}", "OFFICE NOTARIAL", f"{case.third()} & Associés, Notaires"),
        case.one("Attestation", "Attestation de divorce", "Attestation notariale de dépôt"),
        texts(
            f"Le soussigné, notaire à {case.commune.title()}, {case.one('certifie', 'atteste')} avoir procédé le "
            f"{case.short(10, 400)} au dépôt au rang des minutes de l'étude, {case.one('répertoire', 'sous le')} n° "
            f"{case.number(5)}, d'une convention contresignée par avocats de divorce par consentement mutuel, entre :",
            f"{case.known(husband)}, et {case.known(wife)}.",
            case.one(
                "Le divorce est effectif entre eux depuis cette date, opposable aux tiers après mention d'état civil.",
                "En application des articles 229-1 à 229-4 du Code civil, l'acte a date certaine et force exécutoire.",
            ),
        ),
        lines=(case.home.rue, case.home.ville, f"CRPCEN {case.number(5)}"),
        signer=case.one("Le notaire", "Maître " + case.third()),
        seal=("NOTAIRE",),
    )


def _lawyer_tells_of_agreement(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-AVO",
        None,
        case.one(f"{case.third()} AVOCAT", f"SCP {case.third()}", f"Cabinet de Me {case.third()}"),
        case.one("Attestation d'avocat", "Procédure amiable de divorce", f"{wife.nom.upper()} - {husband.nom.upper()}"),
        (
            Text(case.one("Par la présente,", "A la demande de mon client,", "Pour valoir ce que de droit,")),
            Text(
                f"je soussigné, avocat inscrit au barreau de {case.commune.title()}, atteste être "
                f"{case.one('saisi', 'mandaté', 'le conseil')} par {case.known(case.who)}, en vue d'un divorce "
                f"{case.one('amiable', 'par consentement mutuel', 'sans juge')} d'avec son conjoint."
            ),
            Text(
                case.one(
                    f"Le projet de convention a été adressé en recommandé aux époux le {case.short(3, 30)}.",
                    f"La signature est prévue à mon cabinet le {case.ahead(16, 60)}, puis le dépôt chez le notaire.",
                    "Mon confrère, intervenant pour l'autre époux, a donné son accord de principe.",
                )
            ),
            *((Text("Les époux vivent d'ores et déjà séparément."),) if case.some(0, 1) else ()),
        ),
        lines=("Avocat au barreau", case.home.ville, f"Toque {case.number(3)}"),
        signer="L'avocat",
    )


def _approved_by_judge(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-AVO",
        None,
        f"TRIBUNAL DE GRANDE INSTANCE DE {case.commune}",
        case.one("Divorce sur requête conjointe", "Homologation d'une convention de divorce", "Convention homologuée"),
        (
            *texts(
                f"Requête conjointe enregistrée le {case.short(3000, 5000)}, présentée par {wife.full} et "
                f"{husband.full}, ayant pour avocat commun Maître {case.third()}.",
                "Le juge, après avoir examiné la demande avec chacun des époux puis les avoir réunis, a acquis la "
                "conviction que leur volonté est réelle et leur consentement libre (article 232).",
                f"{case.one('HOMOLOGUE', 'Homologuons')} la convention définitive portant règlement complet des effets "
                "du divorce par consentement mutuel, annexée à la présente.",
            ),
            Leaf(),
            Heading(case.one("CONVENTION DEFINITIVE", "Annexe : convention", "Etat liquidatif")),
            Table(
                (("Bien", "Epouse", "Epoux"), ("Véhicule", "", "x"), ("Mobilier", "x", ""), ("Bail", "x", "")),
                (2, 1, 1),
            ),
        ),
        references=(f"RG {case.some(2, 16):02d}/{case.number(5)}",),
        signer="Le juge aux affaires familiales",
        seal=("T.G.I.", case.commune),
    )


def _legal_separation_judged(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-SEP",
        None,
        case.one(f"TRIBUNAL JUDICIAIRE DE {case.commune}", f"T.G.I. DE {case.commune} - J.A.F."),
        case.one("Jugement", "Séparation de corps", "Jugement prononçant la séparation de corps"),
        texts(
            f"{wife.full} contre {husband.full}",
            f"Vu les articles 296 et suivants du code civil ; vu l'assignation du {case.short(300, 900)} ;",
            case.one("PAR CES MOTIFS,", "LE TRIBUNAL,", "Statuant après débats en chambre du conseil,"),
            f"Prononce la séparation de corps des époux {case.one('à leurs torts partagés', 'acceptée')} ; rappelle "
            "qu'elle ne dissout pas le mariage mais met fin au devoir de cohabitation, et entraîne la séparation "
            "de biens ;",
            f"Maintient le devoir de secours et fixe la pension à {case.some(10, 40) * 10} € ; autorise {wife.full} à "
            f"conserver l'usage du nom et le logement, {case.address}.",
        ),
        references=(f"N° RG {case.some(5, 24):02d}/{case.number(5)}",),
        signer="Le juge",
        seal=("TRIBUNAL",),
    )


def _leave_to_live_apart(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-SEP",
        None,
        case.one("Cabinet du juge aux affaires familiales", f"Tribunal de {case.commune.title()}"),
        case.one("Ordonnance sur requête", "Autorisation de résider séparément", "Mesures urgentes (art. 220-1)"),
        texts(
            f"Vu la requête présentée le {case.short(10, 60)} par {case.known(wife)} et les motifs d'urgence ;",
            f"{case.one('AUTORISONS', 'Autorisons')} la requérante à résider séparément de son mari, {husband.full}, "
            f"avec ses enfants mineurs, {case.one('en tout lieu de son choix', 'au domicile conjugal')} ;",
            f"Disons que la présente est valable jusqu'au {case.ahead(60, 300)} et deviendra caduque faute de demande "
            "en divorce ou en séparation de corps. Commettons tout commissaire de justice pour la signifier.",
        ),
        references=(f"Requête n° {case.number(4)}",),
        signer=case.one("Le président", "Le juge"),
    )


def _separation_by_agreement(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-SEP",
        None,
        case.one("Office notarial", f"Maître {case.third()}, avocat"),
        case.one("Séparation de corps par acte d'avocats", "Attestation de résidence séparée des époux"),
        (
            Fields((("Epouse", case.known(wife)), ("Epoux", case.known(husband)))),
            Text(
                case.one(
                    "Il est attesté que les époux susnommés, demeurant mariés, sont séparés de corps par convention "
                    f"contresignée, déposée le {case.short(20, 300)} (articles 298 et 229-1 du code civil).",
                    "La convention de séparation de corps règle la résidence séparée des époux, sans divorce.",
                )
            ),
            Text(f"Nouvelle résidence de l'épouse : {case.address}."),
        ),
        signer="Le notaire",
        seal=("NOTAIRE",),
    )


def _pacs_ended_at_town_hall(case: Case) -> Paper:
    one, other = former_couple(case)
    return Paper(
        "FAM-RPA",
        None,
        f"MAIRIE DE {case.commune}",
        case.one("Dissolution", "Récépissé de dissolution de PACS", "Certificat de dissolution d'un PACS"),
        (
            Text(f"Le PACS enregistré sous le n° {case.number(5)} entre les partenaires ci-après"),
            Table((("Partenaire", "Naissance"), (one.full, one.lieu), (other.full, other.lieu)), (1, 1)),
            Text(
                f"a pris fin le {case.short(5, 300)} par "
                f"{case.one('décision conjointe', 'volonté unilatérale', 'mariage ultérieur')}. "
                f"{case.one('La dissolution a été inscrite à cette date.', 'Mention faite en marge des naissances.')}"
            ),
        ),
        signer="L'officier de l'état civil",
        seal=("MAIRIE", case.commune),
    )


def _form_that_ends_a_pacs(case: Case) -> Paper:
    one, other = former_couple(case)
    return Paper(
        "FAM-RPA",
        None,
        "MINISTERE DE LA JUSTICE",
        case.one("Déclaration conjointe de dissolution", "Dissolution d'un Pacs : déclaration conjointe"),
        (
            Choices((("Le PACS a été enregistré par une mairie", True), ("par un notaire", False))),
            Filled((("Numéro d'enregistrement", case.number(6)), ("Date", case.short(900, 3000)))),
            Filled((("Premier partenaire - nom", one.nom.upper()), ("Prénoms", one.prenoms))),
            Filled((("Second partenaire - nom", other.nom.upper()), ("Prénoms", other.prenoms))),
            Text("déclarent mettre fin au pacte civil de solidarité qui les lie (article 515-7 du code civil)."),
        ),
        form=case.one("cerfa n° 15789*01", "15789*02", "15428*01"),
        signer="Signatures",
    )


def _pacs_ended_by_bailiff(case: Case) -> Paper:
    one, other = former_couple(case)
    return Paper(
        "FAM-RPA",
        None,
        f"{case.third()}, {case.one('huissier de justice', 'commissaire de justice')}",
        case.one("Signification", "Signification de rupture de PACS", "Acte de rupture unilatérale"),
        texts(
            f"A LA REQUETE DE {one.full}, je signifie à {other.full} que le requérant "
            f"{case.one('met fin', 'a décidé de mettre fin')} au pacte civil de solidarité conclu le "
            f"{case.short(900, 4000)} et enregistré {case.one('au greffe', 'en mairie')}.",
            "Une copie est remise au service qui a enregistré le pacte ; la dissolution prendra effet à la date de son "
            "enregistrement. Les partenaires liquideront eux-mêmes leurs droits.",
        ),
        lines=(case.home.ville, f"Tél. 01 99 00 {case.number(2)} {case.number(2)}"),
        references=(f"Acte {case.number(7)}",),
        signer="L'huissier" if case.some(0, 1) else "Le commissaire de justice",
    )


WRITERS: Writers = {
    "FAM-AVO": to_learn(
        *with_asides(
            AGREEMENT, _agreement_of_divorce, _deposit_with_notary, _lawyer_tells_of_agreement, _approved_by_judge
        )
    ),
    "FAM-SEP": to_learn(
        *with_asides(SEPARATION, _legal_separation_judged, _leave_to_live_apart, _separation_by_agreement)
    ),
    "FAM-RPA": to_learn(
        *with_asides(PACS_ENDED, _pacs_ended_at_town_hall, _form_that_ends_a_pacs, _pacs_ended_by_bailiff)
    ),
}
