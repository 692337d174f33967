"""Divorces that a court pronounces or prepares, as registries, bailiffs and lawyers of several years word them."""

from __future__ import annotations

from training.desk import short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.court_asides import DIVORCE, MEASURES
from training.papers.kin import former_couple, offspring, wedding
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn


def _number(case: Case) -> str:
    label = case.one("R.G. n°", "N° RG", "Rôle général", "Répertoire général :")
    return f"{label} {case.some(2, 25):02d}/0{case.number(4)}"


def _court(case: Case) -> str:
    court = case.one("TRIBUNAL JUDICIAIRE", "TRIBUNAL DE GRANDE INSTANCE", "T.G.I.")
    return f"{court} {case.one('DE', 'SITUE A')} {case.commune}"


def _children(case: Case) -> str:
    return ", ".join(f"{child.prenom} ({short_date(child.naissance)})" for child in offspring(case))


def _judgment_of_divorce(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day = wedding(case, wife, husband, 700)
    ground = case.one("pour altération définitive du lien conjugal", "pour faute aux torts de l'époux", "accepté")
    return Paper(
        "FAM-DIV",
        None,
        _court(case),
        case.one("Jugement", "Jugement du juge aux affaires familiales", f"Jugement du {case.long(100, 700)}"),
        (
            Text(case.one("REPUBLIQUE FRANCAISE - AU NOM DU PEUPLE FRANCAIS", "Au nom du peuple français")),
            Fields(
                (
                    (case.one("Demandeur", "Demanderesse", "Partie requérante"), case.known(wife)),
                    ("Ayant pour avocat", f"Maître {case.third()}"),
                    (case.one("Défendeur", "En défense"), case.known(husband)),
                    ("Composition", f"{case.third()}, juge"),
                )
            ),
            Heading(case.one("Exposé du litige", "Faits, procédure et prétentions", "FAITS ET PROCEDURE")),
            *texts(
                f"Les époux se sont mariés le {short_date(day)} devant l'officier civil de {case.commune.title()}"
                f", {case.one('sans contrat', 'après contrat reçu par notaire')}. De cette union : {_children(case)}.",
                f"Par acte du {case.short(800, 900)}, l'épouse a assigné son conjoint. La clôture est intervenue le "
                f"{case.short(720, 790)}. Il est renvoyé aux écritures pour l'exposé des moyens.",
            ),
            Leaf(),
            Heading(case.one("PAR CES MOTIFS", "DISPOSITIF", "Par ces motifs, statuant publiquement")),
            *texts(
                f"{case.one('PRONONCE', 'Prononce')} le divorce des époux {ground} ;",
                "DIT que mention en sera portée en marge de l'acte de mariage et des actes de naissance ;",
                f"FIXE la résidence des enfants au domicile {case.one('de la mère', 'du père')} et la contribution à "
                f"leur entretien à {case.some(8, 30) * 10} euros par mois et par enfant, avec indexation ;",
                f"ATTRIBUE à {wife.full} le droit au bail du logement sis {case.address} ;",
                "INVITE les parties à procéder amiablement aux opérations de partage ; CONDAMNE aux dépens.",
            ),
        ),
        references=(_number(case), f"Minute {case.number(4)}"),
        signer=case.one("Le greffier   Le juge", "La présidente", "Le juge aux affaires familiales"),
        numbered=True,
    )


def _extract_of_divorce(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-DIV",
        None,
        case.one(f"Greffe du {_court(case).lower()}", "EXTRAIT DES MINUTES DU GREFFE", "SECRETARIAT-GREFFE"),
        case.one("Extrait de jugement", "Extrait d'une décision de divorce", "Extrait pour transcription"),
        (
            *texts(
                f"D'un jugement rendu {case.one('contradictoirement', 'en premier ressort')} le {case.long(90, 2000)}, "
                "il a été extrait ce qui suit :",
                f"« {case.one('Le divorce est prononcé', 'A prononcé le divorce')} entre {husband.full}, "
                f"{husband.born} à {husband.lieu}, et {wife.full}, {wife.born} à {wife.lieu}, mariés le "
                f"{spelled_day(wedding(case, wife, husband, 2100))} »,",
                case.one(
                    "Cette décision est passée en force de chose jugée, aucun appel n'ayant été formé.",
                    f"Acquiescement des deux parties. Date à laquelle le divorce est définitif : {case.short(2, 80)}.",
                ),
            ),
            Text(case.one("Pour extrait certifié conforme", "Extrait conforme à la minute"), bold=True),
        ),
        lines=("Service des affaires familiales", case.home.ville),
        references=(_number(case),),
        signer=case.one("Le directeur de greffe", "Le greffier en chef", "La greffière"),
        seal=("GREFFE", case.commune),
    )


def _final_divorce_letter(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-DIV",
        None,
        case.one(f"Maître {case.third()}", f"Cabinet {case.third()} - Avocats", f"SELARL {case.third()}"),
        case.one("Votre divorce", "Notification du jugement de divorce", f"Aff. {wife.nom} / {husband.nom}"),
        texts(
            case.one("Chère Madame, cher Monsieur,", "Madame, Monsieur,", f"{case.who.civility},"),
            f"Je vous {case.one('adresse sous ce pli', 'prie de trouver ci-joint')} la grosse du jugement de divorce "
            f"rendu le {case.long(60, 300)} par le juge aux affaires familiales, signifié à votre ex-conjoint.",
            f"Le délai d'appel d'un mois étant {case.one('écoulé', 'expiré')}, le divorce prononcé est définitif. "
            "La transcription sur vos actes de naissance et de mariage est en cours.",
            case.one(
                f"Restera la liquidation du régime matrimonial devant Maître {case.third()}, notaire.",
                f"La prestation compensatoire de {case.sum(3000, 20000)} vous sera réglée sur mon compte CARPA.",
            ),
            case.one("Votre bien dévouée,", "Je vous prie de croire à mes sentiments dévoués."),
        ),
        lines=("Avocat à la Cour", case.home.rue, f"Tél. 01 99 00 {case.number(2)} {case.number(2)}"),
        references=(_number(case), f"N/Réf. {case.number(5)}"),
        letter=True,
        signer=case.one("L'avocat", f"Maître {case.third()}"),
    )


def _certificate_of_no_appeal(case: Case) -> Paper:
    wife, husband = former_couple(case)
    european = case.desk.rng.random() < 0.4
    form = (
        ("2. Juridiction", _court(case)),
        ("3. Mariage : pays, lieu", f"FRANCE, {case.commune}"),
        ("3.2 Epouse", wife.full),
        ("3.3 Epoux", husband.full),
        ("5.3 Divorce / séparation de corps", "Divorce"),
        ("7. La décision est-elle susceptible de recours ?", "Non"),
    )
    plain = (
        ("Affaire", f"{wife.nom.upper()} c/ {husband.nom.upper()}"),
        ("Nature", case.one("Divorce contentieux", "Divorce - art. 233", "Divorce sur demande acceptée")),
        ("Décision du", case.short(120, 400)),
        ("Appel", case.one("Néant", "Aucune déclaration d'appel à ce jour")),
    )
    return Paper(
        "FAM-DIV",
        None,
        case.one("COUR D'APPEL - GREFFE CENTRAL", _court(case)),
        "Certificat visé à l'article 39 du règlement n° 2201/2003"
        if european
        else case.one("Certificat de non-appel", "Certificat de non-pourvoi", "Attestation de divorce définitif"),
        (
            Fields(form if european else plain),
            Text(case.one("Délivré à la requête de l'intéressée.", "Le présent vaut ce que de droit en divorce.")),
        ),
        references=(_number(case),),
        signer=case.one("Le greffier", "Le directeur des services de greffe judiciaires"),
        seal=("GREFFE",),
    )


def _orientation_order(case: Case) -> Paper:
    wife, husband = former_couple(case)
    kept = case.one("à l'épouse", "à l'époux")
    return Paper(
        "FAM-ONC",
        None,
        _court(case),
        case.one("Ordonnance d'orientation", "Ordonnance du juge de la mise en état", "Mesures provisoires"),
        (
            Text(
                f"{wife.full} / {husband.full} - audience d'orientation et sur mesures provisoires (art. 254 C. civ.)"
            ),
            *texts(
                f"L'assignation en divorce a été délivrée le {case.short(60, 200)}, sans indication de son fondement.",
                f"{case.one('Statuant', 'Nous, juge de la mise en état, statuant')} par ordonnance susceptible d'appel "
                "dans les quinze jours de sa signification, exécutoire de droit à titre provisoire :",
                "CONSTATE que les époux résident séparément ;" if case.some(0, 1) else "Autorise la vie séparée ;",
                f"Attribue {kept} la jouissance du logement familial situé {case.address} et du mobilier du ménage, "
                f"à charge d'en régler le loyer de {case.amount(case.home.loyer)} ;",
                f"Résidence provisoire des enfants : {_children(case)}, chez {case.one('la mère', 'le père')} ; "
                f"pension au titre du devoir de secours : {case.some(10, 40) * 10} euros ;",
                f"RENVOIE à la mise en état du {case.ahead()} pour les conclusions au fond.",
            ),
        ),
        references=(_number(case), case.one("Cabinet 3", "2ème chambre", "JAF cabinet B")),
        signer="Le juge",
        seal=("TRIBUNAL", case.commune),
    )


def _order_of_no_conciliation(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-ONC",
        None,
        _court(case),
        case.one("ONC", "Ordonnance de non conciliation", "Ordonnance rendue sur tentative de conciliation"),
        (
            *texts(
                f"L'an {case.some(2006, 2020)}, en notre cabinet, devant Nous, {case.third()}, vice-président délégué, "
                "assisté du greffier, ont comparu :",
                f"1° {case.known(husband)} ; 2° {case.known(wife)}, assistés de leurs conseils.",
                case.one(
                    "Après nous être entretenu séparément avec chacun, puis réunis, nous n'avons pu les concilier.",
                    "Les parties maintiennent leur demande. Un procès-verbal d'acceptation (article 233) a été signé.",
                ),
            ),
            Heading(case.one("SUR QUOI", "EN CONSEQUENCE", "Sur les mesures provisoires")),
            *texts(
                "- autorisons les époux à introduire l'instance en divorce, dans les trente mois ;",
                f"- disons qu'ils résideront séparément : {husband.full} devra quitter les lieux sous "
                f"{case.one('un mois', 'trois mois')} ;",
                f"- remettons à chacun ses vêtements ; - fixons le secours à {case.some(10, 50) * 10} € ;",
                f"- disons que {wife.full} assurera le règlement provisoire du crédit de {case.sum(80, 700)}.",
            ),
        ),
        references=(_number(case), f"ONC n° {case.number(3)}"),
        signer=case.one("Le greffier   Le juge conciliateur", "Le Juge aux affaires familiales"),
        numbered=True,
    )


def _writ_of_divorce(case: Case) -> Paper:
    wife, husband = former_couple(case)
    officer = case.one("Huissier de Justice", "Commissaire de justice", "Huissiers de justice associés")
    return Paper(
        "FAM-ONC",
        None,
        f"{case.third()}, {officer}",
        case.one("Assignation", "Demande en divorce", "Assignation devant le juge aux affaires familiales"),
        (
            *texts(
                f"L'AN DEUX MILLE VINGT-QUATRE et le {case.long(30, 400).rsplit(' ', 1)[0]},",
                f"A LA DEMANDE DE : {case.known(wife)}, demeurant {case.address}, ayant pour avocat constitué Maître "
                f"{case.third()} ; J'AI, {officer} soussigné, DONNE ASSIGNATION A : {case.known(husband)}",
                f"à comparaître à l'audience d'orientation du {case.ahead()} à {case.some(8, 11)} heures, devant le "
                f"{_court(case).lower()}. Vous devez constituer avocat dans les quinze jours.",
            ),
            Heading(case.one("PLAISE AU TRIBUNAL", "OBJET DE LA DEMANDE", "Discussion")),
            *texts(
                f"Du mariage célébré le {short_date(wedding(case, wife, husband, 900))} sont issus {_children(case)}. "
                "La cohabitation a cessé ; la demanderesse entend voir fixer les mesures provisoires.",
                "Il est rappelé la médiation familiale (article 252 du Code civil).",
            ),
            Table(
                (("Bordereau de pièces", ""), ("1", "Acte de mariage"), ("2", "Bail"), ("3", "Avis d'impôt")), (3, 2)
            ),
        ),
        lines=(case.home.ville, "Acte n° " + case.number(6)),
        references=(case.one("PREMIERE EXPEDITION", "COPIE"), f"Coût : {case.sum(40, 90)}"),
        signer=officer,
        seal=("ETUDE", case.commune),
    )


def _summons_before_divorce(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-ONC",
        None,
        case.one(f"Greffe - {_court(case).title()}", f"Cabinet d'avocat {case.third()}"),
        case.one("Attestation de procédure", "Procédure de divorce en cours", "Convocation"),
        texts(
            case.one("Madame, Monsieur,", "A qui de droit,", f"{case.who.civility} {case.who.nom.upper()},"),
            f"{case.one('Je confirme', 'Il est attesté')} que la procédure de divorce entre {wife.full} et "
            f"{husband.full} est {case.one('pendante', 'en cours')} ; une requête a été enregistrée le "
            f"{case.short(20, 200)}.",
            case.one(
                f"Vous êtes convoqués le {case.ahead(10, 90)} à la tentative de conciliation, en personne.",
                "Une ordonnance sur mesures provisoires a autorisé les époux à vivre séparément.",
                f"L'audience sur mesures provisoires est fixée au {case.ahead(10, 90)}.",
            ),
            case.one("La présente est remise pour ses démarches de logement.", "Munissez-vous de cette lettre."),
        ),
        references=(_number(case),),
        letter=True,
        signer=case.one("Le greffier", "L'avocat"),
    )


WRITERS: Writers = {
    "FAM-DIV": to_learn(
        *with_asides(
            DIVORCE, _judgment_of_divorce, _extract_of_divorce, _final_divorce_letter, _certificate_of_no_appeal
        )
    ),
    "FAM-ONC": to_learn(
        *with_asides(MEASURES, _orientation_order, _order_of_no_conciliation, _writ_of_divorce, _summons_before_divorce)
    ),
}
