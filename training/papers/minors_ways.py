"""Children's homes and parents, and adults under protection: courts, mediators, départements, associations."""

from __future__ import annotations

from training.desk import short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.court_asides import ADOPTION, CHILDREN, PROTECTION
from training.papers.kin import former_couple, offspring
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _children(case: Case) -> str:
    return " et ".join(f"{child.full}, {child.born} le {short_date(child.naissance)}" for child in offspring(case))


def _custody_judged(case: Case) -> Paper:
    mother, father = former_couple(case)
    turns = case.desk.rng.random() < 0.5
    return Paper(
        "FAM-GAR",
        None,
        case.one(f"TRIBUNAL JUDICIAIRE DE {case.commune}", f"T.G.I. {case.commune} - AFFAIRES FAMILIALES"),
        case.one("Jugement", "Jugement relatif à l'autorité parentale", "Jugement (parents non mariés)"),
        (
            Text(f"{mother.full} {case.one('c/', 'contre', '/')} {father.full}", bold=True),
            *texts(
                f"Les parties ont vécu en concubinage. De leur relation : {_children(case)}, reconnus par leurs deux "
                "parents.",
                f"Par requête du {case.short(200, 500)}, {case.one('la mère', 'le père')} a saisi le juge aux affaires "
                "familiales ; une enquête sociale a été versée aux débats.",
            ),
            Heading(case.one("PAR CES MOTIFS", "DECIDE", "Le juge, statuant en premier ressort")),
            *texts(
                "RAPPELLE que l'autorité parentale est exercée en commun ;",
                "FIXE la résidence en alternance, les semaines paires chez le père, impaires chez la mère, échange le "
                "vendredi à la sortie des classes ;"
                if turns
                else "FIXE la résidence habituelle chez la mère ; DIT que le père accueillera les enfants les fins de "
                "semaine paires et la moitié des vacances scolaires, trajets à sa charge ;",
                "DIT n'y avoir lieu à pension ; partage les frais de scolarité ;"
                if turns
                else f"FIXE la contribution à {case.some(8, 25) * 10} € par mois, par l'intermédiaire de l'ARIPA ;",
            ),
        ),
        references=(f"RG n° {case.some(10, 25)}/{case.number(5)}", f"Minute n° {case.number(3)}"),
        signer="Le greffier   Le juge",
        seal=("TRIBUNAL",),
        numbered=True,
    )


def _parents_agree(case: Case) -> Paper:
    mother, father = former_couple(case)
    return Paper(
        "FAM-GAR",
        None,
        case.one("Médiation familiale", "ASSOCIATION POUR LA PARENTALITE", "Accord entre parents"),
        case.one("Convention parentale", "Accord parental", "Nos engagements de parents", "Organisation de la garde"),
        (
            Text(f"Nous, {mother.full} et {father.full}, parents de {_children(case)}, convenons :"),
            Table(
                (
                    ("Période", "Chez la mère", "Chez le père"),
                    ("Semaine", case.one("du lundi au vendredi", "semaines impaires"), "semaines paires"),
                    ("Petites vacances", "1re moitié (années paires)", "2de moitié"),
                    ("Été", "août", "juillet"),
                ),
                (1, 1.6, 1.6),
            ),
            *texts(
                f"Les enfants sont {case.one('rattachés', 'à la charge fiscale')} {case.one('des deux', 'de la mère')}."
                " Cantine et mutuelle sont partagées par moitié.",
                case.one(
                    "Nous demanderons l'homologation au juge aux affaires familiales (article 373-2-7).",
                    "Une revoyure est prévue à la rentrée. L'accord a été signé en présence du médiateur.",
                ),
            ),
        ),
        signer=case.one("Les parents", "La mère   Le père"),
    )


def _honour_on_custody(case: Case) -> Paper:
    other = case.third()
    return Paper(
        "FAM-GAR",
        None,
        case.who.full,
        case.one("Attestation", "Attestation sur l'honneur de garde alternée", "A qui de droit"),
        texts(
            f"Je soussigné{case.who.gendered('e', '')} {case.who.full}, {case.who.born} le "
            f"{short_date(case.who.naissance)}, {case.one('atteste', 'certifie')} sur l'honneur avoir la garde "
            f"{case.one('alternée', 'exclusive', 'partagée')} de {_children(case)}.",
            f"{case.one('Le second parent', 'Mon ex-compagnon')}, {other}, exerce un droit de visite et d'hébergement "
            f"{case.one('un week-end sur deux', 'pendant la moitié des vacances', 'libre')}. Aucun jugement n'est "
            "intervenu à ce jour ; nous sommes d'accord sur la résidence des enfants.",
        ),
        lines=(case.home.rue, case.home.ville),
        signer=case.one("Signature des deux parents", case.who.full),
    )


def _order_on_children(case: Case) -> Paper:
    mother, father = former_couple(case)
    return Paper(
        "FAM-GAR",
        None,
        case.one("COUR D'APPEL - CHAMBRE DE LA FAMILLE", f"JUGE DES ENFANTS DE {case.commune}", "TRIBUNAL JUDICIAIRE"),
        case.one("Arrêt", "Ordonnance", "Ordonnance de référé", "Extrait des minutes du greffe"),
        (
            Fields((("Appelant / demandeur", father.full), ("Intimée / défenderesse", mother.full))),
            Text(f"Objet : {case.one('modification du droit de visite', 'transfert de résidence des enfants')}"),
            Leaf(),
            *texts(
                case.one("La Cour,", "Nous, juge,", "Statuant en référé,"),
                f"{case.one('Infirme', 'Modifie')} la décision du {case.short(300, 900)} ; transfère la résidence de "
                f"{_children(case)} au domicile {case.one('paternel', 'maternel')} à compter du {case.short(5, 60)} ;",
                f"Dit que le droit de visite de l'autre parent s'exercera {case.one('en lieu neutre', 'à la journée')},"
                f" deux fois par mois, pendant {case.one('six mois', 'un an')} ; interdit la sortie du territoire sans "
                "l'accord des deux parents ; décision exécutoire par provision.",
            ),
        ),
        references=(f"{case.one('N° RG', 'Assistance éducative')} {case.some(15, 25)}/{case.number(4)}",),
        signer=case.one("Le président", "Le juge"),
    )


def _adoption_judged(case: Case) -> Paper:
    child = offspring(case)[0]
    return Paper(
        "FAM-ADO",
        None,
        f"TRIBUNAL {case.one('JUDICIAIRE', 'DE GRANDE INSTANCE')} DE {case.commune}",
        case.one("Jugement d'adoption", "Adoption", "Jugement prononçant l'adoption"),
        texts(
            f"Vu la requête de {case.known(case.who)}, tendant à l'adoption {case.one('plénière', 'simple')} de "
            f"{child.full}, {child.born} le {short_date(child.naissance)} à {child.lieu} ;",
            f"Vu le consentement recueilli par notaire et non rétracté, vu l'avis du ministère public du "
            f"{case.short(100, 400)} ; attendu que l'adoption est conforme à l'intérêt de l'enfant,",
            f"{case.one('DIT', 'Prononce')} l'adoption ; dit que l'adopté{child.gendered('e', '')} se nommera "
            f"{case.who.nom.upper()} ; ordonne la transcription sur les registres de l'état civil.",
        ),
        references=(f"RG {case.number(2)}/{case.number(5)} - chambre du conseil",),
        signer="Le président",
        seal=("TRIBUNAL",),
    )


def _child_taken_in(case: Case) -> Paper:
    child = offspring(case)[0]
    return Paper(
        "FAM-ADO",
        None,
        case.one("ROYAUME DU MAROC - SECTION DE LA FAMILLE", "REPUBLIQUE ALGERIENNE - COUR", "Traduction assermentée"),
        case.one("Kafala", "Acte de recueil légal", "Délégation de l'exercice de l'autorité parentale"),
        texts(
            f"{case.one('A comparu', 'Devant le juge a comparu')} {case.known(case.who)}, demeurant "
            f"en France, {case.one('désireuse de prendre en charge', 'aux fins de recueillir')} l'enfant {child.full}.",
            "Le recueillant s'engage à pourvoir à l'entretien, à l'éducation et à la protection de l'enfant comme le "
            "ferait un père. L'enfant garde sa filiation d'origine ; la kafala ne vaut pas adoption.",
            "Les père et mère, présents, ont donné leur accord. L'acte prend fin à la majorité.",
        ),
        references=(f"Acte n° {case.number(4)}",),
        signer="Le juge",
        seal=("TRIBUNAL",),
    )


def _department_approves_adopters(case: Case) -> Paper:
    return Paper(
        "FAM-ADO",
        None,
        case.one("CONSEIL DEPARTEMENTAL", "DEPARTEMENT - AIDE SOCIALE A L'ENFANCE", "CONSEIL GENERAL"),
        case.one("Décision d'agrément", "Arrêté portant agrément", "Votre demande d'agrément pour adopter"),
        (
            Text(f"Vu les articles L.225-2 et suivants du CASF, vu l'avis de la commission du {case.short(10, 90)},"),
            Text(f"Article 1er : un agrément en vue d'adoption est accordé à {case.named(case.who)}, {case.address}."),
            Fields((("Nombre d'enfants", case.one("un", "un à deux")), ("Âge", case.one("de 0 à 3 ans", "0-6 ans")))),
            Text("Article 2 : il est délivré pour cinq ans et doit être confirmé chaque année."),
        ),
        references=(f"Arrêté n° {case.year - 1}-{case.number(4)}",),
        letter=case.desk.rng.random() < 0.5,
        signer="Pour le Président, la directrice",
    )


def _guardianship_judged(case: Case) -> Paper:
    who = case.adult()
    kind = case.one("curatelle renforcée", "tutelle", "curatelle simple", "sauvegarde de justice avec mandat")
    return Paper(
        "IDE-TUT",
        who.role,
        case.one("TRIBUNAL D'INSTANCE", "TRIBUNAL JUDICIAIRE - PROTECTION DES MAJEURS"),
        case.one("Jugement", f"Ouverture d'une {kind}", "Jugement de mise sous protection", "Ordonnance"),
        (
            *texts(
                f"Vu le certificat du médecin inscrit sur la liste du procureur, en date du {case.short(200, 500)}, "
                f"l'audition de {case.known(who)}, l'avis du ministère public ;",
                "Attendu que l'altération de ses facultés rend nécessaire d'être assisté ou représenté dans les actes "
                "de la vie civile ; que la famille n'est pas en mesure d'assumer la charge,",
            ),
            Heading(case.one("PAR CES MOTIFS", "Le juge des tutelles décide")),
            *texts(
                f"PLACE l'intéressé{who.gendered('e', '')} sous {kind} pour {case.one('60', '120')} mois ;",
                f"DESIGNE {case.one('UDAF', 'ATM Protection', case.third())} en qualité de mandataire ; dit qu'il "
                "percevra seul les revenus et règlera les dépenses, notamment le loyer ;",
                "MAINTIENT le droit de vote ; dit qu'un inventaire et un compte de gestion seront remis.",
            ),
        ),
        references=(f"RG tutelles : {case.number(2)}/A/{case.number(5)}", f"Cabinet {case.some(1, 6)}"),
        signer="Le juge",
        seal=("TRIBUNAL",),
    )


def _guardian_says_so(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "IDE-TUT",
        who.role,
        case.one("UDAF", "Service mandataire judiciaire", "ASSOCIATION TUTELAIRE", f"{case.third()}, MJPM"),
        case.one("Attestation de mesure de protection", "Attestation", "Mandat de protection", "Avis aux tiers"),
        (
            Text(f"{case.one('Nous informons', 'Je certifie')} que la personne ci-après bénéficie d'une mesure :"),
            Fields(
                (
                    ("Majeur(e) protégé(e)", case.known(who)),
                    ("Mesure", case.one("Curatelle renforcée (art. 472)", "Tutelle aux biens et à la personne")),
                    ("Jugement du", f"{case.short(100, 1500)}, échéance {case.ahead(200, 1500)}"),
                    ("Délégué(e) à la protection", case.third()),
                )
            ),
            Text(
                case.one("Toute facture doit nous être adressée.", "Il ne peut signer un bail sans notre assistance.")
            ),
        ),
        lines=(case.home.ville, f"Permanence : 01 99 00 {case.number(2)} {case.number(2)}"),
        signer="Le mandataire judiciaire",
    )


def _family_entitled(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "IDE-TUT",
        who.role,
        case.one("Requête au juge des contentieux de la protection", "Service des majeurs protégés"),
        case.one("Habilitation familiale générale", "Jugement d'habilitation familiale", "Habilitation"),
        (
            Choices((("Représentation", True), ("Assistance", False), ("Actes sur les biens", True))),
            Filled((("Personne à protéger", who.full), ("Née le", short_date(who.naissance)))),
            Filled((("Personne habilitée", case.third()), ("Lien", case.one("frère", "fille", "mère")))),
            Text("Le juge habilite le proche ci-dessus à représenter la personne (article 494-1 du code civil)."),
        ),
        form=case.one("cerfa n° 15891*03", ""),
        signer="Le juge",
    )


WRITERS: Writers = {
    "FAM-GAR": to_learn(
        *with_asides(CHILDREN, _custody_judged, _parents_agree, _honour_on_custody, _order_on_children)
    ),
    "FAM-ADO": to_learn(*with_asides(ADOPTION, _adoption_judged, _child_taken_in, _department_approves_adopters)),
    "IDE-TUT": to_learn(*with_asides(PROTECTION, _guardianship_judged, _guardian_says_so, _family_entitled)),
}
